/// Keys at the top of schema.yml.
enum TopKey: String, SchemaKey {
    case name, database, api, auth, tables, inflections, models

    static let noun = "key of schema.yml"

    var entry: KeyEntry {
        switch self {
        case .name: KeyEntry(.text, "The app's name: letters, digits and hyphens")
        case .database:
            KeyEntry(
                .word(DatabaseEngine.allCases.map(\.rawValue)), "The engine; DATABASE_URL decides at run time")
        case .api: KeyEntry(.block(.api), "The API as a whole")
        case .auth: .later("Accounts, sign-in and roles")
        case .tables:
            KeyEntry(.word(TableStyle.allCases.map(\.rawValue)), "How tables are called: post_tags or PostTags")
        case .inflections: KeyEntry(.map(.text), "Plurals of your own: singular to plural")
        case .models: KeyEntry(.map(.block(.model)), "The models by name")
        }
    }
}

/// Keys of `api:`.
enum APIKey: String, SchemaKey {
    case prefix, envelope, cors, rateLimit

    static let noun = "key of api"

    var entry: KeyEntry {
        switch self {
        case .prefix: KeyEntry(.text, "Leads every path; /api unless said")
        case .envelope: KeyEntry(.word(["data"]), "The shape of answers: {data, pagination}")
        case .cors: KeyEntry(.block(.cors), "The origins whose pages may use the API from a browser")
        case .rateLimit: KeyEntry(.text, "How often a client may ask: 100/15m is a hundred times in 15 minutes")
        }
    }
}

/// Keys of `api.cors:`.
enum CORSKey: String, SchemaKey {
    case origins, credentials

    static let noun = "key of cors"

    var entry: KeyEntry {
        switch self {
        case .origins: KeyEntry(.either([.text, .list(.text)]), "Origins such as https://shop.example, or '*' for all")
        case .credentials: KeyEntry(.flag, "Whether requests may carry cookies; false unless said, and never with '*'")
        }
    }
}

/// Keys of a model.
enum ModelKey: String, SchemaKey {
    case attributes, associations, indexes, scopes, defaultScope, routes
    case tableName, swiftName, timestamps, underscored, paranoid, version
    case managed, renamedFrom

    static let noun = "key of a model"

    var entry: KeyEntry {
        switch self {
        case .attributes: KeyEntry(.map(.either([.text, .block(.attribute)])), "Columns: a short form or options")
        case .associations:
            KeyEntry(.map(.either([.text, .block(.association)])), "Relations to other models, by alias")
        case .indexes: KeyEntry(.list(.either([.list(.text), .block(.index)])), "Indexes: lists of attributes")
        case .scopes: KeyEntry(.map(.block(.scope)), "Named parts of queries")
        case .defaultScope: KeyEntry(.block(.scope), "What every query asks for that does not say unscoped")
        case .routes: KeyEntry(.either([.flag, .block(.routes)]), "The model's routes; false for none")
        case .tableName: KeyEntry(.text, "The table, where it is not the plural of the model's name")
        case .swiftName: KeyEntry(.text, "The Swift type, where it is not the model's name")
        case .timestamps: KeyEntry(.flag, "Whether there are createdAt and updatedAt; true unless said")
        case .underscored: KeyEntry(.flag, "Whether columns are called first_name for firstName")
        case .paranoid:
            KeyEntry(.either([.flag, .block(.paranoid)]), "Whether destroyed rows stay in the table, marked by a date")
        case .version:
            KeyEntry(.either([.flag, .text]), "A number that notices what others changed meanwhile: true, or its name")
        case .managed: KeyEntry(.flag, "Whether migrations make and change its table; true unless said")
        case .renamedFrom: KeyEntry(.text, "The model's name before: its table and rows stay, under the new name")
        }
    }
}

/// Options of an attribute.
enum AttributeKey: String, SchemaKey {
    case type, values, allowNull, defaultValue, unique, index, primaryKey, autoIncrement, field
    case references, onDelete, onUpdate, validate, trim, lowercase, comment, writable, readable, swiftName, storedAs
    case renamedFrom

    static let noun = "option of an attribute"

    var entry: KeyEntry {
        switch self {
        case .type: KeyEntry(.text, "The type: \(TypeName.allCases.map(\.rawValue).joined(separator: ", "))")
        case .values: KeyEntry(.list(.text), "The values of an enum")
        case .allowNull: KeyEntry(.flag, "Whether null is allowed; true unless said")
        case .defaultValue:
            KeyEntry(.either([.anything, .block(.defaultValue)]), "A value, now, uuidv4, uuidv7 or {sql: …}")
        case .unique: KeyEntry(.flag, "Whether no two rows have the same value")
        case .index: KeyEntry(.flag, "Whether there is an index on it")
        case .primaryKey: KeyEntry(.flag, "Whether it is the primary key instead of id, or a part of it")
        case .autoIncrement: KeyEntry(.flag, "Whether the database counts it up")
        case .field: KeyEntry(.text, "The column, where it is not called like the attribute")
        case .references: KeyEntry(.either([.text, .block(.reference)]), "Model or Model.attribute that it refers to")
        case .onDelete:
            KeyEntry(.word(ReferentialAction.allCases.map(\.rawValue)), "When the row referred to is deleted")
        case .onUpdate: KeyEntry(.word(ReferentialAction.allCases.map(\.rawValue)), "When the key referred to changes")
        case .validate: KeyEntry(.block(.validate), "Rules by Sequelize's names")
        case .trim: KeyEntry(.flag, "Whether blanks around it are dropped before validation")
        case .lowercase: KeyEntry(.flag, "Whether it is made lower case before validation")
        case .comment: KeyEntry(.text, "A comment, in the model and in the database")
        case .writable: KeyEntry(.flag, "Whether a request may set it; true unless said")
        case .readable: KeyEntry(.word(["anyone", "none"]), "Who sees it in answers; anyone unless said")
        case .swiftName: KeyEntry(.text, "The Swift property, where it is not called like the attribute")
        case .storedAs:
            KeyEntry(.word(EnumStorage.allCases.map(\.rawValue)), "What the column of an enum with numbers holds")
        case .renamedFrom: KeyEntry(.text, "The attribute's name before: its column stays, under the new name")
        }
    }
}

/// Keys of `references:` in its long form, as Sequelize writes it.
enum ReferenceKey: String, SchemaKey {
    case model, key

    static let noun = "key of references"

    var entry: KeyEntry {
        switch self {
        case .model: KeyEntry(.text, "The model referred to")
        case .key: KeyEntry(.text, "Its attribute; the primary key unless said")
        }
    }
}

/// Keys of a default value that is no plain value.
enum DefaultValueKey: String, SchemaKey {
    case sql

    static let noun = "key of a default value"

    var entry: KeyEntry { KeyEntry(.text, "An SQL expression that the database works out") }
}

/// What the column of an enum whose values have numbers holds.
enum EnumStorage: String, CaseIterable, Sendable { case words, numbers }

/// Keys of `paranoid:`.
enum ParanoidKey: String, SchemaKey {
    case deletedAt, cascade

    static let noun = "key of paranoid"

    var entry: KeyEntry {
        switch self {
        case .deletedAt: KeyEntry(.text, "The attribute that holds when a row was destroyed; deletedAt unless said")
        case .cascade: KeyEntry(.list(.text), "Associations whose rows are destroyed and restored with their owner")
        }
    }
}
