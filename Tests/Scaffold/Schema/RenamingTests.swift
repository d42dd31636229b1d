import Testing

@testable import scaffold

struct RenamingTests {
    private func rename(_ path: String, to name: String, in models: String) throws -> String {
        let source = SchemaReader.Source(file: "schema.yml", text: "name: app\nmodels:\n" + models)
        let result = try Renaming(path, to: name).applied(to: [source])
        return String(result.sources[0].text.dropFirst("name: app\nmodels:\n".count))
    }

    private func problems(_ path: String, to name: String, in models: String) -> [String] {
        do {
            _ = try rename(path, to: name, in: models)
            return []
        } catch let problem as Diagnostic {
            return [problem.description]
        } catch let problems as Diagnostics {
            return problems.all.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `an attribute is renamed wherever the schema refers to it, and nowhere else`() throws {
        let models = """
              User:   # title is not meant here
                attributes: {title: string}
                associations: {posts: {hasMany: Post, foreignKey: userId}}
                scopes: {wrote: {where: {posts: {title: abc}, title: title}, order: [-title]}}
              Post:
                attributes:
                  title: string! trim   # the title
                  views: {type: integer, comment: title}
                associations: {author: {belongsTo: User, foreignKey: userId}}
                indexes: [[title], {fields: [{name: title, order: DESC}, views]}, {fields: [views], where: {title: null}}]
                defaultScope: {where: {title: {ne: title}}, order: [title, author.title]}
                routes:
                  include: {author: [id, title]}
                  filter: [title, {of: author.title}]
                  search: ["title", 'title', author.title]
                  order: [-title]
            """
        let expected = """
              User:   # title is not meant here
                attributes: {title: string}
                associations: {posts: {hasMany: Post, foreignKey: userId}}
                scopes: {wrote: {where: {posts: {headline: abc}, title: title}, order: [-title]}}
              Post:
                attributes:
                  headline: string! trim   # the title
                  views: {type: integer, comment: title}
                associations: {author: {belongsTo: User, foreignKey: userId}}
                indexes: [[headline], {fields: [{name: headline, order: DESC}, views]}, {fields: [views], where: {headline: null}}]
                defaultScope: {where: {headline: {ne: title}}, order: [headline, author.title]}
                routes:
                  include: {author: [id, title]}
                  filter: [headline, {of: author.title}]
                  search: ["headline", 'headline', author.title]
                  order: [-headline]
            """
        let text = models.replacing(", where: {title: null}}", with: "}")
        let wanted = expected.replacing(", where: {headline: null}}", with: "}")
        #expect(try rename("Post.title", to: "headline", in: text) == wanted)
        #expect(try rename("Post.title", to: "Post.headline", in: text) == wanted)
    }

    @Test func `a model is renamed with what refers to it`() throws {
        let models = """
              User: {associations: {posts: {hasMany: Post, foreignKey: userId}}}
              Post:
                attributes: {parentId: {references: Post.id}}
                associations: {author: {belongsTo: User, foreignKey: userId}, tags: {belongsToMany: Tag, through: PostTag}}
              PostTag: {associations: {post: {belongsTo: Post}, tag: {belongsTo: Tag}}}
              Tag: {associations: {posts: "belongsToMany:Post:through=PostTag"}}
            """
        let text = try rename("Post", to: "Article", in: models)
        #expect(
            text == """
                  User: {associations: {posts: {hasMany: Article, foreignKey: userId}}}
                  Article:
                    attributes: {parentId: {references: Article.id}}
                    associations: {author: {belongsTo: User, foreignKey: userId}, tags: {belongsToMany: Tag, through: PostTag}}
                  PostTag: {associations: {post: {belongsTo: Article}, tag: {belongsTo: Tag}}}
                  Tag: {associations: {posts: "belongsToMany:Article:through=PostTag"}}
                """)
    }

    @Test func `a foreign key is renamed at both ends, and tables and columns are named`() throws {
        let models = """
              User: {associations: {posts: {hasMany: Post, foreignKey: userId}}}
              Post: {underscored: true, associations: {author: {belongsTo: User, foreignKey: userId}}, indexes: [[userId]]}
            """
        #expect(
            try rename("Post.userId", to: "authorId", in: models) == models.replacing("userId", with: "authorId"))
        let source = SchemaReader.Source(file: "schema.yml", text: "name: app\nmodels:\n" + models)
        let key = try Renaming("Post.userId", to: "authorId").applied(to: [source])
        #expect(key.renames.columns == ["posts": ["user_id": "author_id"]])
        let model = try Renaming("Post", to: "Article").applied(to: [source])
        #expect(model.renames.tables == ["users": "users", "posts": "articles"])
        #expect(model.renames.columns.isEmpty)
    }

    @Test func `what an association brings by its name follows it`() throws {
        let models = """
              User: {}
              Post: {associations: {writer: {belongsTo: User}}, routes: {include: [writer], order: [writer.id]}}
            """
        let source = SchemaReader.Source(file: "schema.yml", text: "name: app\nmodels:\n" + models)
        let result = try Renaming("Post.writer", to: "author").applied(to: [source])
        #expect(result.sources[0].text.hasSuffix(models.replacing("writer", with: "author")))
        #expect(result.renames.columns == ["posts": ["writerId": "authorId"]])
    }

    @Test func `the files under schema are one namespace with it`() throws {
        let sources = [
            SchemaReader.Source(
                file: "schema.yml", text: "name: app\nmodels: {User: {associations: {posts: {hasMany: Post}}}}"),
            SchemaReader.Source(file: "schema/post.yml", text: "models:\r\n  Post: {attributes: {title: string}}\r\n"),
        ]
        let result = try Renaming("Post", to: "Article").applied(to: sources)
        #expect(result.sources[0].text.contains("hasMany: Article"))
        #expect(result.sources[1].text == "models:\r\n  Article: {attributes: {title: string}}\r\n")
    }

    @Test(arguments: [
        ("Pots", "Article", "did you mean 'Post'?"), ("Post.titel", "headline", "did you mean 'title'?"),
        ("Post.title", "title", "called that already"), ("Post.title", "views", "has 'views' already"),
        ("Post.title", "a b", ""), ("Post", "Tag", "stands twice"), ("Post", "post tag", ""),
        ("Post.", "x", "neither a model"), ("", "x", "neither a model"),
        ("Post.status.draft", "x", "a value of an enum"),
        ("Post.createdAt", "made", "written nowhere"), ("Post.id", "key", "written nowhere"),
    ])
    func `what cannot be renamed says why`(path: String, name: String, message: String) {
        let models = "  Post: {attributes: {title: string, views: integer, status: 'enum(draft, done)'}}\n  Tag: {}"
        let found = problems(path, to: name, in: models)
        #expect(!found.isEmpty)
        #expect(found.contains { $0.contains(message) }, "\(found)")
    }
}
