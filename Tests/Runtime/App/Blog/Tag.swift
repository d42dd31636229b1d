import ScaffoldRuntime

/// A tag: table `tags`.
struct Tag: Model {
    var id: Int
    var name: String

    static let table = TableDefinition("tags", model: "Tag") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true)
    }

    struct Columns: Sendable {
        let id = Column<Tag, Int>(0)
        let name = Column<Tag, String>(1)
    }

    static let columns = Columns()

    init(name: String) {
        id = 0
        self.name = name
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
    }
}

extension Tag: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("name", name)
        }
    }
}

/// Which tags a post has: table `post_tags`.
struct PostTag: Model {
    var postId: Int
    var tagId: Int

    static let table = TableDefinition("post_tags", model: "PostTag") {
        $0.column("postId", .integer, primaryKey: true)
        $0.column("tagId", .integer, primaryKey: true)
    }

    struct Columns: Sendable {
        let postId = Column<PostTag, Int>(0)
        let tagId = Column<PostTag, Int>(1)
    }

    static let columns = Columns()

    init(row: Row) throws {
        postId = try row[0]
        tagId = try row[1]
    }

    func encode(to values: inout Values) {
        values.append(postId)
        values.append(tagId)
    }
}
