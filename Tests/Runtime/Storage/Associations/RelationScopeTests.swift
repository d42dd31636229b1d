import Testing

@testable import ScaffoldStorage

@Suite struct RelationScopeTests {
    private let remarks = Essay.associations.remarks
    private let cover = Essay.associations.cover

    @Test(arguments: TestEngine.all)
    func `a scope is set in what is created or added, and holds for what is read`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let poem = try await Remark.create(Remark("poem", subject: "poem", subjectId: essay.id))
            let made = try await remarks.create(Remark("made"), of: essay)
            #expect((made.subject, made.subjectId, made.isCover) == ("essay", essay.id, false))
            try await remarks.add([try await Remark.create(Remark("added"))], to: essay)
            #expect(try await remarks.get(of: essay).map(\.text) == ["made", "added"])
            #expect(try await remarks.count(of: essay) == 2)
            #expect(try await !remarks.has([poem], of: essay))
            let first = try await cover.create(Remark("first cover"), of: essay)
            let second = try await Remark.create(Remark("second cover"))
            try await cover.set(second, of: essay)
            #expect(try await cover.get(of: essay)?.text == "second cover")
            try await cover.set(key: first.id, of: essay)
            #expect(try await cover.get(of: essay)?.text == "first cover")
            // what is outside of the scope stays
            try await remarks.set([], of: essay)
            #expect(try await remarks.count(of: essay) == 0)
            #expect(try await Remark.findByPk(poem.id)?.subjectId == essay.id)
            #expect(try await cover.get(of: essay)?.text == "first cover")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a scope holds in include, in conditions on the association and in the table between`(_ engine: TestEngine)
        async throws
    {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let other = try await Essay.create(Essay(slug: "b"))
            _ = try await Remark.create(Remark("poem", subject: "poem", subjectId: essay.id))
            _ = try await remarks.create(Remark("made"), of: essay)
            _ = try await cover.create(Remark("cover"), of: essay)
            let word = try await Topic.create(Topic("swift"))
            try await Essay.associations.keywords.add([word], to: essay)
            var foreign = EssayKeyword(essayId: other.id, keywordId: word.id)
            foreign.kind = "poem"
            try await foreign.create()
            let read = try await Essay.findAll {
                $0.order(by: \.id)
                $0.include(\.remarks)
                $0.include(\.cover)
                $0.include(\.keywords)
            }
            #expect(try read.map { try $0.remarks.get().map(\.text) } == [["made"], []])
            #expect(try read.map { try $0.cover.get()?.text } == ["cover", nil])
            #expect(try read.map { try $0.keywords.get().count } == [1, 0])
            #expect(try await Essay.associations.keywords.count(of: other) == 0)
            #expect(try await Essay.count { $0.where(\.remarks) { $0.text == "poem" } } == 0)
            #expect(try await Essay.count { $0.where { _ in .exists(\.keywords) } } == 1)
            #expect(try await Essay.count { $0.where(\.cover) { $0.text == "cover" } } == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a scope decides with required, and in what is read as another type`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let other = try await Essay.create(Essay(slug: "b"))
            _ = try await remarks.create(Remark("made"), of: essay)
            _ = try await cover.create(Remark("cover"), of: essay)
            // a remark that refers to it, of another subject
            _ = try await Remark.create(Remark("poem", subject: "poem", subjectId: other.id))
            let word = try await Topic.create(Topic("swift"))
            try await Essay.associations.keywords.add([word], to: essay)
            var foreign = EssayKeyword(essayId: other.id, keywordId: word.id)
            foreign.kind = "poem"
            try await foreign.create()
            func slugs(_ build: (inout Query<Essay>) throws -> Void) async throws -> String {
                try await Essay.findAll {
                    $0.order(by: \.id)
                    try build(&$0)
                }.map(\.slug).joined()
            }
            #expect(try await slugs { $0.include(\.remarks, required: true) } == "a")
            #expect(try await slugs { $0.include(\.cover, required: true) } == "a")
            #expect(try await slugs { $0.include(\.keywords, required: true) } == "a")
            #expect(try await slugs { $0.include(\.remarks) { $0.where { $0.text == "poem" } } } == "")
            #expect(
                try await slugs { $0.include(\.remarks, required: false) { $0.where { $0.text == "poem" } } } == "ab")
            let read = try await Essay.findAll(as: ScopedEssay.self) { $0.order(by: \.id) }
            #expect(read.map(\.cover) == ["cover", nil])
            #expect(read.map { $0.remarks.map(\.text) } == [["made"], []])
            #expect(read.map { $0.topics.map(\.name) } == [["swift"], []])
            let parts = try await remarks.get(of: essay, as: ScopedEssay.Text.self)
            #expect(parts.map(\.text) == ["made"])
            #expect(try await Essay.associations.keywords.get(of: other, as: ScopedEssay.Name.self).isEmpty)
        }
    }

    @Test(arguments: TestEngine.all)
    func `rows of the table between that are outside of the scope stay`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let keywords = Essay.associations.keywords
            let essay = try await Essay.create(Essay(slug: "a"))
            let words = try await Topic.bulkCreate([Topic("swift"), Topic("verse")])
            try await keywords.add([words[0]], to: essay)
            var foreign = EssayKeyword(essayId: essay.id, keywordId: words[1].id)
            foreign.kind = "poem"
            try await foreign.create()
            try await keywords.remove([words[1]], from: essay)
            try await keywords.set([], of: essay)
            #expect(try await storedRows(EssayKeyword.self).map(\.kind) == ["poem"])
        }
    }

    @Test func `a scope whose column is not there is told`() throws {
        let relation = Relation(from: Essay.table, nil, to: Remark.table, "subjectId", scope: ["colour": "red"])
        let error = #expect(throws: ModelDefinitionError.self) { try relation.check() }
        #expect(error?.description.contains("Remark has no attribute colour") == true)
    }
}

/// An essay with what its scoped associations lead to.
private struct ScopedEssay: Projection {
    var cover: String?
    var remarks: [Text] = []
    var topics: [Name] = []

    static let selection = Selection<Essay, ScopedEssay> {
        $0.columns(\.slug)
        $0.join(\.cover) { $0.columns(\.text) }
        $0.load(\.remarks, into: \.remarks)
        $0.load(\.keywords, into: \.topics)
    }

    init(row: Row) throws {
        cover = row.isNull(1) ? nil : try row[1]
    }

    struct Text: Projection {
        var text: String
        static let selection = Selection<Remark, Text> { $0.columns(\.text) }
        init(row: Row) throws { text = try row[0] }
    }

    struct Name: Projection {
        var name: String
        static let selection = Selection<Topic, Name> { $0.columns(\.name) }
        init(row: Row) throws { name = try row[0] }
    }
}
