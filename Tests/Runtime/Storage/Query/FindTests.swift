import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct FindTests {
    private func withPosts(on engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
        try await withBlog(on: engine) {
            let ann = try await makeUser("Ann", role: .admin)
            let bob = try await makeUser("Bob", isActive: false)
            for number in 1...5 {
                _ = try await ann.createPost(
                    title: "Ann's \(number)", content: "text", status: number > 3 ? .published : .draft)
            }
            _ = try await bob.createPost(title: "100% Ünder_score", content: "Äpfel")
            try await body()
        }
    }

    @Test(arguments: TestEngine.all) func `rows are found by every sort of condition`(_ engine: TestEngine) async throws
    {
        try await withPosts(on: engine) { () async throws in
            func check(_ expected: [String], _ condition: (Post.Columns) -> Condition<Post>) async throws {
                let found = try await Post.findAll {
                    $0.where(condition)
                    $0.order(by: \.id)
                }
                #expect(found.map { $0.title.replacing("Ann's ", with: "") } == expected)
            }
            try await check(["2"]) { $0.id == 2 }
            try await check(["1", "3", "4", "5"]) { $0.id != 2 && $0.userId == 1 }
            try await check(["1"]) { $0.id < 2 }
            try await check(["1", "2"]) { $0.id <= 2 }
            try await check(["5"]) { $0.id > 4 && $0.id >= 5 && $0.userId == 1 }
            try await check(["1", "3"]) { $0.id.in([1, 3, 99]) }
            try await check([]) { $0.id.in([]) }
            try await check(["5"]) { $0.id.notIn([1, 2, 3, 4, 6]) }
            try await check(["1", "2", "3", "4", "5", "100% Ünder_score"]) { $0.id.notIn([]) }
            try await check(["2", "3"]) { $0.id.between(2, 3) }
            try await check(["4", "5"]) { $0.status == .published }
            try await check(["1", "2"]) { !($0.status == .published) && $0.id < 3 }
            try await check(["1", "2"]) { $0.id == 1 || $0.id == 2 }
            try await check(["4"]) { ($0.id == 1 || $0.id == 4) && $0.status == .published }
            try await check(["1", "2", "3", "4", "5", "100% Ünder_score"]) { _ in .and([]) }
            try await check([]) { _ in .or([]) }
            try await check(["5"]) { $0.title.like("Ann%5") }
            try await check(["100% Ünder_score"]) { $0.title.notLike("Ann%") }
        }
    }

    @Test(
        arguments: TestEngine.all,
        [
            ("ann", 5), ("ANN'S", 5), ("100%", 1), ("%", 1), ("_", 1), ("ünder", 1), ("ÜNDER", 1), ("0% Ü", 1),
            ("\\", 0), ("'; DROP TABLE posts; --", 0), ("", 6),
        ])
    func `contains takes letters of either case as the same and every sign as itself`(
        _ engine: TestEngine, _ example: (text: String, count: Int)
    ) async throws {
        try await withPosts(on: engine) { () async throws in
            #expect(try await Post.count { $0.where { $0.title.contains(example.text) } } == example.count)
        }
    }

    @Test(arguments: TestEngine.all) func `startsWith and endsWith look at the ends only`(_ engine: TestEngine)
        async throws
    {
        try await withPosts(on: engine) { () async throws in
            #expect(try await Post.count { $0.where { $0.title.startsWith("ann") } } == 5)
            #expect(try await Post.count { $0.where { $0.title.startsWith("nn") } } == 0)
            #expect(try await Post.count { $0.where { $0.title.endsWith("SCORE") } } == 1)
            #expect(try await Post.count { $0.where { $0.title.endsWith("scor") } } == 0)
        }
    }

    @Test(arguments: TestEngine.all) func `a column that may be null is compared with nil`(_ engine: TestEngine)
        async throws
    {
        try await withPosts(on: engine) { () async throws in
            var ann = try #require(try await User.findByEmail("Ann@example.com"))
            try await ann.recordLogin()
            #expect(try await User.findAll { $0.where { $0.lastLoginAt == nil } }.map(\.firstName) == ["Bob"])
            #expect(try await User.findAll { $0.where { $0.lastLoginAt != nil } }.map(\.firstName) == ["Ann"])
            #expect(try await User.count { $0.where { $0.lastLoginAt.isNull } } == 1)
            let login = try #require(ann.lastLoginAt)
            #expect(try await User.count { $0.where { $0.lastLoginAt == login } } == 1)
            #expect(try await User.count { $0.where { $0.lastLoginAt < login } } == 0)
        }
    }

    @Test(arguments: TestEngine.all) func `order, limit and offset make pages that repeat nothing`(_ engine: TestEngine)
        async throws
    {
        try await withPosts(on: engine) { () async throws in
            var ids: [Int] = []
            for page in 0..<3 {
                ids += try await Post.findAll {
                    $0.order(by: \.content, .descending)
                    $0.limit(2, offset: page * 2)
                }.map(\.id)
            }
            #expect(ids == [6, 5, 4, 3, 2, 1])
            let rest = try await Post.findAll {
                $0.order(by: \.id)
                $0.offset(4)
            }
            #expect(rest.map(\.id) == [5, 6])
        }
    }

    @Test(arguments: TestEngine.all) func `a negative limit or offset is refused`(_ engine: TestEngine) async throws {
        try await withPosts(on: engine) { () async throws in
            await #expect(throws: QueryError.self) { try await Post.findAll { $0.limit(-1) } }
            await #expect(throws: QueryError.self) { try await Post.findAll { $0.limit(1, offset: -1) } }
            await #expect(throws: QueryError.self) { try await Post.findAndCountAll { $0.offset(-1) } }
        }
    }

    @Test(arguments: TestEngine.all) func `the first row, or none`(_ engine: TestEngine) async throws {
        try await withPosts(on: engine) { () async throws in
            #expect(try await Post.findOne { $0.order(by: \.id, .descending) }?.id == 6)
            #expect(try await Post.findOne { $0.where { $0.id == 99 } } == nil)
            #expect(try await Post.findByPk(3)?.title == "Ann's 3")
            #expect(try await Post.findByPk(99) == nil)
            #expect(try await Post.findByPk(.max) == nil)
            #expect(try await Post.exists { $0.where { $0.id == 1 } })
            #expect(try await !Post.exists { $0.where { $0.id == 99 } })
        }
    }

    @Test(arguments: TestEngine.all) func `rows are counted whatever the page`(_ engine: TestEngine) async throws {
        try await withPosts(on: engine) { () async throws in
            let page = try await Post.findAndCountAll {
                $0.where { $0.userId == 1 }
                $0.order(by: \.id)
                $0.limit(2, offset: 2)
            }
            #expect(page.count == 5)
            #expect(page.rows.map(\.id) == [3, 4])
            let last = try await Post.findAndCountAll { $0.limit(4, offset: 4) }
            #expect((last.count, last.rows.count) == (6, 2))
            let beyond = try await Post.findAndCountAll { $0.limit(4, offset: 40) }
            #expect((beyond.count, beyond.rows.count) == (6, 0))
            let none = try await Post.findAndCountAll { $0.where { $0.id == 99 } }
            #expect((none.count, none.rows.count) == (0, 0))
            let nothing = try await Post.findAndCountAll { $0.limit(0) }
            #expect((nothing.count, nothing.rows.count) == (6, 0))
        }
    }

    @Test(arguments: TestEngine.all) func `conditions on an association keep rows single and counts right`(
        _ engine: TestEngine
    ) async throws {
        try await withPosts(on: engine) { () async throws in
            var post = try #require(try await Post.findByPk(1))
            try await post.setTags(named: ["swift", "server", "sql"])
            try await Post.findByPk(2)?.setTags(named: ["swift"])
            let found = try await Post.findAndCountAll {
                $0.where(\.tags) { $0.name.startsWith("s") }
                $0.include(\.tags) { $0.order(by: \.name) }
                $0.include(\.author)
                $0.order(by: \.id)
                $0.limit(1)
            }
            #expect(found.count == 2)
            #expect(found.rows.map(\.id) == [1])
            #expect(try found.rows[0].tags.get().map(\.name) == ["server", "sql", "swift"])
            #expect(try await Post.count { $0.where(\.author) { $0.role == .admin } } == 5)
            #expect(try await User.count { $0.where(\.posts) { $0.status == .published } } == 1)
            #expect(try await Post.count { $0.where { $0.userId == 2 || .exists(\.tags) { $0.name == "sql" } } } == 2)
            #expect(try await Post.count { $0.where { _ in !.exists(\.tags) } } == 4)
            #expect(
                try await User.count {
                    $0.where { _ in .exists(\.posts) { _ in .exists(\.tags) { $0.name == "sql" } } }
                } == 1)
            try await post.reload { $0.include(\.tags) { $0.where { $0.name != "sql" } } }
            #expect(try post.tags.get().count == 2)
        }
    }

    @Test(arguments: TestEngine.all) func `tuples of some columns`(_ engine: TestEngine) async throws {
        try await withPosts(on: engine) { () async throws in
            let rows = try await Post.findAll(\.id, \.title) { $0.where { $0.id <= 2 } }
            #expect(rows.map(\.0) == [1, 2])
            #expect(rows.map(\.1) == ["Ann's 1", "Ann's 2"])
            let (email, login) = try #require(try await User.findAll(\.email, \.lastLoginAt) { $0.limit(1) }.first)
            #expect(email == "ann@example.com")
            #expect(login == nil)
        }
    }

    @Test func `the text of a statement depends on its shape, values are bound`() throws {
        let first = try statement { (query: inout Query<Post>) in
            query.where { $0.title == "it's" && $0.userId.in([1, 2, 3]) }
            query.limit(20, offset: 40)
        }
        let second = try statement { (query: inout Query<Post>) in
            query.where { $0.title == "other" && $0.userId.in([4, 5, 6, 7]) }
            query.limit(10, offset: 10)
        }
        #expect(first.text == second.text)
        #expect(
            first.text.hasSuffix(
                #"FROM "posts" AS t0 WHERE (t0."title" = ? AND t0."userId" IN (?, ?, ?, ?)) ORDER BY t0."id" LIMIT ? OFFSET ?"#
            ))
        #expect(first.values == ["it's", 1, 2, 3, 3, 20, 40])
    }

    @Test(arguments: TestEngine.all) func `a list longer than a statement may be is refused, a long one taken`(
        _ engine: TestEngine
    ) async throws {
        try await withPosts(on: engine) { () async throws in
            #expect(try await Post.count { $0.where { $0.id.in(Array(1...20_000)) } } == 6)
            let tooMany = Array(0...(try database.dialect.maximumValues))
            await #expect(throws: QueryError.self) { try await Post.count { $0.where { $0.id.in(tooMany) } } }
        }
    }

    @Test(arguments: TestEngine.all) func `a row that does not fit the model names model and column`(
        _ engine: TestEngine
    ) async throws {
        try await withPosts(on: engine) { () async throws in
            try await database.write { try $0.run(script: "UPDATE posts SET status = 'lost' WHERE id = 1") }
            let error = await #expect(throws: ColumnDecodingError.self) { try await Post.findByPk(1) }
            #expect(error?.model == "Post")
            #expect(error?.column == "status")
        }
    }
}

extension Post: Equatable {
    static func == (left: Post, right: Post) -> Bool { left.encoded == right.encoded }
}
