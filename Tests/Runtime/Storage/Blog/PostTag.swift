import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct PostTag: Model {
    var id: Int
    var postId: Int
    var tagId: Int
    var createdAt: Date
    var updatedAt: Date
}

extension PostTag {
    static let table = TableDefinition("post_tags", model: "PostTag") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("postId", .integer, allowNull: false)
        $0.column("tagId", .integer, allowNull: false)
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
        $0.unique("tagId", "postId", message: "The post has this tag")
    }

    struct Columns: Sendable {
        let id = Column<PostTag, Int>(0)
        let postId = Column<PostTag, Int>(1)
        let tagId = Column<PostTag, Int>(2)
        let createdAt = Column<PostTag, Date>(3)
        let updatedAt = Column<PostTag, Date>(4)
    }

    static let columns = Columns()

    init(postId: Int, tagId: Int) {
        id = 0
        self.postId = postId
        self.tagId = tagId
        createdAt = .now
        updatedAt = .now
    }

    init(row: Row) throws {
        id = try row[0]
        postId = try row[1]
        tagId = try row[2]
        createdAt = try row[3]
        updatedAt = try row[4]
    }

    mutating func assign(_ row: Row) throws {
        id = try row[0]
        postId = try row[1]
        tagId = try row[2]
        createdAt = try row[3]
        updatedAt = try row[4]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(postId)
        values.append(tagId)
        values.append(createdAt)
        values.append(updatedAt)
    }

    static func create(postId: Int, tagId: Int) async throws -> PostTag {
        try await create(PostTag(postId: postId, tagId: tagId))
    }
}
