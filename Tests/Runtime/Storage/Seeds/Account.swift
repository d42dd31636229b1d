import ScaffoldPasswords
import ScaffoldValidation

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The user of the user-management API: a name and an address that are unique, a role by number, and whether the
/// address was verified.
struct Account: Model {
    var id: Int
    var username: String
    var email: String
    var password: Password
    var role: AccountRole
    var verified: Bool
    var token: UUID

    var recoveries: Loaded<[Recovery]> = .notLoaded

    static let validations = Validations<Account> {
        $0.validate(\.username, .len(min: 6).message("\"username\" must be greater or equal to 6"))
        $0.validate(\.email, .isEmail.message("Please provide a valid email address"))
        $0.validate(\.password, .len(8, 72).message("\"password\" must be greater or equal to 8"))
    }

    static let table = TableDefinition("accounts", model: "Account") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("username", .string, allowNull: false, unique: true, trim: true)
        $0.column("email", .string, allowNull: false, unique: true, trim: true, lowercase: true)
        $0.column("password", .password, allowNull: false)
        $0.column("role", .enum(AccountRole.self), allowNull: false, defaultValue: .value("user"))
        $0.column("verified", .boolean, allowNull: false, defaultValue: .value(false))
        $0.column("token", .uuid, allowNull: false, defaultValue: .uuidv4, unique: true)
    }

    struct Columns: Sendable {
        let id = Column<Account, Int>(0)
        let username = Column<Account, String>(1)
        let email = Column<Account, String>(2)
        let password = Column<Account, Password>(3)
        let role = Column<Account, AccountRole>(4)
        let verified = Column<Account, Bool>(5)
        let token = Column<Account, UUID>(6)
    }

    struct Associations: Sendable {
        let recoveries = HasMany<Account, Recovery>(\.recoveries, foreignKey: "accountId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ username: String, _ email: String, _ password: Password, role: AccountRole = .user) {
        id = 0
        self.username = username
        self.email = email
        self.password = password
        self.role = role
        verified = false
        token = UUID()
    }

    init(row: Row) throws {
        id = try row[0]
        username = try row[1]
        email = try row[2]
        password = try row[3]
        role = try row[4]
        verified = try row[5]
        token = try row[6]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(username)
        values.append(email)
        values.append(password)
        values.append(role)
        values.append(verified)
        values.append(token)
    }
}

/// `"role": 0` for a user, 1 for an admin.
enum AccountRole: String, NumberedEnumeration {
    case user, admin
    var number: Int { self == .admin ? 1 : 0 }
}

/// A token by which a forgotten password is set anew, once.
struct Recovery: Model {
    typealias PrimaryKey = UUID

    var token: UUID
    var accountId: Int
    var used: Bool

    var account: Loaded<Account> = .notLoaded

    static let table = TableDefinition("recoveries", model: "Recovery") {
        $0.column("token", .uuid, defaultValue: .uuidv4, primaryKey: true)
        $0.column("accountId", .integer, allowNull: false)
        $0.column("used", .boolean, allowNull: false, defaultValue: .value(false))
    }

    struct Columns: Sendable {
        let token = Column<Recovery, UUID>(0)
        let accountId = Column<Recovery, Int>(1)
        let used = Column<Recovery, Bool>(2)
    }

    struct Associations: Sendable {
        let account = BelongsTo<Recovery, Account>(\.account, foreignKey: "accountId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(accountId: Int) {
        token = UUID()
        self.accountId = accountId
        used = false
    }

    init(row: Row) throws {
        token = try row[0]
        accountId = try row[1]
        used = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(token)
        values.append(accountId)
        values.append(used)
    }
}

/// Runs a test on a database of its own with accounts and recoveries, with cheap passwords.
func withAccounts(on engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
    try await engine.withTables {
        $0.createTable("accounts") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("username", .string, allowNull: false, unique: true)
            $0.column("email", .string, allowNull: false, unique: true)
            $0.column("password", .password, allowNull: false)
            $0.column("role", .enum("user", "admin"), allowNull: false, defaultValue: "user")
            $0.column("verified", .boolean, allowNull: false, defaultValue: false)
            $0.column("token", .uuid, allowNull: false, unique: true)
        }
        $0.createTable("recoveries") {
            $0.column("token", .uuid, primaryKey: true)
            $0.column(
                "accountId", .integer, allowNull: false, references: .init("accounts"), onDelete: .cascade)
            $0.column("used", .boolean, allowNull: false, defaultValue: false)
        }
    } _: { _ in
        try await Password.$cost.withValue(4) { try await body() }
    }
}
