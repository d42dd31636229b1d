/// The keys of one block of schema.yml: the reader refuses what is not among them, the JSON Schema for editors lists
/// them, and so the two cannot say different things.
protocol SchemaKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What a key of this block is called in messages: `option of an attribute`.
    static var noun: String { get }
    var entry: KeyEntry { get }
}

/// What is known of one key.
struct KeyEntry: Sendable {
    /// What may stand behind it.
    var shape: Shape
    /// What it means, one sentence; editors show it.
    var summary: String
    /// Whether this version carries it; a key that is known and not carried is refused with a word of its own.
    var isThere = true

    init(_ shape: Shape, _ summary: String) {
        self.shape = shape
        self.summary = summary
    }

    /// A key of the language that this version does not carry.
    static func later(_ summary: String) -> KeyEntry {
        var entry = KeyEntry(.anything, summary)
        entry.isThere = false
        return entry
    }
}

/// What may stand behind a key, for editors; the reader asks more precisely.
indirect enum Shape: Sendable {
    case text, flag, anything
    case number(ClosedRange<Int>)
    case word([String])
    case list(Shape)
    case map(Shape)
    case block(SchemaBlock)
    case either([Shape])
}

/// The blocks of the schema language that have keys of their own.
enum SchemaBlock: String, CaseIterable, Sendable {
    case top, api, cors, model, paranoid, attribute, association, assign, index, indexField, scope, routes, include
    case validate, reference, defaultValue

    /// Every key with what is known of it.
    var keys: [(name: String, entry: KeyEntry)] {
        switch self {
        case .top: Self.list(TopKey.self)
        case .api: Self.list(APIKey.self)
        case .cors: Self.list(CORSKey.self)
        case .model: Self.list(ModelKey.self)
        case .paranoid: Self.list(ParanoidKey.self)
        case .attribute: Self.list(AttributeKey.self)
        case .association: Self.list(AssociationKey.self)
        case .assign: Self.list(AssignKey.self)
        case .index: Self.list(IndexKey.self)
        case .indexField: Self.list(IndexFieldKey.self)
        case .scope: Self.list(ScopeKey.self)
        case .routes: Self.list(RoutesKey.self)
        case .include: Self.list(IncludeKey.self)
        case .validate: Self.list(ValidationKey.self)
        case .reference: Self.list(ReferenceKey.self)
        case .defaultValue: Self.list(DefaultValueKey.self)
        }
    }

    private static func list<Key: SchemaKey>(_ type: Key.Type) -> [(name: String, entry: KeyEntry)] {
        Key.allCases.map { ($0.rawValue, $0.entry) }
    }
}
