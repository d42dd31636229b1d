import ScaffoldRuntime

/// A piece of work, done by the models and by hand.
struct Operation: Sendable {
    let name: String
    /// How often it is done a round.
    let count: Int
    let models: @Sendable (Int) async throws -> Void
    let hand: @Sendable (HandWritten, Int) async throws -> Void
    var cleanUp: @Sendable () async throws -> Void = {}

    static let all = [find, page, pageWithTags, insert, bulkInsert, update]

    /// Numbers all over the place, the same for both sides.
    static func spread(_ number: Int) -> Int { (number &* 7_919 &+ 13) % Contents.posts }

    private static let find = Operation(name: "find by primary key", count: 2_000) { number in
        guard try await Post.findByPk(number + 1)?.id == number + 1 else { throw Problem("no post \(number + 1)") }
    } hand: { hand, number in
        let post = try await hand.read { try $0.find(number + 1) }
        guard post?.id == number + 1 else { throw Problem("no post \(number + 1)") }
    }

    private static let page = Operation(name: "20 posts, author", count: 200) { number in
        let posts = try await Post.findAll {
            $0.include(\.author)
            $0.order(by: \.createdAt, .descending)
            $0.limit(20, offset: number % 100)
        }
        guard posts.count == 20, try posts[19].author.get().id == posts[19].userId else { throw Problem("no page") }
    } hand: { hand, number in
        let posts = try await hand.read { try $0.page(offset: number % 100) }
        guard posts.count == 20, posts[19].author?.id == posts[19].userId else { throw Problem("no page") }
    }

    private static let pageWithTags = Operation(name: "20 posts, author and tags", count: 200) { number in
        let posts = try await Post.findAll {
            $0.include(\.author)
            $0.include(\.tags)
            $0.order(by: \.createdAt, .descending)
            $0.limit(20, offset: number % 100)
        }
        guard posts.count == 20, try posts.allSatisfy({ try $0.tags.get().count > 1 }) else { throw Problem("no tags") }
    } hand: { hand, number in
        let posts = try await hand.read { try $0.pageWithTags(offset: number % 100) }
        guard posts.count == 20, posts.allSatisfy({ $0.tags.count > 1 }) else { throw Problem("no tags") }
    }

    private static let insert = Operation(name: "insert", count: 500) { number in
        let post = Contents.post(number)
        guard try await Post.create(post).id > Contents.posts else { throw Problem("no key") }
    } hand: { hand, number in
        let post = HandPost(Contents.post(number))
        guard try await hand.write({ try $0.insert(post) }) > Contents.posts else { throw Problem("no key") }
    } cleanUp: {
        try await Post.destroy { $0.id > Contents.posts }
    }

    private static let bulkInsert = Operation(name: "insert 10,000", count: 1) { _ in
        let posts = try await Post.bulkCreate((0..<10_000).map(Contents.post))
        guard posts.count == 10_000, posts[9_999].id > Contents.posts else { throw Problem("no keys") }
    } hand: { hand, _ in
        let posts = (0..<10_000).map { HandPost(Contents.post($0)) }
        let keys = try await hand.write { try $0.insert(posts) }
        guard keys.count == 10_000, keys[9_999] > Contents.posts else { throw Problem("no keys") }
    } cleanUp: {
        try await Post.destroy { $0.id > Contents.posts }
    }

    /// A row that was read is given another title; the same one would not be written.
    private static let update = Operation(name: "find and update", count: 500) { number in
        guard var post = try await Post.findByPk(number + 1) else { throw Problem("no post") }
        try await post.update { $0.title = newTitle() }
    } hand: { hand, number in
        guard let post = try await hand.read({ try $0.find(number + 1) }) else { throw Problem("no post") }
        guard try await hand.write({ try $0.update(post.id, title: newTitle()) }) == 1 else {
            throw Problem("no post")
        }
    }
}

private func newTitle() -> String { "Title \(Int.random(in: 0..<1_000_000_000))" }
