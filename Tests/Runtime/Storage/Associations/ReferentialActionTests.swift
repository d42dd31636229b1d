import Testing

@testable import ScaffoldStorage

/// What happens to rows that refer to one that is deleted or gets another key: the database does it.
@Suite struct ReferentialActionTests {
    /// Runs a test with a remark about an essay, whose foreign key has these actions.
    private func withReference(
        on engine: TestEngine, onDelete: ReferentialAction?, onUpdate: ReferentialAction? = nil,
        _ body: @Sendable (Topic, EssayKeyword) async throws -> Void
    ) async throws {
        try await engine.withTables {
            $0.createTable("keywords") {
                $0.column("id", .uuid, primaryKey: true)
                $0.column("name", .string, allowNull: false, unique: true)
            }
            $0.createTable("essay_keywords") {
                $0.column("essayId", .integer, allowNull: false, primaryKey: true)
                $0.column(
                    "keywordId", .uuid, allowNull: onDelete == .setNull, references: .init("keywords"),
                    onDelete: onDelete, onUpdate: onUpdate)
                $0.column("kind", .string(20), allowNull: false)
                $0.column("position", .integer)
                $0.column("deletedAt", .date)
            }
        } _: { _ in
            let word = try await Topic.create(Topic("swift"))
            try await body(word, try await EssayKeyword.create(EssayKeyword(essayId: 1, keywordId: word.id)))
        }
    }

    private func count(where condition: Clause? = nil) async throws -> Int {
        try await database.writing { writer in
            var statement = SQLWriter(writer.dialect)
            let place = statement.place(EssayKeyword.table)
            statement.write("SELECT COUNT(*) FROM \(place.definition)")
            try statement.writeWhere(condition.map { [$0] } ?? [], at: place)
            return try writer.connection.first(statement.text, statement.values) { try $0[0] } ?? 0
        }
    }

    @Test(arguments: TestEngine.all) func `CASCADE deletes them`(_ engine: TestEngine) async throws {
        try await withReference(on: engine, onDelete: .cascade) { (word: Topic, _: EssayKeyword) async throws in
            try await word.destroy()
            #expect(try await count() == 0)
        }
    }

    @Test(arguments: TestEngine.all) func `SET NULL lets them go`(_ engine: TestEngine) async throws {
        try await withReference(on: engine, onDelete: .setNull) { (word: Topic, _: EssayKeyword) async throws in
            try await Topic.destroy(.all)
            #expect(try await count(where: .null(EssayKeyword.columns.keywordId.index)) == 1)
        }
    }

    @Test(arguments: TestEngine.all) func `RESTRICT and NO ACTION refuse`(_ engine: TestEngine) async throws {
        for action in [ReferentialAction.restrict, .noAction, nil] {
            try await withReference(on: engine, onDelete: action) { (word: Topic, _: EssayKeyword) async throws in
                let error = await #expect(throws: ForeignKeyConstraintError.self) { try await word.destroy() }
                #expect(error?.table != nil)
                #expect(try await count() == 1)
            }
        }
    }

    @Test(arguments: TestEngine.all) func `a key that changes is followed, or not let go`(_ engine: TestEngine)
        async throws
    {
        try await withReference(on: engine, onDelete: .cascade, onUpdate: .cascade) {
            (word: Topic, _: EssayKeyword) async throws in
            var word = word
            let new = Topic("other").id
            try await word.update { $0.id = new }
            #expect(try await storedRows(EssayKeyword.self).map(\.keywordId) == [new])
        }
        try await withReference(on: engine, onDelete: .cascade, onUpdate: .restrict) {
            (word: Topic, _: EssayKeyword) async throws in
            var word = word
            await #expect(throws: ForeignKeyConstraintError.self) { try await word.update { $0.id = Topic("x").id } }
        }
    }
}
