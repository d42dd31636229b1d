import Testing

@testable import scaffold

/// What scopes, keys and the rest of storage come to in Swift.
struct StorageGenerationTests {
    private func text(_ models: String, of file: String) throws -> String {
        try GeneratedApp(SchemaReader.read([.init(file: "schema.yml", text: "name: app\nmodels:\n" + models)])).text(
            file)
    }

    @Test func `a scope is conditions, order and limit, as one would write them`() throws {
        let post = try text(
            """
              Post:
                attributes: {title: string!, views: integer!, status: "enum(draft, sent)!"}
                associations: {author: {belongsTo: User}}
                defaultScope: {where: {status: sent}}
                scopes:
                  hot: {where: {views: {gt: 10}, or: [{title: {iLike: "%x%"}}, {author: {isActive: true}}]}, order: [-views nulls last], limit: 5}
                  by: {params: [authorId], where: {authorId: $authorId}}
                  among: {params: [low, states], where: {views: {between: [$low, 9]}, status: {in: $states}}}
                  alone: {where: {author: false}, include: [author]}
              User: {attributes: {isActive: boolean}}
            """, of: "Models/Post.swift")
        for line in [
            "static let defaultScope: Scope<Post>? = Scope<Post> { $0.where { $0.status == .sent } }",
            "$0.where { $0.views > 10 }",
            "$0.where { $0.title.iLike(\"%x%\") || .exists(\\.author) { $0.isActive == true } }",
            "$0.order(by: \\.views, .descending, nulls: .last)", "$0.limit(5)",
            "static func by(_ authorId: Int) -> Scope<Post> {", "$0.where { $0.authorId == authorId }",
            "static func among(low: Int, states: [PostStatus]) -> Scope<Post> {",
            "$0.where { $0.views.between(low, 9) }",
            "$0.where { $0.status.in(states) }", "$0.where { _ in !Condition<Post>.exists(\\.author) }",
            "$0.include(\\.author)",
        ] {
            #expect(post.contains(line), "\(line)")
        }
    }

    @Test func `a key of two has a type, and a path of two`() throws {
        let models = """
              Seat: {attributes: {row: {type: string(2), primaryKey: true}, number: {type: integer, primaryKey: true}}}
            """
        let storage = try text(models, of: "Seat+Storage.swift")
        #expect(storage.contains("struct Key: PrimaryKeyValue, Hashable {"))
        #expect(storage.contains("var keyValues: [Value] { [Value(row), Value(number)] }"))
        #expect(storage.contains("typealias PrimaryKey = Key"))
        #expect(!storage.contains("autoIncrement"))
        let routes = try text(models, of: "SeatRoutes.swift")
        #expect(routes.contains("\"/seats/:row/:number\""))
        let controller = try text(models, of: "SeatController.swift")
        #expect(controller.contains("findByPk(.init(row: request.id(\"row\"), number: request.id(\"number\")))"))
    }

    @Test func `what the runtime keeps is in the table, and not in the initialiser`() throws {
        let models = "  A: {paranoid: {deletedAt: goneAt}, version: true, attributes: {x: integer}}\n"
        let storage = try text(models, of: "A+Storage.swift")
        #expect(storage.contains("$0.timestamp(\"goneAt\", .deletedAt)") && storage.contains("$0.version(\"version\")"))
        #expect(storage.contains("init(x: Int? = nil)"))
        #expect(!storage.contains("member(\"goneAt\"") && storage.contains("member(\"version\", version)"))
    }

    @Test func `a virtual attribute is a property to write, in answers and in no table`() throws {
        let models = """
              User: {attributes: {first: string!, full: virtual, count: virtual(integer)!}}
              Post: {associations: {user: {belongsTo: User}}, routes: {include: {user: [full]}}}
            """
        let user = try text(models, of: "Models/User.swift")
        #expect(user.contains("var full: String? { nil }") && user.contains("var count: Int { 0 }"))
        let storage = try text(models, of: "User+Storage.swift")
        #expect(storage.contains("member(\"full\", full)") && !storage.contains("column(\"full\""))
        let post = try text(models, of: "Post+Storage.swift")
        #expect(post.contains("var record: User") && post.contains("member(\"full\", record.full)"))
    }

    @Test func `a decimal's default is exact`() throws {
        let storage = try text(
            """
              A: {attributes: {p: {type: "decimal(30, 4)!", defaultValue: 12345678901234567890.1234}, q: "decimal(9, 2)! =0.1"}}
            """, of: "A+Storage.swift")
        #expect(storage.contains("p: Decimal = .exact(\"12345678901234567890.1234\"), q: Decimal = .exact(\"0.1\")"))
        #expect(storage.contains("defaultValue: .sql(\"12345678901234567890.1234\")"))
    }
}
