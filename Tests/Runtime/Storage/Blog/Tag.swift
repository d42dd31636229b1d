import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct Tag: Model {
    var id: Int
    var name: String
    var createdAt: Date
    var updatedAt: Date

    var posts: Loaded<[Post]>
}

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

    mutating func assign(_ row: Row) throws {
        id = try row[0]
        name = try row[1]
        createdAt = try row[2]
        updatedAt = try row[3]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(createdAt)
        values.append(updatedAt)
    }

    static func create(name: String) async throws -> Tag {
        try await create(Tag(name: name))
    }
}
