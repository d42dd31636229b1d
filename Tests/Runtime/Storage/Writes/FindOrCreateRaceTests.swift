import Testing

@testable import ScaffoldStorage

@Suite struct FindOrCreateRaceTests {
    @Test func `on SQLite many callers at once make one row, without a unique attribute too`() async throws {
        try await withEssays(on: .sqlite) { () async throws in
            let made = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        try await Remark.findOrCreate(where: { $0.text == "one" }, defaults: Remark("one")).created
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(made == 1)
            #expect(try await Remark.count() == 1)
        }
    }
}
