// The machinery of Post: its table, rows, JSON and association methods.
import ScaffoldRuntime

extension Post {
    static let table = TableDefinition("posts", model: "Post") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("title", .string(200), allowNull: false, trim: true)
        $0.column("content", .text, allowNull: false, trim: true)
        $0.column("status", .enum(PostStatus.self), allowNull: false, defaultValue: .value("draft"))
        $0.column("userId", .integer, allowNull: false)
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
    }

    struct Columns: Sendable {
        let id = Column<Post, Int>(0)
        let title = Column<Post, String>(1)
        let content = Column<Post, String>(2)
        let status = Column<Post, PostStatus>(3)
        let userId = Column<Post, Int>(4)
        let createdAt = Column<Post, Date>(5)
        let updatedAt = Column<Post, Date>(6)
    }

    struct Associations: Sendable {
        let author = BelongsTo<Post, User>(\.author, foreignKey: "userId")
        let tags = BelongsToMany<Post, Tag>(\.tags, through: PostTag.self, foreignKey: "postId", otherKey: "tagId")
    }

    static let columns = Columns()
    static let associations = Associations()

    /// A post that is not stored yet; `create()` or `save()` stores it.
    init(title: String, content: String, status: PostStatus = .draft, userId: Int) {
        id = 0
        self.title = title
        self.content = content
        self.status = status
        self.userId = userId
        createdAt = .now
        updatedAt = .now
        author = .notLoaded
        tags = .notLoaded
    }

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
        content = try row[2]
        status = try row[3]
        userId = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
        author = .notLoaded
        tags = .notLoaded
    }

    /// Takes over the values of a row; what is loaded of associations stays.
    mutating func assign(_ row: Row) throws {
        id = try row[0]
        title = try row[1]
        content = try row[2]
        status = try row[3]
        userId = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
    }

    /// The row's values, in the order of the columns.
    func encode(to values: inout Values) {
        values.append(id)
        values.append(title)
        values.append(content)
        values.append(status)
        values.append(userId)
        values.append(createdAt)
        values.append(updatedAt)
    }

    /// Stores a new post; what has a default may be left out.
    static func create(title: String, content: String, status: PostStatus = .draft, userId: Int) async throws -> Post {
        try await create(Post(title: title, content: content, status: status, userId: userId))
    }
}

// belongsTo author
extension Post {
    func getAuthor() async throws -> User { try await Self.associations.author.get(of: self) }
    mutating func setAuthor(_ author: User) async throws { try await Self.associations.author.set(author, of: &self) }
    mutating func setAuthor(key: Int) async throws { try await Self.associations.author.set(key: key, of: &self) }
    mutating func createAuthor(
        email: String, password: Password, firstName: String, lastName: String, role: UserRole = .user,
        isActive: Bool = true, lastLoginAt: Date? = nil
    ) async throws -> User {
        try await Self.associations.author.create(
            User(
                email: email, password: password, firstName: firstName, lastName: lastName, role: role,
                isActive: isActive, lastLoginAt: lastLoginAt),
            of: &self)
    }
}

// belongsToMany tags
extension Post {
    func getTags(_ build: (inout Query<Tag>) throws -> Void = { _ in }) async throws -> [Tag] {
        try await Self.associations.tags.get(of: self, build)
    }
    func countTags(_ build: (inout Query<Tag>) throws -> Void = { _ in }) async throws -> Int {
        try await Self.associations.tags.count(of: self, build)
    }
    func hasTag(_ tag: Tag) async throws -> Bool { try await Self.associations.tags.has([tag], of: self) }
    func hasTag(key: Int) async throws -> Bool { try await Self.associations.tags.has(keys: [key], of: self) }
    func hasTags(_ tags: [Tag]) async throws -> Bool { try await Self.associations.tags.has(tags, of: self) }
    func hasTags(keys: [Int]) async throws -> Bool { try await Self.associations.tags.has(keys: keys, of: self) }
    func setTags(_ tags: [Tag]) async throws { try await Self.associations.tags.set(tags, of: self) }
    func setTags(keys: [Int]) async throws { try await Self.associations.tags.set(keys: keys, of: self) }
    func addTag(_ tag: Tag) async throws { try await Self.associations.tags.add([tag], to: self) }
    func addTag(key: Int) async throws { try await Self.associations.tags.add(keys: [key], to: self) }
    func addTags(_ tags: [Tag]) async throws { try await Self.associations.tags.add(tags, to: self) }
    func addTags(keys: [Int]) async throws { try await Self.associations.tags.add(keys: keys, to: self) }
    func removeTag(_ tag: Tag) async throws { try await Self.associations.tags.remove([tag], from: self) }
    func removeTag(key: Int) async throws { try await Self.associations.tags.remove(keys: [key], from: self) }
    func removeTags(_ tags: [Tag]) async throws { try await Self.associations.tags.remove(tags, from: self) }
    func removeTags(keys: [Int]) async throws { try await Self.associations.tags.remove(keys: keys, from: self) }
    func createTag(name: String) async throws -> Tag {
        try await Self.associations.tags.create(Tag(name: name), of: self)
    }

