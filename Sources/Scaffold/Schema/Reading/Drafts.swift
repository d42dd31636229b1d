/// A model on its way from the text to the ``Schema``.
final class ModelDraft {
    let name: String
    let position: SourcePosition
    var swiftName: String
    var tableName = ""
    var singular = ""
    var plural = ""
    var timestamps = true
    var underscored = false
    var paranoid: Paranoid?
    /// Where `paranoid:` says which associations follow; they are checked when all are known.
    var cascade: [YAMLNode.Scalar] = []
    /// The attribute that counts changes.
    var version: String?
    var isManaged = true
    var renamedFrom: YAMLNode.Scalar?
    var attributes: [AttributeDraft] = []
    var associations: [AssociationDraft] = []
    /// Blocks that can be read only when every attribute and association is known.
    var indexes: YAMLNode?
    var scopes: YAMLNode?
    var defaultScope: YAMLNode.Entry?
    var routes: YAMLNode?
    /// The attributes by which belongsToMany associations reach the two sides through this model.
    var throughKeys: Set<String> = []
    /// Pairs of those that no two rows may share, with what an association's scope tells rows apart by.
    var throughPairs: [[String]] = []
    private var places: [String: Int] = [:]

    init(name: String, position: SourcePosition) {
        self.name = name
        self.position = position
        swiftName = SwiftIdentifier.typeName(of: name)
    }

    /// Whether it is the `through` of a belongsToMany.
    var isThrough: Bool { !throughKeys.isEmpty }

    func add(_ attribute: AttributeDraft) {
        places[attribute.attribute.name] = attributes.count
        attributes.append(attribute)
    }

    func insertFirst(_ attribute: AttributeDraft) {
        attributes.insert(attribute, at: 0)
        places = Dictionary(uniqueKeysWithValues: attributes.enumerated().map { ($1.attribute.name, $0) })
    }

    func place(ofAttribute name: String) -> Int? { places[name] }

    func attribute(named name: String) -> Attribute? { places[name].map { attributes[$0].attribute } }

    var attributeNames: [String] { attributes.map(\.attribute.name) }

    func association(named name: String) -> AssociationDraft? { associations.first { $0.name == name } }

    /// Whether no two rows have the same value of an attribute.
    func isUnique(_ name: String) -> Bool { attribute(named: name)?.isUnique == true || primaryKeys == [name] }

    /// The attributes that make up the primary key.
    var primaryKeys: [String] { attributes.filter(\.attribute.isPrimaryKey).map(\.attribute.name) }

    /// The attribute that is the primary key, the first of several.
    var primaryKey: String { primaryKeys.first ?? "id" }

    /// The attributes that are columns of the model's own, in the order of the file.
    var ownColumns: [Attribute] { attributes.map(\.attribute).filter { !$0.isVirtual } }

    /// The column of an attribute that names none.
    func column(for name: String) -> String { underscored ? NameStyle.snake(name) : name }
}

/// An attribute and what of it is not settled before the other models are known.
struct AttributeDraft {
    var attribute: Attribute
    /// A reference takes its type from what it refers to.
    var hasType = true
    var reference: ReferenceDraft?
    /// Whether the schema says itself whether null is allowed.
    var saysNull = false
    /// What the schema says of an index; nothing is true of a foreign key and false of all else.
    var isIndexed: Bool?
    var renamedFrom: YAMLNode.Scalar?
    /// What the schema says of it, if anything.
    var autoIncrement: Bool?
    var defaultValue: YAMLNode?
    var validations: YAMLNode?
}

/// A foreign key that may not have been said completely.
struct ReferenceDraft {
    var model: String
    /// The target's primary key where it is left out.
    var attribute: String?
    var onDelete: ReferentialAction?
    var onUpdate: ReferentialAction?
    /// What the schema says of `constraints`, if anything.
    var isConstraint: Bool?
    var position: SourcePosition
}

/// An association as written, and what it comes to.
struct AssociationDraft {
    var name: String
    var kind: Association.Kind
    var target: YAMLNode.Scalar
    var options: Block<AssociationKey>
    var position: SourcePosition
    /// Nil where it could not be resolved; that has been reported.
    var resolved: Association?
}
