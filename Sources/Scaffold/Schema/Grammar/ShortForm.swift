/// What the short form of an attribute says, such as `string(200)! trim`.
enum ShortForm: Equatable, Sendable {
    case attribute(ShortAttribute)
    case association(ShortAssociation)
}

/// A column in its short form.
struct ShortAttribute: Equatable, Sendable {
    /// Nil for a reference, which takes the type of the attribute it refers to. The type of an enum has no name yet:
    /// that is made of the model's.
    var type: AttributeType?
    /// `virtual(string)`: worked out, and no column.
    var isVirtual = false
    var reference: ShortReference?
    /// `!` is false, `?` is true.
    var allowNull: Bool?
    var isUnique = false
    var isIndexed = false
    var isPrimaryKey = false
    var trim = false
    var lowercase = false
    /// Behind `=`.
    var defaultValue: Located?
}

/// `references:User.email`.
struct ShortReference: Equatable, Sendable {
    var model: Located
    /// The primary key where it is left out.
    var attribute: Located?
}

/// `belongsTo:User:foreignKey=userId`.
struct ShortAssociation: Equatable, Sendable {
    var kind: Association.Kind
    var target: Located
    var options: [Option]

    struct Option: Equatable, Sendable {
        var key: Located
        var value: Located
    }
}

/// A word and how many characters of the short form stand before it.
struct Located: Equatable, Sendable {
    var text: String
    var offset: Int
}

/// An entry of a list of attributes: `title:string(200)!`.
struct NamedShortForm: Equatable, Sendable {
    var name: String
    var form: ShortForm
    /// The short form as written, behind the name and its colon.
    var text: String
    /// Where the name stands.
    var position: SourcePosition
}

/// Why a short form cannot be read, and at which character.
struct GrammarError: Error, Equatable {
    var message: String
    var suggestion: String?
    var offset: Int
}
