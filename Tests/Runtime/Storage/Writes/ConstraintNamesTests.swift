import Testing

@testable import ScaffoldStorage

@Suite struct ConstraintNamesTests {
    private func refused(_ body: @Sendable () async throws -> Void) async throws -> ForeignKeyConstraintError {
        do {
            try await body()
        } catch let error as ForeignKeyConstraintError {
            return error
        }
        return try #require(nil, "it was not refused")
    }

    @Test(arguments: TestEngine.all)
    func `a foreign key that names no row names its attribute`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) { () async throws in
            let error = try await refused { _ = try await Post.create(title: "a", content: "b", userId: 77) }
            #expect(error.table == "posts")
            #expect(error.columns == ["userId"])
            #expect(error.message.contains("userId of posts"))
            let user = try await makeUser("Ann")
            var category = try await Category.create(Category(name: "a"))
            let unknown = category
            #expect(
                try await refused {
                    var category = unknown
                    try await category.update { $0.reviewerId = 9 }
                }.columns == ["reviewerId"])
            // a column of another name, in a table that refers to itself
            #expect(
                try await refused { _ = try await Category.create(Category(name: "b", parentId: 9)) }.columns == [
                    "parentId"
                ])
            try await category.update { $0.editorId = user.id }
            let many = [Category(name: "c", parentId: category.id), Category(name: "d", parentId: 99)]
            #expect(try await refused { try await Category.bulkCreate(many) }.columns == ["parentId"])
            #expect(
                try await refused { try await Category.update(.all) { $0.editorId = .value(5) } }.columns == [
                    "editorId"
                ])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a row that others refer to is told with what they refer by, where the engine says it`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) { () async throws in
            let parent = try await Category.create(Category(name: "a"))
            _ = try await Category.create(Category(name: "b", parentId: parent.id))
            let error = try await refused { try await parent.destroy() }
            #expect(error.table == "categories")
            #expect(error.columns.isEmpty || error.columns == ["parentId"])
            let user = try await makeUser("Ann")
            var other = try await Category.create(Category(name: "c"))
            try await Category.associations.editor.set(key: user.id, of: &other)
            let told = try await refused { try await user.destroy() }
            #expect(told.columns.isEmpty || told.columns == ["editorId"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `a check names the attributes that its name or its expression mentions`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            let one = await #expect(throws: CheckConstraintError.self) {
                _ = try await Badge.create(Badge("a", points: -1))
            }
            #expect(one?.columns == ["points"])
            let both = await #expect(throws: CheckConstraintError.self) {
                _ = try await Badge.create(Badge("a", points: 11))
            }
            #expect(both?.columns == ["points", "maximum"])
            #expect(both?.message.contains("for points, maximum") == true)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a row that is there already is told in the model's words, by whatever makes it the same`(
        _ engine: TestEngine
    ) async throws {
        try await withBlog(on: engine) { () async throws in
            func refused(_ body: () async throws -> Void) async throws -> UniqueConstraintError {
                do { try await body() } catch let error as UniqueConstraintError { return error }
                return try #require(nil, "it was not refused")
            }
            var (ann, bob) = (try await makeUser("Ann"), try await makeUser("Bob"))
            let created = try await refused { _ = try await makeUser("Ann") }
            #expect(created.columns == ["email"])
            #expect(created.text == "Email already exists")
            let email = ann.email
            #expect(try await refused { try await bob.update { $0.email = email } }.text == "Email already exists")
            #expect(
                try await refused { try await User.update(.all) { $0.email = .value(email) } }.text
                    == "Email already exists")
            ann.firstName = "Anna"
            let tag = try await Tag.create(Tag(name: "a"))
            #expect(try await refused { _ = try await Tag.create(Tag(name: "a")) }.text == nil)
            let post = try await Post.create(title: "a", content: "b", userId: ann.id)
            let pair = PostTag(postId: post.id, tagId: tag.id)
            _ = try await PostTag.create(pair)
            #expect(try await refused { _ = try await PostTag.create(pair) }.text == "The post has this tag")
            #expect(try await refused { try await PostTag.bulkCreate([pair]) }.text == "The post has this tag")
        }
    }

    @Test func `an expression names its attributes, a text in it does not`() throws {
        func columns(_ constraint: String) -> [String] {
            let writer = Writer(connection: Recorder(), dialect: SQLiteDialect())
            do {
                try writer.naming(Draft(Badge.table)) { throw CheckConstraintError(constraint: constraint) }
                return []
            } catch {
                return (error as? CheckConstraintError)?.columns ?? []
            }
        }
        #expect(columns("points >= 0") == ["points"])
        #expect(columns("issuer IN ('points', 'badge_code')") == ["issuer"])
        #expect(columns("badges_badge_code_check") == ["code"])
        #expect(columns("\"points_maximum\" > 3") == ["maximum"])
        #expect(columns("badges_check") == [])
        #expect(columns("") == [])
    }
}
