import Testing

@testable import scaffold

struct BlogSchemaTests {
    private let schema: Schema

    init() throws { schema = try Schemas.read(Schemas.blog) }

    private func model(_ name: String) throws -> Model { try #require(schema.model(named: name)) }

    @Test func `the models stand in the order of the file`() {
        #expect(schema.models.map(\.name) == ["User", "Post", "PostTag", "Profile", "Tag"])
        #expect(schema.models.map(\.tableName) == ["users", "posts", "post_tags", "profiles", "tags"])
    }

    @Test func `attributes come as key, written ones, foreign keys, timestamps`() throws {
        let post = try model("Post")
        #expect(
            post.attributes.map(\.name) == ["id", "title", "content", "status", "userId", "createdAt", "updatedAt"])
        #expect(
            post.attributes[0].isPrimaryKey && post.attributes[0].autoIncrement && post.attributes[0].type == .integer)
        #expect(post.attribute(named: "title")?.type == .string(200))
        #expect(post.attribute(named: "title")?.trim == true)
        #expect(post.attribute(named: "content")?.allowNull == false)
        #expect(post.attribute(named: "updatedAt")?.origin == .timestamp)
    }

    @Test func `an enum has a type of its own and a default that is one of its cases`() throws {
        let status = try #require(try model("Post").attribute(named: "status"))
        #expect(
            status.type
                == .enum(
                    typeName: "PostStatus",
                    cases: [
                        EnumCase(value: "draft", swiftName: "draft"),
                        EnumCase(value: "published", swiftName: "published"),
                    ]))
        #expect(status.defaultValue == .enumCase("draft"))
    }

    @Test func `a foreign key takes what its association says`() throws {
        let key = try #require(try model("Post").attribute(named: "userId"))
        #expect(key.origin == .foreignKey(association: "author"))
        #expect(key.type == .integer)
        #expect(!key.allowNull)
        #expect(key.references == Reference(model: "User", attribute: "id", onDelete: .cascade, onUpdate: .cascade))
        let author = try #require(try model("Post").association(named: "author"))
        #expect(!author.allowNull)
        #expect(author.targetKey == "id")
    }

    @Test func `onDelete CASCADE alone leaves a key nullable`() throws {
        let key = try #require(try model("Profile").attribute(named: "userId"))
        #expect(key.allowNull)
        #expect(key.isUnique)
        #expect(key.references?.onDelete == .cascade)
    }

    @Test func `both keys of a through model are required`() throws {
        let through = try model("PostTag")
        #expect(through.attributes.map(\.name) == ["id", "postId", "tagId", "createdAt", "updatedAt"])
        #expect(through.attribute(named: "postId")?.allowNull == false)
        #expect(through.attribute(named: "tagId")?.allowNull == false)
        #expect(through.routes == nil)
        let tags = try #require(try model("Post").association(named: "tags"))
        #expect(tags.foreignKey == "postId")
        #expect(tags.otherKey == "tagId")
        #expect(tags.assign == .init(name: "tagNames", attribute: "name", create: true))
        #expect(try model("Tag").association(named: "posts")?.foreignKey == "tagId")
    }

    @Test func `indexes are those that are written and those that rules bring`() throws {
        #expect(try model("User").indexes == [Index(fields: ["email"], isUnique: true, name: "users_email")])
        #expect(
            try model("Post").indexes == [
                Index(fields: ["userId"], isUnique: false, name: "posts_user_id"),
                Index(fields: ["createdAt"], isUnique: false, name: "posts_created_at"),
                Index(fields: ["status", "createdAt"], isUnique: false, name: "posts_status_created_at"),
            ])
        // The unique pair begins with postId, so that key needs no index of its own, and is not made twice.
        #expect(
            try model("PostTag").indexes == [
                Index(fields: ["tagId"], isUnique: false, name: "post_tags_tag_id"),
                Index(fields: ["postId", "tagId"], isUnique: true, name: "post_tags_unique"),
            ])
        #expect(try model("Profile").indexes == [Index(fields: ["userId"], isUnique: true, name: "profiles_user_id")])
    }

    @Test func `routes are as written, and five actions where nothing is written`() throws {
        let routes = try #require(try model("Post").routes)
        #expect(routes.path == "/posts")
        #expect(routes.actions == Routes.Action.allCases)
        #expect(
            routes.listInclude == [
                .init(association: "author", attributes: ["id", "firstName", "lastName"]),
                .init(association: "tags", attributes: ["id", "name"]),
            ])
        #expect(routes.showInclude == routes.listInclude)
        #expect(
            routes.filter == [
                .init(name: "status", association: nil, attribute: "status"),
                .init(name: "userId", association: nil, attribute: "userId"),
                .init(name: "tag", association: "tags", attribute: "name"),
            ])
        #expect(routes.search.map(\.attribute) == ["title", "content"])
        #expect(routes.order == [.init(attribute: "createdAt", descending: true)])
        let tags = try #require(try model("Tag").routes)
        #expect(tags.actions == Routes.Action.allCases)
        #expect(tags.order == [.init(attribute: "id", descending: false)])
        #expect(tags.limit == 20)
    }

    @Test func `rules and scopes are read in order`() throws {
        let user = try model("User")
        #expect(user.attribute(named: "email")?.validations == [Validation(name: "isEmail")])
        #expect(
            user.attribute(named: "password")?.validations == [
                Validation(name: "len", arguments: [.integer(8), .integer(72)])
            ])
        #expect(user.attribute(named: "password")?.isReadable == false)
        #expect(
            user.scopes == [Scope(name: "active", condition: .init(attribute: "isActive", value: .boolean(true)))])
    }

    @Test func `every declaration knows its place`() throws {
        #expect(try model("Post").position == SourcePosition(file: "schema.yml", line: 20, column: 3))
        #expect(
            try model("Post").attribute(named: "content")?.position
                == SourcePosition(file: "schema.yml", line: 23, column: 7))
    }
}
