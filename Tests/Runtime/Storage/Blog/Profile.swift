import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct Profile: Model {
    var id: Int
    var userId: Int
    var bio: String?
    var avatar: String?
    var location: String?
    var createdAt: Date
    var updatedAt: Date

    var user: Loaded<User>
}

extension Profile {
    static let table = TableDefinition("profiles", model: "Profile") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("userId", .integer, allowNull: false, unique: true)
        $0.column("bio", .text)
        $0.column("avatar", .string)
        $0.column("location", .string)
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
    }

    struct Columns: Sendable {
        let id = Column<Profile, Int>(0)
        let userId = Column<Profile, Int>(1)
        let bio = Column<Profile, String?>(2)
        let avatar = Column<Profile, String?>(3)
        let location = Column<Profile, String?>(4)
        let createdAt = Column<Profile, Date>(5)
        let updatedAt = Column<Profile, Date>(6)
    }

    struct Associations: Sendable {
        let user = BelongsTo<Profile, User>(\.user, foreignKey: "userId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(userId: Int, bio: String? = nil, avatar: String? = nil, location: String? = nil) {
        id = 0
        self.userId = userId
        self.bio = bio
        self.avatar = avatar
        self.location = location
        createdAt = .now
        updatedAt = .now
        user = .notLoaded
    }

    init(row: Row) throws {
        id = try row[0]
        userId = try row[1]
        bio = try row[2]
        avatar = try row[3]
        location = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
        user = .notLoaded
    }

    mutating func assign(_ row: Row) throws {
        id = try row[0]
        userId = try row[1]
        bio = try row[2]
        avatar = try row[3]
        location = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(userId)
        values.append(bio)
        values.append(avatar)
        values.append(location)
        values.append(createdAt)
        values.append(updatedAt)
    }

    static func create(userId: Int, bio: String? = nil, avatar: String? = nil, location: String? = nil) async throws
        -> Profile
    {
        try await create(Profile(userId: userId, bio: bio, avatar: avatar, location: location))
    }
}
