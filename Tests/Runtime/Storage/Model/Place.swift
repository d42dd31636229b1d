import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model with rules of every sort.
struct Place: Model {
    var id: Int = 0
    var name: String
    var code: String?
    var latitude: Double?
    var longitude: Double?
    var opensAt: TimeOfDay?
    var closesAt: TimeOfDay?
    var secret: Password?
    var stamp: String = ""

    static let validations = Validations<Place> {
        $0.validate(\.name, .notNull.message("A place needs a name"), .len(max: 10))
        $0.validate(\.code, .isImmutable, .isUppercase)
        $0.validate(\.latitude, .min(-90), .max(90))
        $0.validate(\.closesAt, "closesLater") { place in
            guard let opens = place.opensAt else { return }
            guard let closes = place.closesAt else { throw ValidationFailure("does not close") }
            await Task.yield()
            if closes <= opens { throw ValidationFailure("closes before it opens") }
        }
        $0.validate("bothCoordsOrNone") { place in
            if (place.latitude == nil) != (place.longitude == nil) {
                throw ValidationFailure("Either both latitude and longitude, or neither!")
            }
        }
        $0.validate("noSecretNames") { place in
            if place.name == "secret" { throw ValidationFailure("not that name", path: "name") }
            if place.name == "broken" { throw Unreachable() }
        }
        $0.validate(\.secret, "secretIsNotName") { place in
            if let secret = place.secret, secret.plainText == place.name {
                throw ValidationFailure("is the name")
            }
        }
    }

    /// An error that is no failure of a rule.
    struct Unreachable: Error {}
}

extension Place {
    static let table = TableDefinition("places", model: "Place") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
        $0.column("code", .string)
        $0.column("latitude", .double)
        $0.column("longitude", .double)
        $0.column("opensAt", .time)
        $0.column("closesAt", .time)
        $0.column("secret", .password)
        $0.column("stamp", .text, allowNull: false, defaultValue: .sql("'made by the database'"))
    }

    struct Columns: Sendable {
        let id = Column<Place, Int>(0)
        let name = Column<Place, String>(1)
        let code = Column<Place, String?>(2)
        let latitude = Column<Place, Double?>(3)
        let longitude = Column<Place, Double?>(4)
        let opensAt = Column<Place, TimeOfDay?>(5)
        let closesAt = Column<Place, TimeOfDay?>(6)
        let secret = Column<Place, Password?>(7)
        let stamp = Column<Place, String>(8)
    }

    static let columns = Columns()

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        code = try row[2]
        latitude = try row[3]
        longitude = try row[4]
        opensAt = try row[5]
        closesAt = try row[6]
        secret = try row[7]
        stamp = try row[8]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(code)
        values.append(latitude)
        values.append(longitude)
        values.append(opensAt)
        values.append(closesAt)
        values.append(secret)
        values.append(stamp)
    }
}

/// Runs a test on a database with a table of places.
func withPlaces(_ body: @Sendable () async throws -> Void) async throws {
    let database = try Database(DatabaseConfiguration(url: .memory))
    try await database.run {
        try await database.write {
            try $0.run(
                script: """
                    CREATE TABLE places (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, code TEXT,
                        latitude DOUBLE, longitude DOUBLE, opensAt TIME, closesAt TIME, secret TEXT,
                        stamp TEXT NOT NULL DEFAULT 'made by the database');
                    """)
        }
        try await Password.$cost.withValue(4) { try await body() }
    }
}
