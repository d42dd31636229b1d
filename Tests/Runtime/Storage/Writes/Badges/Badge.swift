import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model with a unique and an immutable attribute, a version, both timestamps, and checks in its table.
struct Badge: Model {
    var id: Int
    var code: String
    var issuer: String
    var points: Int
    var maximum: Int
    var version: Int
    var createdAt: Date
    var updatedAt: Date

    static let validations = Validations<Badge> {
        $0.validate(\.issuer, .isImmutable)
        $0.validate(\.code, .len(1, 5))
    }

    static let table = TableDefinition("badges", model: "Badge") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("code", .string, field: "badge_code", allowNull: false, unique: true)
        $0.column("issuer", .string, allowNull: false)
        $0.column("points", .integer, allowNull: false, defaultValue: .value(0))
        $0.column("maximum", .integer, field: "points_maximum", allowNull: false, defaultValue: .value(10))
        $0.version("version")
        $0.timestamp("createdAt")
        $0.timestamp("updatedAt")
    }

    struct Columns: Sendable {
        let id = Column<Badge, Int>(0)
        let code = Column<Badge, String>(1)
        let issuer = Column<Badge, String>(2)
        let points = Column<Badge, Int>(3)
        let maximum = Column<Badge, Int>(4)
        let version = Column<Badge, Int>(5)
        let createdAt = Column<Badge, Date>(6)
        let updatedAt = Column<Badge, Date>(7)
    }

    static let columns = Columns()

    init(_ code: String, issuer: String = "school", points: Int = 0, maximum: Int = 10) {
        id = 0
        self.code = code
        self.issuer = issuer
        self.points = points
        self.maximum = maximum
        version = 0
        createdAt = .now
        updatedAt = .now
    }

    init(row: Row) throws {
        id = try row[0]
        code = try row[1]
        issuer = try row[2]
        points = try row[3]
        maximum = try row[4]
        version = try row[5]
        createdAt = try row[6]
        updatedAt = try row[7]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(code)
        values.append(issuer)
        values.append(points)
        values.append(maximum)
        values.append(version)
        values.append(createdAt)
        values.append(updatedAt)
    }
}

/// Runs a test on a database of its own with the table of badges.
func withBadges(on engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
    try await engine.withTables {
        $0.createTable("badges") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("badge_code", .string, allowNull: false, unique: true)
            $0.column("issuer", .string, allowNull: false)
            $0.column("points", .integer, allowNull: false, defaultValue: 0)
            $0.column("points_maximum", .integer, allowNull: false, defaultValue: 10)
            $0.column("version", .integer, allowNull: false, defaultValue: 0)
            $0.timestamps()
            $0.constraint(.check("points >= 0", name: "badges_points_positive"))
            $0.constraint(.check("points <= points_maximum", name: "badges_points_points_maximum_check"))
        }
    } _: { _ in
        try await body()
    }
}
