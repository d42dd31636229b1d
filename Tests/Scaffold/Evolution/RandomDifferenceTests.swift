import Testing

@testable import scaffold

@Suite struct RandomDifferenceTests {
    /// Every state on the way is one that a database can be in, the last is what was wanted, and the way back leads to
    /// where it began.
    @Test func `operations lead from any tables to any others, and back`() throws {
        for seed in 0..<2_000 {
            var random = RandomTables(seed: UInt64(seed))
            let (old, new) = random.pair()
            try #require(old.flaws.isEmpty && new.flaws.isEmpty, "seed \(seed): \(old.flaws + new.flaws)")
            let operations = try TableDifference(from: old, to: new).operations
            var tables = old
            for operation in operations {
                try operation.apply(to: &tables)
                try #require(tables.flaws.isEmpty, "seed \(seed), after \(operation): \(tables.flaws)")
            }
            try #require(tables.structure == new.structure, "seed \(seed): \(operations)")
            for operation in operations.reversedOperations {
                try operation.apply(to: &tables)
                try #require(tables.flaws.isEmpty, "seed \(seed), back after \(operation): \(tables.flaws)")
            }
            try #require(tables.structure == old.structure, "seed \(seed), back: \(operations)")
            let none = try TableDifference(from: new, to: new).operations
            try #require(none.isEmpty, "seed \(seed): \(none)")
        }
    }
}

extension [Table] {
    /// In an order of their own, without the model's words.
    var structure: [Table] { map(\.structure).sorted { $0.name < $1.name } }
}
