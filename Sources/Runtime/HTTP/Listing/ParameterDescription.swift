public import ScaffoldStorage

/// A parameter of a query, for documents.
public struct ParameterDescription: Sendable {
    public var name: String
    public var type: ColumnType?
    public var isList = false
    public var description: String
    public var words: [String] = []
    public var minimum: Int?
    public var maximum: Int?
}
