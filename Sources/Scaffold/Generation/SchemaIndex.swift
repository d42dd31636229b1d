/// A schema whose models are found by name at once, however many there are.
struct SchemaIndex: Sendable {
    let schema: Schema
    let inflector: Inflector
    private let places: [String: Int]
    /// The Swift types of the app: its models and the enums of their attributes.
    let types: Set<String>
    /// The models of which a list, or a row, stands below a row of another model (`routes.nested`).
    let nestedLists: Set<String>
    let nestedRows: Set<String>
    let nestedCreations: Set<String>

    init(_ schema: Schema) {
        self.schema = schema
        inflector = schema.inflector
        places = Dictionary(schema.models.indices.map { (schema.models[$0].name, $0) }) { first, _ in first }
        types = Set(
            schema.models.map(\.swiftName) + schema.models.flatMap { $0.attributes.compactMap(\.type.enumName) })
        let nested = schema.models.flatMap { model in
            (model.routes?.nested ?? []).compactMap { nested in
                model.association(named: nested.association).map { (target: $0.target, actions: nested.actions) }
            }
        }
        nestedLists = Set(nested.filter { $0.actions.contains(.list) }.map(\.target))
        nestedRows = Set(
            nested.filter { $0.actions.contains { [.show, .create, .update].contains($0) } }.map(\.target))
        nestedCreations = Set(nested.filter { $0.actions.contains(.create) }.map(\.target))
    }

    /// The model of this name.
    ///
    /// - Throws: ``GenerationError``: whoever made the schema has to have resolved every name.
    func model(_ name: String) throws -> Model {
        guard let place = places[name] else { throw GenerationError(template: name, problem: "there is no such model") }
        return schema.models[place]
    }

    func target(of association: Association) throws -> Model { try model(association.target) }
}

extension AttributeType {
    /// The Swift type of an enum.
    var enumName: String? {
        guard case .enum(let typeName, _) = self else { return nil }
        return typeName
    }
}

extension Model {
    /// Whether Swift itself makes the initialiser that a new value needs: of every property and nothing else. Another
    /// of the same parameters would not compile, so the defaults stand with the properties then.
    var hasMemberwiseInitializer: Bool { associations.isEmpty && columns.allSatisfy(\.isInitial) }

    var columns: [Attribute] { attributes.filter(\.isStored) }

    /// The words that stand for one value and for several in running text: `blog post`, `blog posts`.
    var noun: String { NameStyle.phrase(singular) }
    var nouns: String { NameStyle.phrase(plural) }
}
