import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension User {
    static let table = TableDefinition("users", model: "User") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("email", .string, allowNull: false, unique: true, trim: true, lowercase: true)
        $0.column("password", .password, allowNull: false)
        $0.column("firstName", .string, allowNull: false)
        $0.column("lastName", .string, allowNull: false)
        $0.column("role", .enum(UserRole.self), allowNull: false, defaultValue: .value("user"))
        $0.column("isActive", .boolean, allowNull: false, defaultValue: .value(true))
        $0.column("lastLoginAt", .date)
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
        $0.unique("email", message: "Email already exists")
    }

    struct Columns: Sendable {
        let id = Column<User, Int>(0)
        let email = Column<User, String>(1)
        let password = Column<User, Password>(2)
        let firstName = Column<User, String>(3)
        let lastName = Column<User, String>(4)
        let role = Column<User, UserRole>(5)
        let isActive = Column<User, Bool>(6)
        let lastLoginAt = Column<User, Date?>(7)
        let createdAt = Column<User, Date>(8)
        let updatedAt = Column<User, Date>(9)
    }

    struct Associations: Sendable {
        let posts = HasMany<User, Post>(\.posts, foreignKey: "userId")
        let profile = HasOne<User, Profile>(\.profile, foreignKey: "userId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(
        email: String, password: Password, firstName: String, lastName: String, role: UserRole = .user,
        isActive: Bool = true, lastLoginAt: Date? = nil
    ) {
        id = 0
        self.email = email
        self.password = password
        self.firstName = firstName
        self.lastName = lastName
        self.role = role
        self.isActive = isActive
        self.lastLoginAt = lastLoginAt
        createdAt = .now
        updatedAt = .now
        posts = .notLoaded
        profile = .notLoaded
    }

    init(row: Row) throws {
        id = try row[0]
        email = try row[1]
        password = try row[2]
        firstName = try row[3]
        lastName = try row[4]
        role = try row[5]
        isActive = try row[6]
        lastLoginAt = try row[7]
        createdAt = try row[8]
        updatedAt = try row[9]
        posts = .notLoaded
        profile = .notLoaded
    }

    mutating func assign(_ row: Row) throws {
        id = try row[0]
        email = try row[1]
        password = try row[2]
        firstName = try row[3]
        lastName = try row[4]
        role = try row[5]
        isActive = try row[6]
        lastLoginAt = try row[7]
        createdAt = try row[8]
        updatedAt = try row[9]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(email)
        values.append(password)
        values.append(firstName)
        values.append(lastName)
        values.append(role)
        values.append(isActive)
        values.append(lastLoginAt)
        values.append(createdAt)
        values.append(updatedAt)
    }

    static func create(
        email: String, password: Password, firstName: String, lastName: String, role: UserRole = .user,
        isActive: Bool = true, lastLoginAt: Date? = nil
    ) async throws -> User {
        try await create(
            User(
                email: email, password: password, firstName: firstName, lastName: lastName, role: role,
                isActive: isActive, lastLoginAt: lastLoginAt))
    }
}

// hasMany posts
extension User {
    func getPosts(_ build: (inout Query<Post>) throws -> Void = { _ in }) async throws -> [Post] {
        try await Self.associations.posts.get(of: self, build)
    }
    func countPosts() async throws -> Int { try await Self.associations.posts.count(of: self) }
    func hasPost(_ post: Post) async throws -> Bool { try await Self.associations.posts.has([post], of: self) }
    func hasPosts(_ posts: [Post]) async throws -> Bool { try await Self.associations.posts.has(posts, of: self) }
    func setPosts(_ posts: [Post]) async throws { try await Self.associations.posts.set(posts, of: self) }
    func addPost(_ post: Post) async throws { try await Self.associations.posts.add([post], to: self) }
    func removePost(_ post: Post) async throws { try await Self.associations.posts.remove([post], from: self) }
    func createPost(title: String, content: String, status: PostStatus = .draft) async throws -> Post {
        try await Self.associations.posts.create(
            Post(title: title, content: content, status: status, userId: id), of: self)
    }
}

// hasOne profile
extension User {
    func getProfile() async throws -> Profile? { try await Self.associations.profile.get(of: self) }
    func setProfile(_ profile: Profile?) async throws { try await Self.associations.profile.set(profile, of: self) }
    func createProfile(bio: String? = nil, avatar: String? = nil, location: String? = nil) async throws -> Profile {
        try await Self.associations.profile.create(
            Profile(userId: id, bio: bio, avatar: avatar, location: location), of: self)
    }
}
