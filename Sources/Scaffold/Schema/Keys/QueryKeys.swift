/// Keys of an entry of `indexes:`.
enum IndexKey: String, SchemaKey {
    case fields, unique, msg, name, `where`, using
    case type, concurrently, `operator`

    static let noun = "key of an index"

    var entry: KeyEntry {
        switch self {
        case .fields:
            KeyEntry(
                .list(.either([.text, .block(.indexField)])), "The attributes in order; - in front for descending")
        case .unique: KeyEntry(.flag, "Whether no two rows have the same values")
        case .msg: KeyEntry(.text, "What is told of a row that has what another one has already")
        case .name: KeyEntry(.text, "The index's name; made of table and columns unless said")
        case .where: KeyEntry(.map(.anything), "The values that rows in the index have: {deletedAt: null}")
        case .using: KeyEntry(.word(IndexMethod.allCases.map(\.rawValue)), "The method, in an engine with several")
        case .type: .later("Index types")
        case .concurrently: .later("Building without a lock")
        case .operator: .later("Operator classes")
        }
    }
}

/// How an engine keeps an index.
enum IndexMethod: String, CaseIterable, Sendable { case btree, hash, gin, gist, brin, spgist }

/// Keys of an attribute in an index.
enum IndexFieldKey: String, SchemaKey {
    case name, order, length

    static let noun = "key of an index's attribute"

    var entry: KeyEntry {
        switch self {
        case .name: KeyEntry(.text, "The attribute")
        case .order: KeyEntry(.word(SortWord.allCases.map(\.rawValue)), "Its order in the index")
        case .length: KeyEntry(.number(1...1024), "How many characters of it, in an engine that takes a part")
        }
    }
}

/// The direction of an index's attribute.
enum SortWord: String, CaseIterable, Sendable { case asc, desc }

/// Keys of an entry of `scopes:`.
enum ScopeKey: String, SchemaKey {
    case params, `where`, order, include, limit

    static let noun = "key of a scope"

    var entry: KeyEntry {
        switch self {
        case .params: KeyEntry(.list(.text), "What whoever uses the scope gives it: [userId], used as $userId")
        case .where: KeyEntry(.map(.anything), "Attributes with a value, a list, or operators: {views: {gt: 10}}")
        case .order: KeyEntry(.either([.text, .list(.text)]), "The order of the rows; - in front for descending")
        case .include:
            KeyEntry(.either([.text, .list(.text)]), "Associations to read along: [author, comments.author]")
        case .limit: KeyEntry(.either([.number(1...1_000_000), .text]), "How many rows at most, or a parameter")
        }
    }
}
