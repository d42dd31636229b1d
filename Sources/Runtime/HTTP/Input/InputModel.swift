public import ScaffoldStorage

/// A model of which a request may say more, or less, than its attributes.
///
/// ```swift
/// extension Post: InputModel {
///     static let assigns = ["tagNames"]
///     static let readOnly = ["viewCount"]
/// }
/// ```
///
/// Without it a request may set every attribute but keys and dates that the runtime makes.
public protocol InputModel: Model {
    /// Fields beside the attributes, each a list of texts; ``Input/assigned(_:)`` reads them.
    static var assigns: [String] { get }
    /// Attributes that no request sets.
    static var readOnly: [String] { get }
}

extension InputModel {
    public static var assigns: [String] { [] }
    public static var readOnly: [String] { [] }
}
