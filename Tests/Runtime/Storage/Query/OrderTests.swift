import Testing

@testable import ScaffoldStorage

@Suite struct OrderTests {
    @Test(arguments: TestEngine.all)
    func `nulls stand where they are told to`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            func order(_ direction: Direction, _ nulls: NullsOrder) async throws -> String {
                try await titles {
                    $0.order(by: \.rank, direction, nulls: nulls)
                    $0.order(by: \.id)
                }
            }
            #expect(try await order(.ascending, .first) == "beacdf")
            #expect(try await order(.ascending, .last) == "acdfbe")
            #expect(try await order(.descending, .first) == "befdca")
            #expect(try await order(.descending, .last) == "fdcabe")
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows are ordered by columns of associations and by what is counted there`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let byShelf = try await titles {
                $0.order(by: \.shelf, \.name, .descending, nulls: .last)
                $0.order(by: \.id)
            }
            #expect(byShelf == "deabcf")
            let page = try await titles {
                $0.order(by: \.keywords, \.id.count, .descending)
                $0.limit(3)
            }
            #expect(page.hasPrefix("a"))
            let shelves = try await Shelf.findAll {
                $0.order(by: \.articles, \.views.sum, .descending, nulls: .last)
                $0.order(by: \.name)
            }
            #expect(shelves.map(\.name) == ["north", "south", "empty"])
            let folded = try await titles { $0.order(by: \.title.folded, .descending) }
            #expect(folded == "fedcba")
        }
    }
}
