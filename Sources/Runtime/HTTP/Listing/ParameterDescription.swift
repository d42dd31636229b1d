public import ScaffoldStorage

/// What is known of a parameter of a query, for the API document.
public struct ParameterDescription: Sendable, Hashable {
    /// Its name, with the operator where it has one: `createdAt[gte]`.
    public var name: String
    /// The type of its value, or of each value of a list; nil for a text that no column holds.
    public var type: ColumnType?
    /// Whether it takes several values with commas between them.
    public var isList: Bool
    /// What it does, one sentence.
    public var description: String
    /// All values that it takes; empty where there are more than a few.
    public var words: [String]
    /// The least number that it takes.
    public var minimum: Int?
    /// The greatest number that it takes; of a list how many values, of a text how many characters.
    public var maximum: Int?

    /// - Parameters: as the properties say.
    public init(
        name: String, type: ColumnType? = nil, isList: Bool = false, description: String, words: [String] = [],
        minimum: Int? = nil, maximum: Int? = nil
    ) {
        self.name = name
        self.type = type
        self.isList = isList
        self.description = description
        self.words = words
        self.minimum = minimum
        self.maximum = maximum
    }
}

extension Listing {
    /// Every parameter that a request may give, each operator of a filter being one of its own.
    public var parameters: [ParameterDescription] {
        filters.flatMap(descriptions) + words.compactMap(ListWord.init).map(description)
    }

    private func descriptions(of filter: ListFilter<M>) -> [ParameterDescription] {
        filter.column.operators.map { operation in
            let isFlag = operation == .null
            return ParameterDescription(
                name: operation == .eq ? filter.name : "\(filter.name)[\(operation.rawValue)]",
                type: isFlag ? .boolean : filter.column.type, isList: operation == .in,
                description: "Only rows whose \(filter.name) \(operation.summary)",
                words: isFlag ? [] : filter.column.words, maximum: operation == .in ? FilteredColumn.mostValues : nil)
        }
    }

    private func description(of word: ListWord) -> ParameterDescription {
        switch word {
        case .search:
            ParameterDescription(
                name: "search", type: .text, description: "Only rows that have this text in them, in either case",
                maximum: ListingReader<M>.longestSearch)
        case .sort:
            ParameterDescription(
                name: "sort", type: .text, isList: true,
                description: "The order of the rows, a hyphen for great before small",
                words: sorts.flatMap { [$0.name, "-\($0.name)"] }, maximum: 2 * sorts.count)
        case .fields:
            ParameterDescription(
                name: "fields", type: .text, isList: true, description: "What is shown of each row", words: fields,
                maximum: fields.count)
        case .include:
            ParameterDescription(
                name: "include", type: .text, isList: true,
                description: "Which associations are shown of each row; none for none", words: includes + ["none"],
                maximum: includes.count + 1)
        case .page:
            ParameterDescription(
                name: "page", type: .integer, description: "The number of the page, counted from 1", minimum: 1,
                maximum: Pagination.lastPage)
        case .cursor:
            ParameterDescription(
                name: "cursor", type: .text, description: "The mark with which the page before says how to go on")
        case .limit:
            ParameterDescription(
                name: "limit", type: .integer,
                description: "How many rows a page holds; \(limit ?? maximum) unless said",
                minimum: 1, maximum: maximum)
        }
    }
}
