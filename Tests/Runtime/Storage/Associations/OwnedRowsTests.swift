import Testing

@testable import ScaffoldStorage

@Suite struct OwnedRowsTests {
    @Test(arguments: TestEngine.all)
    func `a query asks for the rows of one owner, whatever leads to them`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let (ann, bob) = (try await makeUser("Ann"), try await makeUser("Bob"))
            let first = try await ann.createPost(title: "first", content: "c")
            _ = try await ann.createPost(title: "second", content: "c")
            let other = try await bob.createPost(title: "third", content: "c")
            let tag = try await Tag.create(Tag(name: "swift"))
            try await Post.associations.tags.add([tag], to: other)

            let page = try await Post.findAndCountAll {
                try $0.where(\.posts, of: ann)
                $0.where { $0.title != "none" }
                $0.order(by: \.id)
                $0.limit(1)
            }
            #expect(page.count == 2)
            #expect(page.rows.map(\.title) == ["first"])
            #expect(try await User.findOne { try $0.where(\.author, of: first) }?.id == ann.id)
            #expect(try await Tag.findAll { try $0.where(\.tags, of: other) }.map(\.name) == ["swift"])
            #expect(try await Tag.count { try $0.where(\.tags, of: first) } == 0)
        }
    }

    @Test(arguments: TestEngine.all)
    func `only rows of the association's scope are asked for, and a key that is null leads nowhere`(
        _ engine: TestEngine
    ) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            _ = try await Remark.create(Remark("poem", subject: "poem", subjectId: essay.id))
            _ = try await Essay.associations.remarks.create(Remark("made"), of: essay)
            _ = try await Essay.associations.cover.create(Remark("cover"), of: essay)
            #expect(try await Remark.findAll { try $0.where(\.remarks, of: essay) }.map(\.text) == ["made"])
            #expect(try await Remark.findAll { try $0.where(\.cover, of: essay) }.map(\.text) == ["cover"])
        }
        try await withBlog(on: engine) { () async throws in
            let category = try await Category.create(Category(name: "c"))
            #expect(try await User.count { try $0.where(\.editor, of: category) } == 0)
        }
    }

    @Test func `a new row gets what its owner and the scope say`() async throws {
        try await withEssays(on: .sqlite) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a"))
            let given = try Essay.associations.cover.given(by: essay).values
            let names = given.map { (Remark.table.attributes[$0].name, $1) }
            #expect(
                Dictionary(uniqueKeysWithValues: names) == [
                    "subjectId": .integer(Int64(essay.id)), "subject": "essay", "isCover": true,
                ])
            #expect(try Essay.associations.keywords.given(by: essay).isEmpty)
        }
    }
}
