import Testing

@testable import ScaffoldStorage

@Suite struct IncludeTests {
    private func withPosts(on engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
        try await withBlog(on: engine) {
            let ann = try await makeUser("Ann")
            let bob = try await makeUser("Bob")
            _ = try await ann.createProfile(bio: "Engineer")
            for number in 1...3 {
                let post = try await ann.createPost(
                    title: "A\(number)", content: "", status: number == 1 ? .draft : .published)
                try await post.setTags(named: ["a", "b"].suffix(number))
            }
            _ = try await bob.createPost(title: "B1", content: "")
            _ = try await makeUser("Cid")
            try await body()
        }
    }

    @Test(arguments: TestEngine.all) func `what was not asked for is not there, and says what to do`(
        _ engine: TestEngine
    ) async throws {
        try await withPosts(on: engine) {
            let post = try #require(try await Post.findByPk(1))
            #expect(!post.author.isLoaded)
            let error = #expect(throws: AssociationNotLoadedError.self) { try post.author.get() }
            #expect(error?.description.contains("include") == true)
        }
    }

    @Test(arguments: TestEngine.all) func `belongsTo, hasOne, hasMany and belongsToMany are read along`(
        _ engine: TestEngine
    ) async throws {
        try await withPosts(on: engine) {
            let posts = try await Post.findAll {
                $0.include(\.author)
                $0.include(\.tags)
                $0.order(by: \.id)
            }
            #expect(try posts.map { try $0.author.get().firstName } == ["Ann", "Ann", "Ann", "Bob"])
            #expect(try posts.map { try $0.tags.get().map(\.name) } == [["b"], ["b", "a"], ["b", "a"], []])
            let users = try await User.findAll {
                $0.include(\.posts) { $0.order(by: \.title, .descending) }
                $0.include(\.profile)
                $0.order(by: \.id)
            }
            #expect(try users.map { try $0.posts.get().map(\.title) } == [["A3", "A2", "A1"], ["B1"], []])
            #expect(try users.map { try $0.profile.get()?.bio } == ["Engineer", nil, nil])
        }
    }

