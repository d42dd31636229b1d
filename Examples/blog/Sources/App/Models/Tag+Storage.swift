// The machinery of Tag: its table, rows, JSON and association methods.
import ScaffoldRuntime

extension Tag {
    static let table = TableDefinition("tags", model: "Tag") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true, trim: true)
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
    }

    struct Columns: Sendable {
        let id = Column<Tag, Int>(0)
        let name = Column<Tag, String>(1)
        let createdAt = Column<Tag, Date>(2)
        let updatedAt = Column<Tag, Date>(3)
    }

    struct Associations: Sendable {
        let posts = BelongsToMany<Tag, Post>(\.posts, through: PostTag.self, foreignKey: "tagId", otherKey: "postId")
    }

    static let columns = Columns()
    static let associations = Associations()

    /// A tag that is not stored yet; `create()` or `save()` stores it.
    init(name: String) {
        id = 0
        self.name = name
        createdAt = .now
        updatedAt = .now
        posts = .notLoaded
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        createdAt = try row[2]
        updatedAt = try row[3]
        posts = .notLoaded
    }

    /// Takes over the values of a row; what is loaded of associations stays.
    mutating func assign(_ row: Row) throws {
        id = try row[0]
        name = try row[1]
        createdAt = try row[2]
        updatedAt = try row[3]
    }

    /// The row's values, in the order of the columns.
    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(createdAt)
        values.append(updatedAt)
    }

    /// Stores a new tag.
    static func create(name: String) async throws -> Tag {
        try await create(Tag(name: name))
    }
}

// belongsToMany posts
extension Tag {
    func getPosts(_ build: (inout Query<Post>) throws -> Void = { _ in }) async throws -> [Post] {
        try await Self.associations.posts.get(of: self, build)
    }
    func countPosts(_ build: (inout Query<Post>) throws -> Void = { _ in }) async throws -> Int {
        try await Self.associations.posts.count(of: self, build)
    }
    func hasPost(_ post: Post) async throws -> Bool { try await Self.associations.posts.has([post], of: self) }
    func hasPost(key: Int) async throws -> Bool { try await Self.associations.posts.has(keys: [key], of: self) }
    func hasPosts(_ posts: [Post]) async throws -> Bool { try await Self.associations.posts.has(posts, of: self) }
    func hasPosts(keys: [Int]) async throws -> Bool { try await Self.associations.posts.has(keys: keys, of: self) }
    func setPosts(_ posts: [Post]) async throws { try await Self.associations.posts.set(posts, of: self) }
    func setPosts(keys: [Int]) async throws { try await Self.associations.posts.set(keys: keys, of: self) }
    func addPost(_ post: Post) async throws { try await Self.associations.posts.add([post], to: self) }
    func addPost(key: Int) async throws { try await Self.associations.posts.add(keys: [key], to: self) }
    func addPosts(_ posts: [Post]) async throws { try await Self.associations.posts.add(posts, to: self) }
    func addPosts(keys: [Int]) async throws { try await Self.associations.posts.add(keys: keys, to: self) }
    func removePost(_ post: Post) async throws { try await Self.associations.posts.remove([post], from: self) }
    func removePost(key: Int) async throws { try await Self.associations.posts.remove(keys: [key], from: self) }
    func removePosts(_ posts: [Post]) async throws { try await Self.associations.posts.remove(posts, from: self) }
    func removePosts(keys: [Int]) async throws { try await Self.associations.posts.remove(keys: keys, from: self) }
    func createPost(title: String, content: String, status: PostStatus = .draft, userId: Int) async throws -> Post {
        try await Self.associations.posts.create(
            Post(title: title, content: content, status: status, userId: userId), of: self)
    }
}

extension Tag: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("name", name)
            $0.member("createdAt", createdAt)
            $0.member("updatedAt", updatedAt)
            $0.member("posts", posts)
        }
    }
}
