import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct AggregateTests {
    @Test(arguments: TestEngine.all)
    func `sums, means, least, greatest and different values`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            #expect(try await Article.sum(\.views) == 130)
            #expect(try await Article.sum(\.views) { $0.where { $0.shelfId == 1 } } == 60)
            #expect(try await Article.sum(\.views) { $0.where { $0.id == 99 } } == 0)
            #expect(try await Article.avg(\.rank) == 3.5)
            #expect(try await Article.avg(\.rank) { $0.where { $0.id == 99 } } == nil)
            #expect(try await Article.min(\.title) == "a")
            #expect(try await Article.max(\.rank) == 6)
            #expect(try await Article.max(\.rank) { $0.where { $0.rank == nil } } == nil)
            #expect(try await Article.max(\.writtenAt)?.timeIntervalSince1970 == 40)
            #expect(try await Article.count(distinct: \.views) == 4)
            #expect(try await Article.count(distinct: \.shelfId) == 2)
        }
    }

    @Test(arguments: TestEngine.all)
    func `groups with aggregates, as typed tuples`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let rows = try await Article.findAll(\.shelfId, \.id.count, \.views.sum, \.views.avg, \.rank.max) {
                $0.where { $0.id < 6 }
                $0.group(by: \.shelfId)
                $0.order(by: \.shelfId)
            }
            #expect(rows.map(\.0) == [1, 2])
            #expect(rows.map(\.1) == [3, 2])
            #expect(rows.map(\.2) == [60, 50])
            #expect(rows.map(\.3) == [20, 25])
            #expect(rows.map(\.4) == [3, 4])
            let large = try await Article.findAll(\.shelfId, \.id.count) {
                $0.group(by: \.shelfId)
                $0.having { $0.id.count > 1 && $0.views.sum > 50 }
            }
            #expect(large.map(\.0) == [1])
            let byCount = try await Article.findAll(\.views, \.id.distinctCount) {
                $0.group(by: \.views)
                $0.order(by: \.id.count, .descending)
                $0.order(by: \.views)
                $0.limit(2)
            }
            #expect(byCount.map(\.0) == [10, 20])
            let all = try #require(try await Article.findOne(\.id.count, \.views.min))
            #expect(all == (6, 10))
        }
    }

    @Test(arguments: TestEngine.all)
    func `distinct rows`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let views = try await Article.findAll(\.views) {
                $0.distinct()
                $0.order(by: \.views, .descending)
                $0.limit(3)
            }
            #expect(views == [40, 30, 20])
        }
    }

    @Test(arguments: TestEngine.all)
    func `what some engines would answer with any row's value is refused on all`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let error = await #expect(throws: QueryError.self) { try await Article.findAll(\.title, \.id.count) }
            #expect(error?.description.contains("Article.title") == true)
            await #expect(throws: QueryError.self) {
                try await Article.findAll(\.title, \.id.count) { $0.group(by: \.views) }
            }
            await #expect(throws: QueryError.self) {
                try await Article.findAll(\.views) {
                    $0.distinct()
                    $0.order(by: \.title)
                }
            }
            await #expect(throws: QueryError.self) { try await Article.findAll { $0.group(by: \.views) } }
            await #expect(throws: QueryError.self) { try await Article.count { $0.distinct() } }
            await #expect(throws: QueryError.self) { try await Article.findAll { $0.where { $0.views.sum > 3 } } }
            await #expect(throws: QueryError.self) {
                try await Shelf.findAll { $0.include(\.articles) { $0.group(by: \.views) } }
            }
        }
    }
}
