import ScaffoldTesting
import Testing

@testable import BlogApp
@testable import BlogDatabase

@Suite struct PostTagTests {
    @Test func `a post tag is stored, found and removed`() async throws {
        try await withApp(makeApp(), migrations: migrations) { _ in
            let postTag = try await PostTag.sample()
            #expect(try await PostTag.count() == 1)
            #expect(try await PostTag.findByPk(postTag.id) != nil)

            try await postTag.destroy()
            #expect(try await PostTag.count() == 0)
        }
    }
}

extension PostTag {
    /// Stores a post tag that keeps every rule, with what it belongs to.
    static func sample() async throws -> Self {
        try await create(postId: Post.sample().id, tagId: Tag.sample().id)
    }
}
