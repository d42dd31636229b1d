@testable import ScaffoldStorage
@testable import scaffold

/// Makes the tables that there are first.
struct FirstMigration: Migration {
    static let name = "1-first"
    let operations: [scaffold.Operation]

    func up(_ queryInterface: inout QueryInterface) { operations.record(in: &queryInterface) }
    func down(_ queryInterface: inout QueryInterface) { operations.reversedOperations.record(in: &queryInterface) }
}

/// Makes of them what is wanted.
struct NextMigration: Migration {
    static let name = "2-next"
    let operations: [scaffold.Operation]

    func up(_ queryInterface: inout QueryInterface) { operations.record(in: &queryInterface) }
    func down(_ queryInterface: inout QueryInterface) { operations.reversedOperations.record(in: &queryInterface) }
}
