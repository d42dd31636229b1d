/// What the app's `db:seed:fake` has to know of columns beyond what the database keeps: a file in the form of
/// ``Snapshot``, whose columns say their rules too.
enum ColumnFacts {
    /// Where it stands in the app, beside the binaries and like them not for git.
    static let path = "\(Records.folder)/bin/columns.jsonl"

    static func text(of schema: Schema) throws -> String {
        var text = JSONLine(("version", 1), ("engine", schema.database.rawValue)).text
        for table in try schema.tables() {
            let model = schema.models.first { $0.tableName == table.name }
            text += Snapshot.text(of: [table]) { column in
                guard let attribute = model?.columns.first(where: { $0.field == column.name }) else { return ([], nil) }
                return (attribute.recordedRules, attribute.recordedRole)
            }
        }
        return text
    }
}

extension Attribute {
    /// Each rule with its arguments as text.
    fileprivate var recordedRules: [[String]] {
        var rules = validations.map { [$0.name] + $0.arguments.map(\.recorded) }
        if lowercase { rules.append(["lowercase"]) }
        if isStoredByNumber, case .enum(_, let cases) = type {
            rules.append(["isIn"] + cases.compactMap { $0.number.map(String.init) })
        }
        return rules
    }

    /// What the app writes it for by itself.
    fileprivate var recordedRole: String? {
        switch origin {
        case .timestamp: name
        case .deletedAt: "deletedAt"
        case .version: "version"
        case .declared, .primaryKey, .foreignKey: nil
        }
    }
}

extension Validation.Argument {
    fileprivate var recorded: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .flag(let name, let value): "\(name)=\(value)"
        case .words(let name, let words): "\(name)=\(words.joined(separator: ","))"
        }
    }
}
