import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct AssociationTests {
    private func withUsers(on engine: TestEngine, _ body: @Sendable (User, User) async throws -> Void) async throws {
        try await withBlog(on: engine) { try await body(try await makeUser("Ann"), try await makeUser("Bob")) }
    }

    @Test(arguments: TestEngine.all) func `belongsTo is read and set`(_ engine: TestEngine) async throws {
        try await withUsers(on: engine) { ann, bob in
            var post = try await ann.createPost(title: "t", content: "c")
            #expect(try await post.getAuthor().id == ann.id)
            try await post.setAuthor(bob)
            #expect(post.userId == bob.id)
            #expect(try post.author.get().firstName == "Bob")
            #expect(try await Post.findByPk(post.id)?.userId == bob.id)
        }
    }

    @Test(arguments: TestEngine.all) func `a foreign key that may be null`(_ engine: TestEngine) async throws {
        try await withUsers(on: engine) { ann, bob in
            var category = try await Category.create(Category(name: "c"))
            let (editor, reviewer) = (Category.associations.editor, Category.associations.reviewer)
            #expect(try await editor.find(of: category) == nil)
            await #expect(throws: RecordNotFoundError.self) { try await editor.get(of: category) }
            try await editor.set(ann, of: &category)
            try await reviewer.set(bob, of: &category)
            #expect(try await editor.find(of: category)?.firstName == "Ann")
            #expect(try await reviewer.find(of: category)?.firstName == "Bob")
            let read = try #require(
                try await Category.findByPk(category.id) {
                    $0.include(\.editor)
                    $0.include(\.reviewer)
                    $0.include(\.parent)
                })
            #expect(try read.editor.get()?.firstName == "Ann")
            #expect(try read.reviewer.get()?.firstName == "Bob")
            #expect(try read.parent.get() == nil)
            try await editor.set(nil, of: &category)
            #expect(try await Category.findByPk(category.id)?.editorId == nil)
        }
    }

    @Test(arguments: TestEngine.all) func `a model refers to itself`(_ engine: TestEngine) async throws {
        try await withBlog(on: engine) {
            let root = try await Category.create(Category(name: "root"))
            for name in ["a", "b"] {
                _ = try await Category.associations.children.create(Category(name: name), of: root)
            }
            let read = try #require(
                try await Category.findByPk(root.id) {
                    $0.include(\.children) { $0.include(\.parent) { $0.include(\.children) } }
                })
            let children = try read.children.get()
            #expect(children.map(\.name) == ["a", "b"])
            #expect(try children[0].parent.get()?.name == "root")
            #expect(try children[0].parent.get()?.children.get().count == 2)
            #expect(try await Category.findAll { $0.where(\.parent) { $0.name == "root" } }.map(\.name) == ["a", "b"])
            #expect(try await Category.findAll { $0.where(\.children) { $0.name == "a" } }.map(\.name) == ["root"])
            try await Category.associations.children.remove([children[0]], from: root)
            #expect(try await Category.associations.children.get(of: root).map(\.name) == ["b"])
            try await Category.associations.children.set([children[0]], of: root)
            #expect(try await Category.associations.children.get(of: root).map(\.name) == ["a"])
        }
    }

    @Test(arguments: TestEngine.all) func `hasOne is read, created, replaced`(_ engine: TestEngine) async throws {
        try await withUsers(on: engine) { ann, bob in
            #expect(try await ann.getProfile() == nil)
            let profile = try await ann.createProfile(bio: "Engineer", location: "San Francisco")
            #expect(profile.userId == ann.id)
            #expect(try await ann.getProfile()?.location == "San Francisco")
            await #expect(throws: UniqueConstraintError.self) { try await ann.createProfile() }
            try await bob.setProfile(profile)
            #expect(try await bob.getProfile()?.bio == "Engineer")
            #expect(try await ann.getProfile() == nil)
            try await bob.setProfile(profile)
            let error = await #expect(throws: QueryError.self) { try await bob.setProfile(nil) }
            #expect(error?.description.contains("Profile.userId cannot be null") == true)
        }
    }

    @Test(arguments: TestEngine.all) func `hasMany is read, counted, tested, given and taken`(_ engine: TestEngine)
        async throws
    {
        try await withUsers(on: engine) { ann, bob in
            let first = try await ann.createPost(title: "first", content: "")
            let second = try await ann.createPost(title: "second", content: "")
            #expect(try await ann.getPosts { $0.order(by: \.title, .descending) }.map(\.title) == ["second", "first"])
            #expect(try await ann.getPosts { $0.where { $0.title == "first" } }.count == 1)
            #expect(try await ann.countPosts() == 2)
            #expect(try await ann.hasPosts([first, second]))
            #expect(try await !bob.hasPost(first))
            try await bob.addPost(first)
            #expect(try await bob.countPosts() == 1)
            #expect(try await !ann.hasPosts([first, second]))
            await #expect(throws: QueryError.self) { try await ann.removePost(second) }
            await #expect(throws: QueryError.self) { try await ann.setPosts([]) }
            try await ann.setPosts([first, second])
            #expect(try await ann.countPosts() == 2)
            try await ann.removePost(try await bob.createPost(title: "Bob's", content: ""))
        }
    }

    @Test(arguments: TestEngine.all) func `belongsToMany is read, counted, tested, set, added to, removed from`(
        _ engine: TestEngine
    ) async throws {
        try await withUsers(on: engine) { ann, _ in
            let post = try await ann.createPost(title: "t", content: "c")
            let other = try await ann.createPost(title: "u", content: "c")
            let tags = try await Tag.bulkCreate(["a", "b", "c"].map { Tag(name: $0) })
            try await post.addTags(tags)
            try await post.addTags(tags)
            try await other.addTag(tags[0])
            #expect(try await post.countTags() == 3)
            #expect(
                try await post.getTags {
                    $0.where { $0.name > "a" }
                    $0.order(by: \.name)
                }.map(\.name) == ["b", "c"])
            #expect(try await post.hasTags(tags))
            #expect(try await !other.hasTags([tags[0], tags[1]]))
            #expect(try await other.hasTag(tags[0]))
            try await post.removeTag(tags[1])
            #expect(try await post.getTags { $0.order(by: \.name) }.map(\.name) == ["a", "c"])
            try await post.setTags([tags[1], tags[2], tags[1]])
            #expect(try await post.getTags { $0.order(by: \.name) }.map(\.name) == ["b", "c"])
            let kept = try await PostTag.findAll { $0.where { $0.postId == post.id && $0.tagId == tags[2].id } }
            #expect(kept.map(\.id) == [3])
            _ = try await post.createTag(name: "d")
            #expect(try await post.countTags() == 3)
            try await post.setTags([])
            #expect(try await post.countTags() == 0)
            #expect(try await other.countTags() == 1)
            try await post.addTags([])
            try await post.removeTags([])
        }
    }

    @Test(arguments: TestEngine.all) func `tags by name: known ones are found, new ones made, each once`(
        _ engine: TestEngine
    ) async throws {
        try await withUsers(on: engine) { ann, _ in
            let post = try await ann.createPost(title: "t", content: "c")
            _ = try await Tag.create(name: "swift")
            try await post.setTags(named: [" swift", "server", "swift ", "server"])
            #expect(try await post.getTags().map(\.name) == ["swift", "server"])
            #expect(try await Tag.count() == 2)
            try await post.setTags(named: ["new"])
            #expect(try await post.getTags().map(\.name) == ["new"])
            #expect(try await Tag.count() == 3)
            try await post.setTags(named: [])
            #expect(try await post.countTags() == 0)
            let long = String(repeating: "a", count: 256)
            let error = await #expect(throws: ValidationError.self) {
                let names = ["fine", long, long + "b"]
                try await Post.associations.tags.assign(names, as: "tagNames", by: \.name, of: post) { Tag(name: $0) }
            }
            #expect(error?.items.map(\.path) == ["tagNames[1]", "tagNames[2]"])
        }
    }

    @Test(arguments: TestEngine.all) func `a transaction takes back what associations wrote`(_ engine: TestEngine)
        async throws
    {
        struct Stop: Error {}
        try await withUsers(on: engine) { ann, _ in
            let post = try await ann.createPost(title: "t", content: "c")
            await #expect(throws: Stop.self) {
                try await database.transaction {
                    try await post.setTags(named: ["a", "b"])
                    #expect(try await post.countTags() == 2)
                    throw Stop()
                }
            }
            #expect(try await post.countTags() == 0)
            #expect(try await Tag.count() == 0)
        }
    }

    @Test(arguments: TestEngine.all) func `rows that refer to a destroyed one go with it`(_ engine: TestEngine)
        async throws
    {
        try await withUsers(on: engine) { ann, _ in
            let post = try await ann.createPost(title: "t", content: "c")
            try await post.setTags(named: ["a"])
            try await ann.destroy()
            #expect(try await Post.count() == 0)
            #expect(try await PostTag.count() == 0)
            #expect(try await Tag.count() == 1)
        }
    }

    @Test(arguments: TestEngine.all) func `an association whose column is not there says so`(_ engine: TestEngine)
        async throws
    {
        try await withBlog(on: engine) {
            let relation = Relation(from: Post.table, "writerId", to: User.table, nil)
            let error = #expect(throws: ModelDefinitionError.self) { try relation.check() }
            #expect(error?.description.contains("Post has no attribute writerId") == true)
        }
    }
}
