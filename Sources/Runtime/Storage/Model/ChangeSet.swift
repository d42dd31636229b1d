import ScaffoldValidation

/// Anything that holds partial input for a model: ``Changes``, and what a request was read into.
public protocol ChangeSet<Record>: Sendable {
    /// The model.
    associatedtype Record: Model

    /// What is said of which attributes.
    var changes: Changes<Record> { get }

    /// What was found wrong before the model was asked, such as text where a number is needed.
    var problems: [ValidationErrorItem] { get }
}

extension ChangeSet {
    public var problems: [ValidationErrorItem] { [] }
}
