import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct InstantTests {
    @Test(arguments: TestEngine.all)
    func `a new row is created and updated at one instant, the rows of a bulk all at the same`(_ engine: TestEngine)
        async throws
    {
        try await withBadges(on: engine) { () async throws in
            var badge = Badge("a")
            try await Task.sleep(for: .milliseconds(5))
            try await badge.create()
            #expect(badge.createdAt == badge.updatedAt)
            var changes = Changes<Badge>()
            changes.code = .value("b")
            changes.issuer = .value("school")
            let partial = changes
            let named = try await Badge.create(partial)
            #expect(named.createdAt == named.updatedAt)
            var many: [Badge] = []
            for code in ["c", "d", "e"] {
                many.append(Badge(code))
                try await Task.sleep(for: .milliseconds(3))
            }
            let bulk = try await Badge.bulkCreate(many)
            #expect(Set(bulk.flatMap { [$0.createdAt, $0.updatedAt] }).count == 1)
            let each = try await Badge.bulkCreate(
                many.enumerated().map { Badge("f\($0.offset)") }, individualHooks: true)
            #expect(Set(each.flatMap { [$0.createdAt, $0.updatedAt] }).count == 1)
            let upserted = try await Badge.upsert(Badge("g"), conflict: \.code).0
            #expect(upserted.createdAt == upserted.updatedAt)
            for row in try await Badge.findAll() { #expect(row.createdAt == row.updatedAt) }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a createdAt that somebody chose stays`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let past = Date(timeIntervalSince1970: 1_700_000_000)
            var imported = Badge("a")
            imported.createdAt = past
            try await imported.create()
            #expect(imported.createdAt == past)
            #expect(imported.updatedAt > past)
            var both = Badge("b")
            both.createdAt = past
            both.updatedAt = past
            #expect(try await Badge.create(both).createdAt == past)
            // a moment ago, but not together with updatedAt
            var recent = Badge("d")
            recent.createdAt -= 30
            let stored = try await Badge.create(recent)
            #expect(stored.updatedAt.timeIntervalSince(stored.createdAt) > 29)
            var future = Badge("c")
            future.createdAt = Date.now + 3600
            #expect(try await Badge.create(future).createdAt > Date.now + 3000)
        }
    }
}
