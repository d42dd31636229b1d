import Testing

@testable import scaffold

/// What is generated for `nested:`, `bulk:` and `version:`.
@Suite struct NestedGenerationTests {
    private func app(_ models: String) throws -> GeneratedApp {
        let text = "name: blog\nmodels:\n" + models
        return try GeneratedApp(SchemaReader.read([.init(file: "schema.yml", text: text)]))
    }

    private let blog = """
          User:
            attributes: {name: string!}
            associations: {posts: {hasMany: Post}, profile: {hasOne: Profile}}
            routes: {nested: {posts: , profile: [show, create, update, destroy]}}
          Profile:
            attributes: {bio: text}
            associations: {user: {belongsTo: User}}
            routes: false
          Post:
            version: true
            attributes: {title: string!}
            associations:
              user: {belongsTo: User, allowNull: false}
              tags: {belongsToMany: Tag, through: PostTag, assign: {as: tagNames, by: name, create: true}}
            routes: {filter: [title], include: {tags: [name]}, nested: [user, tags], bulk: true}
          Tag: {attributes: {name: string! unique}}
          PostTag: {associations: {post: {belongsTo: Post}, tag: {belongsTo: Tag}}}
        """

    @Test func `a list of what belongs to a record`() throws {
        #expect(
            try app(blog).text("UserController.swift").contains(
                """
                    /// GET /api/users/:id/posts
                    func listPosts(_ request: Request) async throws -> Response {
                        let query = try request.query(Post.listing)
                        let user = try await User.findByPk(request.id()).orNotFound("User")
                        let posts = try await Post.findAndCountAll(as: PostView.self) {
                            try $0.where(\\.posts, of: user)
                            try $0.list(query)
                        }
                        return try .json(posts, for: query)
                    }

                """))
    }

    @Test func `a new record that belongs to another one`() throws {
        #expect(
            try app(blog).text("UserController.swift").contains(
                """
                    func createPost(_ request: Request) async throws -> Response {
                        let user = try await User.findByPk(request.id()).orNotFound("User")
                        var input = try await request.input(for: Post.self)
                        try input.belong(to: user, by: \\.posts)
                        let post = try await database.transaction {
                            let post = try await Post.create(input)
                            if let names = input.tagNames { try await post.setTags(named: names) }
                            return try await post.reload(as: PostView.self)
                        }
                        return .created(post).located(at: "/api/posts", post.id).versioned(post.version)
                    }

                """))
    }

    @Test func `a record that stands alone`() throws {
        let text = try app(blog).text("UserController.swift")
        #expect(
            text.contains(
                """
                        let profile = try await Profile.findOne { try $0.where(\\.profile, of: user) }
                        return .json(try profile.orNotFound("Profile"))
                """))
        #expect(text.contains("guard try await user.getProfile() == nil else {"))
        #expect(text.contains("return .created(profile)\n"))
        #expect(text.contains("var profile = try await user.getProfile().orNotFound(\"Profile\")"))
    }

    @Test func `links, and records of a request by many`() throws {
        let text = try app(blog).text("PostController.swift")
        #expect(
            text.contains(
                """
                    /// PUT /api/posts/:id/tags/:tagId
                    func addTag(_ request: Request) async throws -> Response {
                        let post = try await Post.findByPk(request.id()).orNotFound("Post")
                        let tag = try await Tag.findByPk(request.id("tagId")).orNotFound("Tag")
                        try await post.addTag(tag)
                        return .noContent
                    }

                """))
        #expect(
            text.contains(
                """
                    /// POST /api/posts/bulk
                    func bulkCreate(_ request: Request) async throws -> Response {
                        let inputs = try await request.inputs(for: Post.self)
                        let posts = try await database.transaction {
                            let posts = try await Post.bulkCreate(inputs)
                            for (post, input) in zip(posts, inputs) {
                                if let names = input.tagNames { try await post.setTags(named: names) }
                            }
                            return try await posts.reload(as: PostView.self)
                        }
                        return .created(all: posts)
                    }

                """))
        #expect(text.contains("            try request.ifMatch(version: post.version)\n"))
    }

    @Test func `routes lead to the methods`() throws {
        let lines = try app(blog).text("PostRoutes.swift").split(separator: "\n").suffix(8)
        for (start, handler) in [
            ("post(\"/posts/bulk\"", "bulkCreate"), ("get(\"/posts/:id/user\"", "showUser"),
            ("get(\"/posts/:id/tags\"", "listTags"), ("post(\"/posts/:id/tags\"", "createTag"),
            ("put(\"/posts/:id/tags/:tagId\"", "addTag"), ("delete(\"/posts/:id/tags/:tagId\"", "removeTag"),
        ] {
            let line = lines.first { $0.contains("routes.\(start)") }
            #expect(line?.hasSuffix("posts.\(handler))") == true, "\(line ?? "nothing") of \(handler)")
        }
    }

    @Test func `a model that is listed below another one only has no list of its own`() throws {
        let app = try app(
            """
              A: {associations: {bs: {hasMany: B}}, routes: {only: [], nested: bs}}
              B: {associations: {a: {belongsTo: A}}, routes: {only: [show]}}
            """)
        #expect(try app.text("BController.swift").contains("static let listing = Listing<B> {"))
        #expect(try !app.text("BController.swift").contains("func list("))
        #expect(try app.text("AController.swift").contains("struct AController {\n    /// GET /api/as/:id/bs\n"))
    }
}
