import ScaffoldPasswords

@testable import ScaffoldStorage

/// Runs a test on a database of its own with the tables of essays and ledgers.
func withEssays<R: Sendable>(on engine: TestEngine, _ body: @Sendable () async throws -> R) async throws -> R {
    try await engine.withTables(makeEssayTables) { _ in
        try await Password.$cost.withValue(4) { try await body() }
    }
}

/// All rows of a model's table, destroyed ones too, as they stand there.
func storedRows<M: Model>(_ model: M.Type) async throws -> [M] {
    try await M.rows(where: nil)
}

@Sendable private func makeEssayTables(_ queryInterface: inout QueryInterface) {
    queryInterface.createTable("essays") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("url_slug", .string(60), allowNull: false, unique: true)
        $0.column("title", .string(60), allowNull: false)
        $0.column("views", .integer, allowNull: false, defaultValue: 0)
        $0.column("score", .double, allowNull: false, defaultValue: 0)
        $0.column("rank", .smallint)
        $0.column("version", .integer, allowNull: false, defaultValue: 0)
        $0.column("updatedAt", .date, allowNull: false)
        $0.column("deletedAt", .date)
    }
    queryInterface.createTable("remarks") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("subject", .string(20))
        $0.column("subjectId", .integer)
        $0.column("isCover", .boolean)
        $0.column("text", .text, allowNull: false)
        $0.column("deletedAt", .date)
    }
    queryInterface.createTable("keywords") {
        $0.column("id", .uuid, primaryKey: true)
        $0.column("name", .string, allowNull: false, unique: true)
    }
    queryInterface.createTable("essay_keywords") {
        $0.column(
            "essayId", .integer, allowNull: false, primaryKey: true, references: .init("essays"), onDelete: .cascade)
        $0.column(
            "keywordId", .uuid, allowNull: false, primaryKey: true, references: .init("keywords"), onDelete: .cascade)
        $0.column("kind", .string(20), allowNull: false)
        $0.column("position", .integer)
        $0.column("deletedAt", .date)
    }
    queryInterface.createTable("pairings") {
        $0.column("leftId", .integer, allowNull: false, primaryKey: true)
        $0.column("rightId", .integer, allowNull: false, primaryKey: true)
    }
    queryInterface.createTable("ledgers") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true)
        $0.column("slug", .string, allowNull: false)
        $0.column("amount", .integer, allowNull: false, defaultValue: 0)
        $0.column("deletedAt", .date)
    }
}
