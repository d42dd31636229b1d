import Testing

@testable import ScaffoldStorage

@Suite struct DestroyedLinksTests {
    @Test(arguments: TestEngine.all)
    func `a row of the table between that is destroyed ties nothing, until it is restored`(_ engine: TestEngine)
        async throws
    {
        try await withEssays(on: engine) { () async throws in
            let keywords = Essay.associations.keywords
            let essay = try await Essay.create(Essay(slug: "a"))
            let words = try await Topic.bulkCreate([Topic("kept"), Topic("gone")])
            try await keywords.add(words, to: essay)
            try await EssayKeyword.destroy { $0.keywordId == words[1].id }
            func names(_ essay: Essay?) throws -> [String]? { try essay?.keywords.get().map(\.name) }
            #expect(try await names(Essay.findByPk(essay.id) { $0.include(\.keywords) }) == ["kept"])
            #expect(try await keywords.get(of: essay).map(\.name) == ["kept"])
            #expect(try await keywords.count(of: essay) == 1)
            #expect(try await !keywords.has([words[1]], of: essay))
            #expect(try await Essay.count { $0.where(\.keywords) { $0.name == "gone" } } == 0)
            #expect(try await Essay.count { $0.where(\.keywords) { $0.name == "kept" } } == 1)
            #expect(try await Essay.findAll { $0.include(\.keywords, required: true) { $0.limit(1) } }.count == 1)
            try await EssayKeyword.restore { $0.keywordId == words[1].id }
            #expect(try await Essay.count { $0.where(\.keywords) { $0.name == "gone" } } == 1)
            #expect(try await keywords.count(of: essay) == 2)
        }
    }
}
