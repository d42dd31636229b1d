import Testing

@testable import ScaffoldStorage

@Suite struct DeepIncludeTests {
    @Test(arguments: TestEngine.all)
    func `a limit inside of include counts for each owner`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            func articles(_ build: @escaping @Sendable (inout Query<Article>) -> Void) async throws -> [String] {
                try await Shelf.findAll {
                    $0.order(by: \.id)
                    $0.include(\.articles, required: false, build)
                }.map { try $0.articles.get().map(\.title).joined() }
            }
            let last = try await articles {
                $0.order(by: \.views, .descending)
                $0.limit(2)
            }
            #expect(last == ["cb", "de", ""])
            #expect(try await articles { $0.limit(1, offset: 1) } == ["b", "e", ""])
            #expect(try await articles { $0.offset(2) } == ["c", "", ""])
            #expect(try await articles { $0.limit(0) } == ["", "", ""])
            #expect(try await articles { $0.limit(.max, offset: .max) } == ["", "", ""])
            let chosen = try await articles {
                $0.where { $0.views > 10 }
                $0.order(by: \.shelf, \.name)
                $0.limit(1)
                $0.include(\.shelf)
                $0.include(\.keywords) { $0.limit(1) }
            }
            #expect(chosen == ["b", "d", ""])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a limit through a table between, in the order of that`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let articles = try await Article.findAll {
                $0.order(by: \.id)
                $0.include(\.keywords) {
                    $0.order(through: ArticleKeyword.self, by: \.position)
                    $0.limit(2)
                }
                $0.include(\.keywords, into: \.taggings, required: false) {
                    $0.through(ArticleKeyword.self) { $0.position > 1 }
                    $0.order(through: ArticleKeyword.self, by: \.position, .descending)
                    $0.limit(1)
                }
            }
            let names = try articles.map { try $0.keywords.get().map(\.name).joined() }
            #expect(names == ["zy", "x", "", "xy", "", ""])
            #expect(
                articles.map { $0.taggings.map { "\($0.name)\($0.through.position)" }.joined() } == [
                    "x3", "", "", "y2", "", "",
                ])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a page stays a page with required includes at any depth`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            for limit in 1...4 {
                let page = try await Article.findAndCountAll {
                    $0.include(\.keywords, required: true)
                    $0.include(\.shelf)
                    $0.order(by: \.id)
                    $0.limit(limit)
                }
                #expect(page.count == 3)
                #expect(page.rows.map(\.title) == Array(["a", "b", "d"].prefix(limit)))
            }
            let shelves = try await Shelf.findAndCountAll {
                $0.include(\.articles) {
                    $0.order(by: \.id)
                    $0.include(\.keywords) { $0.where { $0.name == "y" } }
                }
                $0.order(by: \.id)
                $0.limit(1, offset: 1)
            }
            #expect(shelves.count == 2)
            #expect(shelves.rows.map(\.name) == ["south"])
            #expect(try shelves.rows[0].articles.get().map(\.title) == ["d"])
            #expect(try shelves.rows[0].articles.get()[0].keywords.get().map(\.name) == ["y"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `the table between: conditions and columns`(_ engine: TestEngine) async throws {
        struct Tagging: Projection {
            var name: String
            var position: Int
            static let selection = Selection<Keyword, Tagging> {
                $0.columns(\.name)
                $0.through(ArticleKeyword.self, \.position)
            }
            init(row: Row) throws {
                name = try row[0]
                position = try row[1]
            }
        }
        try await withLibrary(on: engine) { () async throws in
            let article = try #require(try await Article.findByPk(1))
            let keywords = Article.associations.keywords
            let first = try await keywords.get(of: article) { $0.through(ArticleKeyword.self) { $0.position < 3 } }
            #expect(first.map(\.name) == ["y", "z"])
            let ordered = try await keywords.get(of: article) {
                $0.order(through: ArticleKeyword.self, by: \.position)
                $0.limit(2)
            }
            #expect(ordered.map(\.name) == ["z", "y"])
            let linked = try await keywords.get(of: article, as: Linked<Keyword, ArticleKeyword>.self)
            #expect(linked.map { "\($0.target.name)\($0.through.position)" } == ["x3", "y2", "z1"])
            let taggings = try await keywords.get(of: article, as: Tagging.self) { $0.where { $0.name > "x" } }
            #expect(taggings.map { "\($0.name)\($0.position)" } == ["y2", "z1"])
            let count = try await keywords.count(of: article) { $0.through(ArticleKeyword.self) { $0.position == 1 } }
            #expect(count == 1)
            // a condition inside makes the include required, with the same rows
            let found = try await titles {
                $0.include(\.keywords) { $0.through(ArticleKeyword.self) { $0.position == 2 } }
                $0.order(by: \.id)
            }
            #expect(found == "ad")
        }
    }

    @Test(arguments: TestEngine.all)
    func `through where there is no such table is refused`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            await #expect(throws: QueryError.self) {
                try await Keyword.findAll { $0.through(ArticleKeyword.self) { $0.position == 1 } }
            }
            await #expect(throws: QueryError.self) {
                try await Keyword.findAll { $0.order(through: ArticleKeyword.self, by: \.position) }
            }
            await #expect(throws: QueryError.self) {
                try await Article.findAll { $0.include(\.keywords) { $0.through(Shelf.self) { $0.id == 1 } } }
            }
            await #expect(throws: QueryError.self) {
                try await Shelf.findAll {
                    $0.include(\.articles) { $0.through(ArticleKeyword.self) { $0.position == 1 } }
                }
            }
            await #expect(throws: QueryError.self) {
                try await Keyword.findAll(as: Linked<Keyword, ArticleKeyword>.self)
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a list inside of a joined row, and inside of that again`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            for name in ["Ann", "Bob"] {
                let user = try await makeUser(name)
                for number in 1...2 {
                    let post = try await user.createPost(title: "\(name) \(number)", content: "…")
                    try await post.setTags(named: ["t\(number)"])
                }
            }
            let posts = try await Post.findAll {
                $0.order(by: \.id)
                $0.include(\.author) {
                    $0.include(\.posts) {
                        $0.order(by: \.title, .descending)
                        $0.limit(1)
                        $0.include(\.tags)
                    }
                }
            }
            #expect(posts.map(\.title) == ["Ann 1", "Ann 2", "Bob 1", "Bob 2"])
            let lists = try posts.map { try $0.author.get().posts.get() }
            #expect(lists.map { $0.map(\.title) } == [["Ann 2"], ["Ann 2"], ["Bob 2"], ["Bob 2"]])
            #expect(try lists.map { try $0[0].tags.get().map(\.name) } == [["t2"], ["t2"], ["t2"], ["t2"]])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a row that is not there does not shift the lists of those that follow`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let articles = try await Article.findAll {
                $0.order(by: \.title, .descending)
                $0.include(\.shelf) { $0.include(\.articles) { $0.order(by: \.title) } }
            }
            let lists = try articles.map { try $0.shelf.get()?.articles.get().map(\.title).joined() }
            #expect(lists == [nil, "de", "de", "abc", "abc", "abc"])
        }
    }
}
