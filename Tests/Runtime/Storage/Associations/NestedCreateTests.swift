import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct NestedCreateTests {
    @Test(arguments: TestEngine.all)
    func `a row and what refers to it come in together, with their keys`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let known = try await Topic.create(Topic("known"))
            var essay = Essay(slug: "a")
            essay.remarks = .loaded([Remark("one"), Remark("two")])
            essay.keywords = .loaded([Topic("new")])
            essay.cover = .loaded(Remark("cover"))
            let stored = try await Essay.create(essay) {
                $0.include(\.remarks)
                $0.include(\.keywords)
                $0.include(\.cover)
            }
            #expect(try stored.remarks.get().map(\.id) == [1, 2])
            #expect(try stored.remarks.get().map(\.subjectId) == [stored.id, stored.id])
            #expect(try stored.cover.get()?.isCover == true)
            #expect(try await Essay.associations.remarks.get(of: stored).map(\.text) == ["one", "two"])
            #expect(try await Essay.associations.cover.get(of: stored)?.text == "cover")
            #expect(try await Essay.associations.keywords.get(of: stored).map(\.name) == ["new"])
            #expect(try await Essay.associations.keywords.has([known], of: stored) == false)
        }
    }

    @Test(arguments: TestEngine.all)
    func `what a row belongs to comes first, at any depth`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = Essay(slug: "a")
            essay.keywords = .loaded([Topic("swift")])
            var remark = Remark("one")
            remark.essay = .loaded(essay)
            try await remark.create { $0.include(\.essay) { $0.include(\.keywords) } }
            #expect(remark.subjectId == 1)
            #expect(try remark.essay.get()?.id == 1)
            #expect(try await storedRows(EssayKeyword.self).map(\.essayId) == [1])
            // what is there already is only tied
            var second = Remark("two")
            second.essay = remark.essay
            try await second.create { $0.include(\.essay) }
            #expect(second.subjectId == 1)
            #expect(try await storedRows(Essay.self).count == 1)
        }
        try await withBlog(on: engine) { () async throws in
            let user = try await makeUser("Ann")
            let old = try await Tag.create(name: "old")
            var post = Post(title: "t", content: "c", userId: user.id)
            post.tags = .loaded([old, Tag(name: "new")])
            post = try await Post.create(post) { $0.include(\.tags) }
            #expect(try await post.getTags { $0.order(by: \.id) }.map(\.name) == ["old", "new"])
            #expect(try await Tag.count() == 2)
        }
    }

    @Test(arguments: TestEngine.all)
    func `all of it or nothing`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            _ = try await Topic.create(Topic("taken"))
            var essay = Essay(slug: "a")
            essay.remarks = .loaded([Remark("one")])
            essay.keywords = .loaded([Topic("taken")])
            let failing = essay
            await #expect(throws: UniqueConstraintError.self) {
                try await Essay.create(failing) {
                    $0.include(\.remarks)
                    $0.include(\.keywords)
                }
            }
            #expect(try await storedRows(Essay.self).isEmpty)
            #expect(try await storedRows(Remark.self).isEmpty)
            // what is not named is not stored
            let alone = try await Essay.create(failing)
            #expect(try alone.remarks.get().map(\.id) == [0])
            #expect(try await storedRows(Remark.self).isEmpty)
        }
    }
}
