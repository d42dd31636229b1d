/// A migration that is to be written.
struct PlannedMigration: Equatable, Sendable {
    var name: MigrationName
    /// Empty for one whose steps are the user's to write.
    var up: [Operation] = []
    /// What each of its steps may do to a running service, in the order of the steps.
    var hazards: [[Hazard]] = []

    /// Whether it brings databases that strayed back to what the other migrations make: steps that a database has done
    /// already are passed over there, and nothing leads back to what was wrong.
    var isRepair = false

    /// What takes it back.
    var down: [Operation] { isRepair ? [] : up.reversedOperations }

    /// What stands in the way of taking it back, in words.
    var limitsOfUndoing: [String] {
        down.compactMap { operation in
            guard case .requireNoRows(let table, let reason) = operation else { return nil }
            return "\(name.text): it can be undone only while '\(table)' has no rows: \(reason)"
        }
    }

    /// The same with its dangers named.
    func with(_ hazards: Hazards) -> PlannedMigration {
        var migration = self
        migration.hazards = hazards.found(in: up)
        return migration
    }
}

extension PlannedMigration {
    /// The migrations that do these operations: one for each table where nothing but new tables is made, otherwise one
    /// for all of it.
    static func migrations(_ operations: [Operation], at stamp: () -> Timestamp) -> [PlannedMigration] {
        guard !operations.isEmpty else { return [] }
        let created = operations.compactMap { operation -> Table? in
            if case .createTable(let table) = operation { table } else { nil }
        }
        let names = Set(created.map(\.name))
        guard operations.allSatisfy({ names.contains($0.table) }) else {
            return [PlannedMigration(name: MigrationName(stamp: stamp(), slug: operations.slug), up: operations)]
        }
        var migrations: [PlannedMigration] = []
        for operation in operations {
            if case .createTable(let table) = operation {
                let name = MigrationName(stamp: stamp(), slug: "create-\(table.slug)")
                migrations.append(PlannedMigration(name: name))
            }
            migrations[migrations.count - 1].up.append(operation)
        }
        return migrations
    }
}
