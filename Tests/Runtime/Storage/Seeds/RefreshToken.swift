import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The development guide's refresh token, kept for seven days.
struct RefreshToken: Model {
    var id: Int
    var token: String
    var userId: Int
    var expiresAt: Date

    static let table = TableDefinition("refresh_tokens", model: "RefreshToken") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("token", .string(80), allowNull: false, unique: true)
        $0.column("userId", .integer, allowNull: false)
        $0.column("expiresAt", .date, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<RefreshToken, Int>(0)
        let token = Column<RefreshToken, String>(1)
        let userId = Column<RefreshToken, Int>(2)
        let expiresAt = Column<RefreshToken, Date>(3)
    }

    static let columns = Columns()

    init(_ token: String, userId: Int, expiresAt: Date) {
        id = 0
        self.token = token
        self.userId = userId
        self.expiresAt = expiresAt
    }

    init(row: Row) throws {
        id = try row[0]
        token = try row[1]
        userId = try row[2]
        expiresAt = try row[3]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(token)
        values.append(userId)
        values.append(expiresAt)
    }
}
