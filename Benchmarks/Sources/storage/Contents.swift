import ScaffoldDatabase
import ScaffoldRuntime

/// What the database holds: 1,000 users, 10,000 posts, 50 tags, 2 or 3 of them a post.
enum Contents {
    static let users = 1_000
    static let posts = 10_000

    static func fill(_ database: Database) async throws {
        try await Migrator(database, migrations: migrations).up()
        guard try await Post.count() == 0 else { throw Problem("the database is not empty") }
        let hash = Password(hash: "$2b$10$" + String(repeating: "x", count: 53))
        _ = try await User.bulkCreate(
            (1...users).map {
                User(email: "user\($0)@example.com", password: hash, firstName: "First\($0)", lastName: "Last\($0)")
            }, validate: false)
        let tags = try await Tag.bulkCreate((1...50).map { Tag(name: "tag \($0)") })
        let posts = try await Post.bulkCreate((0..<posts).map(post))
        let links = posts.flatMap { post in
            (0..<2 + post.id % 2).map { PostTag(postId: post.id, tagId: tags[(post.id * 7 + $0 * 11) % tags.count].id) }
        }
        for start in stride(from: 0, to: links.count, by: 5_000) {
            _ = try await PostTag.bulkCreate(Array(links[start..<min(start + 5_000, links.count)]))
        }
    }

    /// A post that is not stored yet; each has a moment of its own.
    @Sendable static func post(_ number: Int) -> Post {
        var post = Post(
            title: "Post number \(number)", content: String(repeating: "Some text. ", count: 20), status: .published,
            userId: number % users + 1)
        post.createdAt = Date(timeIntervalSince1970: 1_750_000_000 + Double(number) * 61)
        return post
    }

    static func remove(_ database: Database) async throws {
        try await Migrator(database, migrations: migrations).undoAll()
    }
}

struct Problem: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}
