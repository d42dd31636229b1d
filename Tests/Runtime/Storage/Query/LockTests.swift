import Testing

@testable import ScaffoldStorage

@Suite struct LockTests {
    @Test(arguments: TestEngine.all)
    func `rows are locked inside of a transaction only`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let error = await #expect(throws: QueryError.self) { try await Article.findAll { $0.lock(.update) } }
            #expect(error?.description.contains("transaction") == true)
            try await database.transaction {
                for wait in [LockWait.wait, .skipLocked, .noWait] {
                    let found = try await Article.findAll {
                        $0.include(\.shelf)
                        $0.include(\.keywords)
                        $0.order(by: \.id)
                        $0.limit(2)
                        $0.lock(.update, wait)
                    }
                    #expect(found.map(\.title) == ["a", "b"])
                }
                #expect(try await Article.findByPk(1) { $0.lock(.share) }?.title == "a")
                #expect(try await Article.findAndCountAll { $0.lock(.share) }.count == 6)
                await #expect(throws: QueryError.self) {
                    try await Article.findAll(\.views) {
                        $0.distinct()
                        $0.lock(.update)
                    }
                }
            }
            await #expect(throws: QueryError.self) {
                try await Shelf.findAll { $0.include(\.articles) { $0.lock(.update) } }
            }
        }
    }
}
