import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct BadInputTests {
    @Test(arguments: TestEngine.all)
    func `a number out of its column's range names the attribute, and nothing is written`(_ engine: TestEngine)
        async throws
    {
        try await withEssays(on: engine) { () async throws in
            let large = Int(Int32.max) + 1
            let error = await #expect(throws: ValueTooLongError.self) {
                try await Essay.create(Essay(slug: "a", views: large))
            }
            #expect(error?.column == "views")
            await #expect(throws: ValueTooLongError.self) {
                try await Essay.bulkCreate([Essay(slug: "a"), Essay(slug: "b", views: -large - 1)])
            }
            #expect(try await storedRows(Essay.self).isEmpty)
            var essay = try await Essay.create(Essay(slug: "a", views: Int(Int32.max)))
            await #expect(throws: ValueTooLongError.self) { try await essay.update { $0.views = large } }
            await #expect(throws: ValueTooLongError.self) { try await Essay.update(.all) { $0.views = .value(large) } }
            #expect(try await storedRows(Essay.self).map(\.views) == [Int(Int32.max)])
        }
    }

    @Test(arguments: [("99999999.99", true), ("-99999999.99", true), ("100000000", false), ("-1e9", false)])
    func `a decimal has so many digits before its point as its column says`(text: String, fits: Bool) throws {
        let limit = try #require(ColumnLimit(0, .decimal(10, 2)))
        let number = try #require(Decimal(string: text))
        #expect(limit.allows(.decimal(number)) == fits)
        #expect(ColumnLimit(0, .decimal)?.allows(.decimal(1)) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a text that is too long names the attribute; characters count, not bytes`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let error = await #expect(throws: ValueTooLongError.self) {
                try await Essay.create(Essay(slug: String(repeating: "ü", count: 61)))
            }
            #expect(error?.column == "slug")
            let slug = String(repeating: "ü", count: 60)
            #expect(try await Essay.create(Essay(slug: slug)).slug == slug)
        }
    }

    @Test(arguments: TestEngine.all)
    func `text with quotes, signs and bytes that are no text comes back as it was or is refused`(_ engine: TestEngine)
        async throws
    {
        try await withEssays(on: engine) { () async throws in
            for text in ["'; DROP TABLE essays; --", "\"`\\", "$1 ? :a", "\u{FFFD}", "\u{1F469}\u{200D}\u{1F467}"] {
                let remark = try await Remark.create(Remark(text))
                #expect(try await Remark.findByPk(remark.id)?.text == text)
                #expect(try await Remark.upsert(remark).0.text == text)
            }
            if engine == .sqlite {
                let error = await #expect(throws: ValueError.self) { try await Remark.create(Remark("a\0b")) }
                #expect((error?.model, error?.column, error?.kind) == ("Remark", "text", .text))
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `a value that the engine cannot keep names model and attribute`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            var essay = Essay(slug: "a")
            essay.score = .nan
            let broken = essay
            guard engine == .sqlite else { return }
            let error = await #expect(throws: ValueError.self) { try await Essay.create(broken) }
            #expect((error?.model, error?.column, error?.kind) == ("Essay", "score", .double))
            await #expect(throws: ValueError.self) { try await Essay.bulkCreate([Essay(slug: "b"), broken]) }
            #expect(try await storedRows(Essay.self).isEmpty)
        }
    }

    @Test(arguments: TestEngine.all)
    func `an enum's unknown word in the table, and a value that is no longer what it was`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            let user = try await makeUser("Ann")
            var post = try await Post.create(title: "t", content: "c", userId: user.id)
            var draft = Draft(Post.table)
            draft.set(Post.columns.status.index, .text("archived"))
            let unknown = draft
            try await database.writing { _ = try $0.update(unknown, where: nil) }
            let error = await #expect(throws: ColumnDecodingError.self) { try await post.reload() }
            #expect((error?.model, error?.column, error?.found) == ("Post", "status", .text))
            #expect(error?.description.contains("draft, published") == true)
            await #expect(throws: ColumnDecodingError.self) { try await Post.rows(where: nil) }
            // what is written over it is not looked at
            try await post.update { $0.title = "new" }
            try await Post.update(.all) { $0.status = .value(.draft) }
            try await post.reload()
            #expect(post.title == "new")
        }
    }

    @Test(arguments: TestEngine.all)
    func `a CHECK that does not hold names the attribute`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let user = try await makeUser("Ann")
            var draft = Draft(User.table)
            draft.set(User.columns.role.index, .text("king"))
            let unknown = draft
            let row = try user.isThisRow()
            let error = await #expect(throws: CheckConstraintError.self) {
                try await database.writing { _ = try $0.update(unknown, where: row) }
            }
            #expect(error?.columns == ["role"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a table that differs from the model is told, not guessed`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable("keywords") {
                $0.column("id", .uuid, primaryKey: true)
                $0.column("label", .string)
            }
            $0.createTable("remarks") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("subject", .string)
                $0.column("subjectId", .integer)
                $0.column("isCover", .boolean)
                $0.column("text", .integer)
                $0.column("deletedAt", .date)
            }
        } _: { (database: Database) async throws in
            let error = await #expect(throws: DatabaseError.self) { try await Topic.create(Topic("swift")) }
            #expect(error?.description.contains("name") == true)
            if engine == .sqlite {
                try await database.write { _ = try $0.execute("INSERT INTO remarks (text) VALUES (3)") }
                let other = await #expect(throws: ColumnDecodingError.self) { try await Remark.rows(where: nil) }
                #expect((other?.model, other?.column, other?.found) == ("Remark", "text", .integer))
            }
        }
    }
}