    @Test(arguments: TestEngine.all) func `includes nest to any depth, through joins and lists`(_ engine: TestEngine)
        async throws
    {
        try await withPosts(on: engine) {
            let posts = try await Post.findAll {
                $0.include(\.author) {
                    $0.include(\.profile) { $0.include(\.user) }
                    $0.include(\.posts) {
                        $0.order(by: \.id)
                        $0.include(\.tags) { $0.include(\.posts) { $0.order(by: \.id) } }
                    }
                }
                $0.order(by: \.id)
            }
            let author = try posts[0].author.get()
            #expect(try author.profile.get()?.user.get().firstName == "Ann")
            #expect(try author.posts.get().map(\.title) == ["A1", "A2", "A3"])
            #expect(try author.posts.get()[0].tags.get()[0].posts.get().map(\.title) == ["A1", "A2", "A3"])
            #expect(try posts[3].author.get().profile.get() == nil)
            #expect(try posts[3].author.get().posts.get().map(\.title) == ["B1"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `conditions inside of include narrow what is loaded and drop rows without a match`(_ engine: TestEngine)
        async throws
    {
        try await withPosts(on: engine) {
            let users = try await User.findAndCountAll { $0.include(\.posts) { $0.where { $0.status == .published } } }
            #expect(users.count == 1)
            #expect(try users.rows.map { try $0.posts.get().map(\.title) } == [["A2", "A3"]])
            let all = try await User.findAll {
                $0.include(\.posts, required: false) { $0.where { $0.status == .published } }
                $0.order(by: \.id)
            }
            #expect(try all.map { try $0.posts.get().count } == [2, 0, 0])
            let written = try await User.findAndCountAll {
                $0.include(\.posts, required: true)
                $0.limit(1)
            }
            #expect(written.count == 2)
            let byAnn = try await Post.findAndCountAll {
                $0.include(\.author) { $0.where { $0.firstName == "Ann" } }
                $0.limit(2)
            }
            #expect(byAnn.count == 3)
            #expect(try byAnn.rows.map { try $0.author.get().firstName } == ["Ann", "Ann"])
            // a condition two steps away
            let withTag = try await User.findAll {
                $0.include(\.posts) { $0.include(\.tags) { $0.where { $0.name == "a" } } }
            }
            #expect(try withTag.map { try $0.posts.get().map(\.title) } == [["A2", "A3"]])
        }
    }

    @Test(arguments: TestEngine.all) func `the number of statements does not grow with the rows`(_ engine: TestEngine)
        async throws
    {
        try await withPosts(on: engine) {
            let counter = Counter()
            let database = try Database.current
            let query = Query<Post> {
                $0.include(\.author) { $0.include(\.profile) }
                $0.include(\.tags)
            }
            let rows = try await database.read { connection in
                let counting = CountingConnection(connection, counter)
                return try Reader(connection: counting, dialect: database.dialect).rows(query, .model(query.includes))
            }
            #expect(rows.count == 4)
            #expect(counter.count == 2)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a limit where there is one row at most is refused, not ignored`(_ engine: TestEngine) async throws {
        try await withPosts(on: engine) {
            await #expect(throws: QueryError.self) { try await Post.findAll { $0.include(\.author) { $0.limit(1) } } }
            await #expect(throws: QueryError.self) { try await User.findAll { $0.include(\.posts) { $0.limit(-1) } } }
        }
    }

    @Test(arguments: TestEngine.all) func `a hasOne that nothing keeps unique does not double its owner`(
        _ engine: TestEngine
    ) async throws {
        try await withBlog(on: engine) {
            let root = try await Category.create(Category(name: "root"))
            for name in ["one", "two"] { _ = try await Category.create(Category(name: name, parentId: root.id)) }
            let found = try await Category.findAndCountAll {
                $0.include(\.firstChild)
                $0.where { $0.parentId == nil }
            }
            #expect(found.count == 1)
            #expect(try found.rows.map { try $0.firstChild.get()?.name } == ["one"])
        }
    }

    @Test func `each owner gets its own rows where the database takes different keys as the same`() async throws {
        try await Scratch.memory { database in
            try await database.script(
                """
                CREATE TABLE nicknames (name TEXT PRIMARY KEY);
                CREATE TABLE uses (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE);
                INSERT INTO nicknames VALUES ('bo'), ('Bo'), ('cy'), ('di');
                INSERT INTO uses (name) VALUES ('bo'), ('Bo'), ('bo'), ('cy'), ('Bo'), ('BO'), ('bo');
                """)
            try await database.withValue {
                let names = try await Nickname.findAll {
                    $0.include(\.uses)
                    $0.order(by: \.name)
                }
                #expect(names.map(\.name) == ["Bo", "bo", "cy", "di"])
                #expect(try names.map { try $0.uses.get().map(\.id) } == [[2, 5], [1, 3, 7], [4], []])
            }
        }
    }
}

final class Counter: @unchecked Sendable {
    var count = 0
}

/// Counts what runs on a connection.
final class CountingConnection: Connection {
    private let connection: any Connection
    private let counter: Counter

    init(_ connection: any Connection, _ counter: Counter) {
        self.connection = connection
        self.counter = counter
    }

    func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws {
        counter.count += 1
        try connection.query(sql, values, body)
    }

    func execute(_ sql: String, _ values: Values) throws -> Execution {
        counter.count += 1
        return try connection.execute(sql, values)
    }

    func run(script: String) throws { try connection.run(script: script) }
    var isInTransaction: Bool { connection.isInTransaction }
    var isUsable: Bool { connection.isUsable }

    var statementTimeout: Duration? {
        get { connection.statementTimeout }
        set { connection.statementTimeout = newValue }
    }
}
