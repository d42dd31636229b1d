import Testing

@testable import scaffold

/// `nested:` and `bulk:` of routes.
@Suite struct NestedRoutesTests {
    private static let models = """
          User:
            associations: {posts: {hasMany: Post}, profile: {hasOne: Profile}}
            routes: {nested: USER}
          Post:
            associations: {user: {belongsTo: User}, tags: {belongsToMany: Tag, through: PostTag}}
            routes: {nested: POST}
          Profile: {associations: {user: {belongsTo: User}}}
          Tag: {associations: {posts: {belongsToMany: Post, through: PostTag}}}
          PostTag: {associations: {post: {belongsTo: Post}, tag: {belongsTo: Tag}}}
        """

    private func read(user: String = "[]", post: String = "[]") throws -> Schema {
        let text = Self.models.replacing("USER", with: user).replacing("POST", with: post)
        return try SchemaReader.read([.init(file: "schema.yml", text: "name: blog\nmodels:\n" + text)])
    }

    private func actions(_ schema: Schema, _ model: String) -> [String: [Routes.Nested.Action]] {
        let nested = schema.model(named: model)?.routes?.nested ?? []
        return Dictionary(uniqueKeysWithValues: nested.map { ($0.association, $0.actions) })
    }

    @Test func `an association named alone has the usual actions of its kind`() throws {
        let schema = try read(user: "[posts, profile]", post: "[user, tags]")
        #expect(actions(schema, "User") == ["posts": [.list, .create], "profile": [.show]])
        #expect(actions(schema, "Post") == ["user": [.show], "tags": [.list, .create, .link, .unlink]])
    }

    @Test func `actions are those that are named, in one order always`() throws {
        let schema = try read(
            user: "{posts: create, profile: [destroy, show, update, create]}", post: "{tags: [unlink, link], user: }")
        #expect(actions(schema, "User") == ["posts": [.create], "profile": [.show, .create, .update, .destroy]])
        #expect(actions(schema, "Post") == ["tags": [.link, .unlink], "user": [.show]])
        #expect(actions(try read(user: "posts"), "User") == ["posts": [.list, .create]])
    }

    @Test func `a path is made of the alias`() throws {
        let schema = try read(user: "posts", post: "tags")
        #expect(schema.model(named: "User")?.routes?.nested.first?.segment == "/posts")
        let index = SchemaIndex(schema)
        let routes = try index.model("Post").nestedRoutes(in: index)
        #expect(
            routes.map(\.path) == [
                "/posts/:id/tags", "/posts/:id/tags", "/posts/:id/tags/:tagId", "/posts/:id/tags/:tagId",
            ])
        #expect(routes.map(\.handler) == ["listTags", "createTag", "addTag", "removeTag"])
    }

    @Test func `a key of the path that has the name of the other one's gives way`() throws {
        let schema = try SchemaReader.read([
            .init(
                file: "schema.yml",
                text: """
                    name: blog
                    models:
                      A:
                        attributes: {bId: integer primary, x: integer primary, code: string! unique}
                        associations: {bs: {belongsToMany: B, through: AB, foreignKey: aCode, sourceKey: code}}
                        routes: {nested: [bs]}
                      B: {associations: {}}
                      AB:
                        associations:
                          a: {belongsTo: A, foreignKey: aCode, targetKey: code}
                          b: {belongsTo: B}
                    """)
        ])
        let index = SchemaIndex(schema)
        #expect(try index.model("A").nestedRoutes(in: index).last?.path == "/as/:bId/:x/bs/:otherBId")
    }

    /// The mark » stands before the place that is to be named.
    @Test(
        arguments: [
            ("nested: [»postz]", "no association 'postz'", "'posts'"),
            ("nested: [posts, »posts]", "nested twice", ""),
            ("nested: {posts: »lst}", "unknown action 'lst'", "'list'"),
            ("nested: {posts: [list, »index]}", "unknown action 'index'", "'list'"),
            ("nested: {posts: »link}", "'link' is no action of a hasMany", "list, create"),
            ("nested: {profile: »list}", "'list' is no action of a hasOne", "show, create, update, destroy"),
            ("nested: {posts: »[]}", "has to have an action", ""),
            ("nested: {posts: »{list: true}}", "an action has to be a word", ""),
            ("nested: [»logs]", "'Log' has no routes", "only: [show]"),
            ("nested: [»marks]", "'Marking.kind' is required", "marks: [list, unlink]"),
            ("»nestd: [posts]", "unknown key of routes 'nestd'", "'nested'"),
            ("bulk: »5", "'bulk' has to be true or false", ""),
        ])
    func `a mistake is named with its place`(routes: String, message: String, suggestion: String) throws {
        let before = routes.split(separator: "»", omittingEmptySubsequences: false)[0]
        let text = """
            name: blog
            models:
              Post: {associations: {user: {belongsTo: User}}}
              Profile: {associations: {user: {belongsTo: User}}}
              Log: {associations: {user: {belongsTo: User}}, routes: false}
              Mark:
              Marking:
                attributes: {kind: string!}
                associations: {user: {belongsTo: User}, mark: {belongsTo: Mark}}
              User:
                associations:
                  posts:   {hasMany: Post}
                  profile: {hasOne: Profile}
                  logs:    {hasMany: Log}
                  marks:   {belongsToMany: Mark, through: Marking}
                routes: {\(routes.replacing("»", with: ""))}
            """
        let problems = #expect(throws: Diagnostics.self) {
            try SchemaReader.read([.init(file: "schema.yml", text: text)])
        }
        let problem = try #require(problems?.all.first)
        #expect(problems?.all.count == 1)
        #expect(problem.message.contains(message), "\(problem.message)")
        #expect((problem.suggestion ?? "").contains(suggestion), "\(problem.suggestion ?? "")")
        #expect(problem.position?.line == 16)
        #expect(problem.position?.column == 14 + before.count)
    }

    @Test func `bulk cannot have the path of another model`() throws {
        let text = """
            name: blog
            models:
              A:
                routes: {bulk: true}
              B: {routes: {path: /as/bulk}}
            """
        let problems = #expect(throws: Diagnostics.self) {
            try SchemaReader.read([.init(file: "schema.yml", text: text)])
        }
        let messages = problems?.all.map(\.message).joined(separator: "\n") ?? ""
        #expect(messages.contains("the path '/as/bulk'"), "\(messages)")
    }
}
