import ScaffoldRuntime

extension User {
    static let table = TableDefinition("users", model: "User") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("email", .string, allowNull: false, unique: true)
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
    }

    static let columns = Columns()
    static let associations = Associations()

    init(email: String, password: Password, firstName: String, lastName: String) {
        id = 0
        self.email = email
        self.password = password
        self.firstName = firstName
        self.lastName = lastName
        role = .user
        isActive = true
        createdAt = .now
        updatedAt = .now
        posts = .notLoaded
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

    static func create(email: String, password: Password, firstName: String, lastName: String) async throws -> User {
        try await create(User(email: email, password: password, firstName: firstName, lastName: lastName))
    }
}

extension User: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("email", email)
            $0.member("role", role)
            $0.member("posts", posts)
        }
    }
}
