/// An association was read that no `include` had loaded.
public struct AssociationNotLoadedError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The type at the other end.
    public let type: String

    /// What to do.
    public var description: String {
        "an association to \(type) was read but not loaded: add include to the query, or call the model's get method"
    }
}

/// A row that must be there is not, or not any more.
public struct RecordNotFoundError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The model.
    public let model: String

    /// An error for a model.
    public init(model: String) {
        self.model = model
    }

    /// Which model.
    public var description: String { "the \(model) is not in the database (any more)" }
}

/// A row was changed by somebody else since it was read.
public struct OptimisticLockError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The model.
    public let model: String

    /// An error for a model.
    public init(model: String) {
        self.model = model
    }

    /// Which model, and what to do.
    public var description: String { "the \(model) was changed meanwhile: read it anew and decide again" }
}

/// A model's description contradicts itself: an association names an attribute that is not there, for instance.
public struct ModelDefinitionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What does not fit.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// A query asks for something that it cannot have; the message says what to write instead.
public struct QueryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