    /// Replaces the tags by those of these names; a name that no tag has makes a new one.
    func setTags(named names: [String]) async throws {
        try await Self.associations.tags.assign(names, as: "tagNames", by: \.name, of: self) { Tag(name: $0) }
    }
}

extension Post: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("title", title)
            $0.member("content", content)
            $0.member("status", status)
            $0.member("userId", userId)
            $0.member("createdAt", createdAt)
            $0.member("updatedAt", updatedAt)
            $0.member("author", author)
            $0.member("tags", tags)
        }
    }
}

/// A post as the API answers in a list: its readable attributes and what `routes.include` lists.
struct PostListView: Projection {
    var id: Int
    var title: String
    var content: String
    var status: PostStatus
    var userId: Int
    var createdAt: Date
    var updatedAt: Date
    var author: Author
    var tags: [TagItem]

    static let selection = Selection<Post, PostListView> {
        $0.columns(\.id, \.title, \.content, \.status, \.userId, \.createdAt, \.updatedAt)
        $0.join(\.author) { $0.columns(\.id, \.firstName, \.lastName) }
        $0.load(\.tags, into: \.tags)
    }

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
        content = try row[2]
        status = try row[3]
        userId = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
        author = try Author(row: row.from(7))
        tags = []
    }

    struct Author: Sendable {
        var id: Int
        var firstName: String
        var lastName: String

        init(row: Row) throws {
            id = try row[0]
            firstName = try row[1]
            lastName = try row[2]
        }
    }

    struct TagItem: Projection {
        var id: Int
        var name: String

        static let selection = Selection<Tag, TagItem> { $0.columns(\.id, \.name) }

        init(row: Row) throws {
            id = try row[0]
            name = try row[1]
        }
    }
}

extension PostListView: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("title", title)
            $0.member("content", content)
            $0.member("status", status)
            $0.member("userId", userId)
            $0.member("createdAt", createdAt)
            $0.member("updatedAt", updatedAt)
            $0.member("author", author)
            $0.member("tags", tags)
        }
    }
}

extension PostListView.Author: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("firstName", firstName)
            $0.member("lastName", lastName)
        }
    }
}

extension PostListView.TagItem: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("name", name)
        }
    }
}

/// A post as the API answers with: its readable attributes and what `routes.include` lists.
struct PostView: Projection {
    var id: Int
    var title: String
    var content: String
    var status: PostStatus
    var userId: Int
    var createdAt: Date
    var updatedAt: Date
    var author: Author
    var tags: [TagItem]

    static let selection = Selection<Post, PostView> {
        $0.columns(\.id, \.title, \.content, \.status, \.userId, \.createdAt, \.updatedAt)
        $0.join(\.author) { $0.columns(\.id, \.email, \.firstName, \.lastName) }
        $0.load(\.tags, into: \.tags)
    }

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
        content = try row[2]
        status = try row[3]
        userId = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
        author = try Author(row: row.from(7))
        tags = []
    }

    struct Author: Sendable {
        var id: Int
        var email: String
        var firstName: String
        var lastName: String

        init(row: Row) throws {
            id = try row[0]
            email = try row[1]
            firstName = try row[2]
            lastName = try row[3]
        }
    }

    struct TagItem: Projection {
        var id: Int
        var name: String

        static let selection = Selection<Tag, TagItem> { $0.columns(\.id, \.name) }

        init(row: Row) throws {
            id = try row[0]
            name = try row[1]
        }
    }
}

extension PostView: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("title", title)
            $0.member("content", content)
            $0.member("status", status)
            $0.member("userId", userId)
            $0.member("createdAt", createdAt)
            $0.member("updatedAt", updatedAt)
            $0.member("author", author)
            $0.member("tags", tags)
        }
    }
}

extension PostView.Author: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("email", email)
            $0.member("firstName", firstName)
            $0.member("lastName", lastName)
        }
    }
}

extension PostView.TagItem: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("name", name)
        }
    }
}

/// What a request may say of a post: not what is read only, but lists beside the attributes.
extension Post: InputModel {
    static let assigns = ["tagNames"]
}

extension Input where Record == Post {
    /// `tagNames`: the names of its tags.
    var tagNames: [String]? { assigned("tagNames") }
}
