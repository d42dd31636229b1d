@testable import ScaffoldStorage

/// Runs a test with two shelves and an empty one, and these articles, by name with their views and ranks:
/// on `north` a 10 1, b 20, c 30 3; on `south` d 40 4, e 10; on none f 20 6.
/// Keywords x, y, z and a hidden one, `h`; a has z at 1, y at 2, x at 3, h at 4; b has x at 1; d has x at 1, y at 2.
func withLibrary(on engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
    try await engine.withTables(makeLibraryTables) { _ in
        for name in ["north", "south", "empty"] { _ = try await Shelf.create(Shelf(name)) }
        let articles: [(String, Int?, Int, Int?)] = [
            ("a", 1, 10, 1), ("b", 1, 20, nil), ("c", 1, 30, 3), ("d", 2, 40, 4), ("e", 2, 10, nil), ("f", nil, 20, 6),
        ]
        for (title, shelf, views, rank) in articles {
            _ = try await Article.create(Article(title, shelfId: shelf, views: views, rank: rank))
        }
        for name in ["x", "y", "z"] { _ = try await Keyword.create(Keyword(name)) }
        _ = try await Keyword.create(Keyword("h", isHidden: true))
        for (article, keyword, position) in [
            (1, 3, 1), (1, 2, 2), (1, 1, 3), (1, 4, 4), (2, 1, 1), (4, 1, 1), (4, 2, 2),
        ] {
            _ = try await ArticleKeyword.create(
                ArticleKeyword(articleId: article, keywordId: keyword, position: position))
        }
        try await body()
    }
}

@Sendable private func makeLibraryTables(_ queryInterface: inout QueryInterface) {
    queryInterface.createTable("shelves") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
    }
    queryInterface.createTable("articles") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("shelfId", .integer)
        $0.column("title", .string, allowNull: false)
        $0.column("views", .integer, allowNull: false)
        $0.column("rank", .integer)
        $0.column("settings", .json, allowNull: false)
        $0.column("writtenAt", .date, allowNull: false)
        $0.column("deletedAt", .date)
    }
    queryInterface.createTable("keywords") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
        $0.column("isHidden", .boolean, allowNull: false)
    }
    queryInterface.createTable("article_keywords") {
        $0.column("articleId", .integer, primaryKey: true)
        $0.column("keywordId", .integer, primaryKey: true)
        $0.column("position", .integer, allowNull: false)
    }
}

/// The titles of the articles that a query finds, in one word.
func titles(_ build: (inout Query<Article>) throws -> Void) async throws -> String {
    try await Article.findAll(build).map(\.title).joined()
}
