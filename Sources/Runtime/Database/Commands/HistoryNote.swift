import ScaffoldStorage

/// What is worth a word about migrations that ran, or did not.
enum HistoryNote {
    /// Behind its name in the list.
    static func note(_ state: Migrator.State) -> String? {
        if let done = state.operationsDone {
            return state.isExecuted
                ? "half undone, \(done) operations: db:migrate:undo goes on"
                : "half done, \(done) operations: db:migrate goes on, db:migrate:undo takes it back"
        }
        if state.isMissing { return state.isSequelizes ? "run by Sequelize" : "its file is missing here" }
        if state.isEdited { return "edited after it ran" }
        if state.isRepeatable { return "runs each time" }
        if state.isElsewhere { return "for other environments" }
        return state.isLate ? "older than the last that ran" : nil
    }

    /// Before migrations run.
    static func warnings(_ states: [Migrator.State]) -> [String] {
        func names(_ filter: (Migrator.State) -> Bool) -> String? {
            let names = states.filter(filter).map(\.name)
            guard names.count > 5 else { return names.isEmpty ? nil : names.joined(separator: ", ") }
            return "\(names.prefix(5).joined(separator: ", ")) and \(names.count - 5) more"
        }
        return [
            names(\.isEdited).map {
                "edited after they ran, so that the database is not what they say: \($0). Put them back as they were, "
                    + "and write a new migration for the difference."
            },
            names { $0.isMissing && !$0.isSequelizes }.map {
                "ran, but are missing here: \($0). Does another branch have them?"
            },
            names { $0.isMissing && $0.isSequelizes }.map {
                "Sequelize ran these, which the app does not have: \($0). They count as done and stay; what they made "
                    + "is changed by new migrations, and they cannot be undone from here."
            },
            names(\.isLate).map {
                "older than the last that ran, as after a merge of two branches: \($0). They are pending like others."
            },
        ].compactMap(\.self)
    }
}
