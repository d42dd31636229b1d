/// What a step of a migration may do to a service that is running: named in the plan and as a comment in the migration.
struct Hazard: Equatable, Sendable {
    /// The rule's name, by which people find it in the documentation: `index-locks-writes`.
    var code: String
    /// What may happen.
    var danger: String
    /// What to do instead where the table is big or the service must not stop.
    var saferWay: String
}

extension Hazard: CustomStringConvertible {
    var description: String { "\(code): \(danger); \(saferWay)" }

    /// As lines of a comment, none of which is long.
    var comments: [String] {
        var lines: [String] = []
        for word in "warning, \(self)".split(separator: " ") {
            if let last = lines.last, last.count + word.count < 100 {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.map(SwiftText.comment)
    }
}

/// One thing that is known to take services down. To know another one, add it to the list of its engine.
struct HazardRule: Sendable {
    let code: String
    let saferWay: String
    /// The danger of a step, or nil where there is none.
    let danger: @Sendable (Operation) -> String?

    init(_ code: String, saferWay: String, danger: @escaping @Sendable (Operation) -> String?) {
        (self.code, self.saferWay, self.danger) = (code, saferWay, danger)
    }

    /// The rules that count for an app.
    static func rules(for engine: DatabaseEngine) -> [HazardRule] {
        switch engine {
        case .sqlite: ofAllEngines + ofSQLite
        case .postgresql: ofAllEngines + ofPostgreSQL
        case .mysql: ofAllEngines + ofMySQL
        }
    }
}

/// The dangers of one migration's steps.
struct Hazards: Sendable {
    private let rules: [HazardRule]

    init(engine: DatabaseEngine) { rules = HazardRule.rules(for: engine) }

    /// The dangers of each step, in its place; none for what happens to a table that the same steps make: it is empty, and
    /// no code that runs knows it.
    func found(in operations: [Operation]) -> [[Hazard]] {
        var isNew: Set<String> = []
        return operations.map { operation in
            if case .createTable(let table) = operation { isNew.insert(table.name) }
            if case .renameTable(let name, let newName) = operation, isNew.contains(name) { isNew.insert(newName) }
            guard !isNew.contains(operation.table) else { return [] }
            return rules.compactMap { rule in
                rule.danger(operation).map { Hazard(code: rule.code, danger: $0, saferWay: rule.saferWay) }
            }
        }
    }
}
