// The machinery of Profile: its table, rows, JSON and association methods.
import ScaffoldRuntime

extension Profile {
    static let table = TableDefinition("profiles", model: "Profile") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("bio", .text)
        $0.column("avatar", .string)
        $0.column("location", .string)
        $0.column("userId", .integer, allowNull: false, unique: true)
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
    }

    struct Columns: Sendable {
        let id = Column<Profile, Int>(0)
        let bio = Column<Profile, String?>(1)
        let avatar = Column<Profile, String?>(2)
        let location = Column<Profile, String?>(3)
        let userId = Column<Profile, Int>(4)
        let createdAt = Column<Profile, Date>(5)
        let updatedAt = Column<Profile, Date>(6)
    }

    struct Associations: Sendable {
        let user = BelongsTo<Profile, User>(\.user, foreignKey: "userId")
    }

    static let columns = Columns()
    static let associations = Associations()

    /// A profile that is not stored yet; `create()` or `save()` stores it.
    init(bio: String? = nil, avatar: String? = nil, location: String? = nil, userId: Int) {
        id = 0
        self.bio = bio
        self.avatar = avatar
        self.location = location
        self.userId = userId
        createdAt = .now
        updatedAt = .now
        user = .notLoaded
    }

    init(row: Row) throws {
        id = try row[0]
        bio = try row[1]
        avatar = try row[2]
        location = try row[3]
        userId = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
        user = .notLoaded
    }

    /// Takes over the values of a row; what is loaded of associations stays.
    mutating func assign(_ row: Row) throws {
        id = try row[0]
        bio = try row[1]
        avatar = try row[2]
        location = try row[3]
        userId = try row[4]
        createdAt = try row[5]
        updatedAt = try row[6]
    }

    /// The row's values, in the order of the columns.
    func encode(to values: inout Values) {
        values.append(id)
        values.append(bio)
        values.append(avatar)
        values.append(location)
        values.append(userId)
        values.append(createdAt)
        values.append(updatedAt)
    }

    /// Stores a new profile; what has a default may be left out.
    static func create(
        bio: String? = nil, avatar: String? = nil, location: String? = nil, userId: Int
    ) async throws -> Profile {
        try await create(Profile(bio: bio, avatar: avatar, location: location, userId: userId))
    }
}

// belongsTo user
extension Profile {
    func getUser() async throws -> User { try await Self.associations.user.get(of: self) }
    mutating func setUser(_ user: User) async throws { try await Self.associations.user.set(user, of: &self) }
    mutating func setUser(key: Int) async throws { try await Self.associations.user.set(key: key, of: &self) }
    mutating func createUser(
        email: String, password: Password, firstName: String, lastName: String, role: UserRole = .user,
        isActive: Bool = true, lastLoginAt: Date? = nil
    ) async throws -> User {
        try await Self.associations.user.create(
            User(
                email: email, password: password, firstName: firstName, lastName: lastName, role: role,
                isActive: isActive, lastLoginAt: lastLoginAt),
            of: &self)
    }
}

extension Profile: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("bio", bio)
            $0.member("avatar", avatar)
            $0.member("location", location)
            $0.member("userId", userId)
            $0.member("createdAt", createdAt)
            $0.member("updatedAt", updatedAt)
            $0.member("user", user)
        }
    }
}
