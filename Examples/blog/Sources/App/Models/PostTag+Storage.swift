// The machinery of PostTag: its table, rows, JSON and association methods.
import ScaffoldRuntime

extension PostTag {
    static let table = TableDefinition("post_tags", model: "PostTag") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("postId", .integer, allowNull: false)
        $0.column("tagId", .integer, allowNull: false)
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
    }

    struct Columns: Sendable {
        let id = Column<PostTag, Int>(0)
        let postId = Column<PostTag, Int>(1)
        let tagId = Column<PostTag, Int>(2)
        let createdAt = Column<PostTag, Date>(3)
        let updatedAt = Column<PostTag, Date>(4)
    }

    struct Associations: Sendable {
        let post = BelongsTo<PostTag, Post>(\.post, foreignKey: "postId")
        let tag = BelongsTo<PostTag, Tag>(\.tag, foreignKey: "tagId")
    }

    static let columns = Columns()
    static let associations = Associations()

    /// A post tag that is not stored yet; `create()` or `save()` stores it.
    init(postId: Int, tagId: Int) {
        id = 0
        self.postId = postId
        self.tagId = tagId
        createdAt = .now
        updatedAt = .now
        post = .notLoaded
        tag = .notLoaded
    }

    init(row: Row) throws {
        id = try row[0]
        postId = try row[1]
        tagId = try row[2]
        createdAt = try row[3]
        updatedAt = try row[4]
        post = .notLoaded
        tag = .notLoaded
    }

    /// Takes over the values of a row; what is loaded of associations stays.
    mutating func assign(_ row: Row) throws {
        id = try row[0]
        postId = try row[1]
        tagId = try row[2]
        createdAt = try row[3]
        updatedAt = try row[4]
    }

    /// The row's values, in the order of the columns.
    func encode(to values: inout Values) {
        values.append(id)
        values.append(postId)
        values.append(tagId)
        values.append(createdAt)
        values.append(updatedAt)
    }

    /// Stores a new post tag.
    static func create(postId: Int, tagId: Int) async throws -> PostTag {
        try await create(PostTag(postId: postId, tagId: tagId))
    }
}

// belongsTo post
extension PostTag {
    func getPost() async throws -> Post { try await Self.associations.post.get(of: self) }
    mutating func setPost(_ post: Post) async throws { try await Self.associations.post.set(post, of: &self) }
    mutating func setPost(key: Int) async throws { try await Self.associations.post.set(key: key, of: &self) }
    mutating func createPost(
        title: String, content: String, status: PostStatus = .draft, userId: Int
    ) async throws -> Post {
        try await Self.associations.post.create(
            Post(title: title, content: content, status: status, userId: userId), of: &self)
    }
}

// belongsTo tag
extension PostTag {
    func getTag() async throws -> Tag { try await Self.associations.tag.get(of: self) }
    mutating func setTag(_ tag: Tag) async throws { try await Self.associations.tag.set(tag, of: &self) }
    mutating func setTag(key: Int) async throws { try await Self.associations.tag.set(key: key, of: &self) }
    mutating func createTag(name: String) async throws -> Tag {
        try await Self.associations.tag.create(Tag(name: name), of: &self)
    }
}

extension PostTag: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("postId", postId)
            $0.member("tagId", tagId)
            $0.member("createdAt", createdAt)
            $0.member("updatedAt", updatedAt)
            $0.member("post", post)
            $0.member("tag", tag)
        }
    }
}
