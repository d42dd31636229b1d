import ScaffoldValidation

extension TableDefinition {
    /// Collects the columns of a table.
    public struct Builder {
        var attributes: [Attribute] = []
        var uniqueMessages: [Set<String>: String] = [:]

        /// Adds a column, with Sequelize's options.
        ///
        /// - Parameters:
        ///   - name: the attribute.
        ///   - type: the column's type.
        ///   - field: the column's name in the database, where it differs.
        ///   - allowNull: whether it may be null; a part of the primary key never is.
        ///   - defaultValue: what a new row gets that says nothing of this attribute.
        ///   - unique: whether no two rows hold the same value. The database keeps that; the runtime reads simpler for it.
        ///   - primaryKey: whether it is the primary key, or a part of it.
        ///   - autoIncrement: whether the database counts it up; the value 0 then stands for "not stored yet".
        ///   - trim: whether white space at both ends is dropped before validation.
        ///   - lowercase: whether capital letters become small ones before validation.
        ///   - numbers: those of an enumeration that JSON shows by number, in the order of its words.
        public mutating func column(
            _ name: String, _ type: ColumnType, field: String? = nil, allowNull: Bool = true,
            defaultValue: AttributeDefault? = nil, unique: Bool = false, primaryKey: Bool = false,
            autoIncrement: Bool = false, trim: Bool = false, lowercase: Bool = false, numbers: [Int]? = nil
        ) {
            var rules: TextRules = []
            if trim { rules.insert(.trim) }
            if lowercase { rules.insert(.lowercase) }
            attributes.append(
                Attribute(
                    name: name, field: field ?? name, type: type, allowNull: allowNull && !primaryKey,
                    defaultValue: defaultValue, unique: unique, primaryKey: primaryKey, autoIncrement: autoIncrement,
                    textRules: rules, timestamp: nil, numbers: numbers))
        }

        /// Says what is told of a row that holds what another one holds already, where the database keeps that apart:
        /// `$0.unique("email", message: "Email already exists")`.
        ///
        /// - Parameters:
        ///   - attributes: the attribute that must be unique, or those that must be unique together.
        ///   - message: the sentence, which ``UniqueConstraintError/text`` carries.
        public mutating func unique(_ attributes: String..., message: String) {
            uniqueMessages[Set(attributes)] = message
        }

        /// Adds a date that the runtime keeps.
        ///
        /// - Parameters:
        ///   - name: the attribute, `createdAt`, `updatedAt` or `deletedAt`, or any other with its meaning said.
        ///   - meaning: when it is set; left out, the name says it.
        ///   - field: the column's name in the database, where it differs.
        public mutating func timestamp(_ name: String, _ meaning: Timestamp? = nil, field: String? = nil) {
            let meaning = meaning ?? Timestamp(name: name)
            attributes.append(
                Attribute(
                    name: name, field: field ?? name, type: .date, allowNull: meaning == .deletedAt, defaultValue: nil,
                    unique: false, primaryKey: false, autoIncrement: false, textRules: [], timestamp: meaning))
        }

        /// Adds the number by which a row that somebody else has changed meanwhile is noticed: each update counts it
        /// up, and one that finds another number than it read throws ``OptimisticLockError``.
        ///
        /// - Parameters:
        ///   - name: the attribute.
        ///   - field: the column's name in the database, where it differs.
        public mutating func version(_ name: String, field: String? = nil) {
            attributes.append(
                Attribute(
                    name: name, field: field ?? name, type: .integer, allowNull: false,
                    defaultValue: .value(.integer(0)), unique: false, primaryKey: false, autoIncrement: false,
                    textRules: [], timestamp: nil, isVersion: true))
        }
    }

    /// When a date that the runtime keeps is set.
    public enum Timestamp: Sendable, Hashable {
        /// When the row is created, unless it has a value.
        case createdAt
        /// Whenever the row is written.
        case updatedAt
        /// When the row is destroyed, which then stays in its table and is read no more (Sequelize's `paranoid`).
        case deletedAt

        init(name: String) {
            self =
                switch name {
                case "createdAt": .createdAt
                case "deletedAt": .deletedAt
                default: .updatedAt
                }
        }
    }

    /// A column of a model's table.
    public struct Attribute: Sendable {
        /// The name in Swift, in JSON and in messages.
        public let name: String
        /// The name in the database.
        public let field: String
        /// The column's type.
        public let type: ColumnType
        /// Whether it may be null.
        public let allowNull: Bool
        /// What a new row gets that says nothing of it.
        public let defaultValue: AttributeDefault?
        /// Whether no two rows hold the same value.
        public let unique: Bool
        /// Whether it is a part of the primary key.
        public let primaryKey: Bool
        /// Whether the database counts it up.
        public let autoIncrement: Bool
        /// What is done to its texts before validation.
        public let textRules: TextRules
        /// When the runtime sets it, nil for all other columns.
        public let timestamp: Timestamp?
        /// Whether it is the number by which changes of others are noticed.
        public var isVersion = false
        /// The numbers of an enumeration that JSON shows by number, in the order of its words.
        public var numbers: [Int]?

        /// Whether it holds passwords, which are hashed on their way in.
        var isPassword: Bool { type == .password }
    }
}
