/// A value that the database cannot keep as it is; it is refused, never changed in silence.
public struct ValueError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The model that was being written, where known.
    public var model: String?
    /// The column, where known.
    public var column: String?
    /// What sort of value it is.
    public var kind: ValueKind
    /// What is wrong with it, without the value.
    public var reason: String

    /// An error for a value; model and column are named by whoever writes models.
    public init(model: String? = nil, column: String? = nil, kind: ValueKind, reason: String) {
        self.model = model
        self.column = column
        self.kind = kind
        self.reason = reason
    }

    public var description: String {
        let place = [model, column].compactMap(\.self).joined(separator: ".")
        return (place.isEmpty ? "" : "\(place): ") + "\(reason) cannot be stored"
    }
}
