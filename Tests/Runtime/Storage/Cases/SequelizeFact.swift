@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model with the columns that Sequelize's cases name; it has no table anywhere.
struct SequelizeFact: Model {
    static let table = TableDefinition("facts", model: "SequelizeFact") {
        for name in ["deleted", "email", "name", "username"] { $0.column(name, .string) }
        for name in ["muscles", "equipment", "group_id", "user_id", "shared", "rank"] { $0.column(name, .integer) }
        $0.column("date", .date)
        $0.column("day", .dateonly, field: "date")
    }

    struct Columns: Sendable {
        let deleted = Column<SequelizeFact, String?>(0)
        let email = Column<SequelizeFact, String>(1)
        let name = Column<SequelizeFact, String>(2)
        let username = Column<SequelizeFact, String>(3)
        let muscles = Column<SequelizeFact, Int>(4)
        let equipment = Column<SequelizeFact, Int>(5)
        let groupID = Column<SequelizeFact, Int>(6)
        let userID = Column<SequelizeFact, Int>(7)
        let shared = Column<SequelizeFact, Int>(8)
        let rank = Column<SequelizeFact, Int>(9)
        let date = Column<SequelizeFact, Date>(10)
        let day = Column<SequelizeFact, DateOnly>(11)
    }

    static let columns = Columns()

    init(row: Row) throws {}

    func encode(to values: inout Values) {}

    /// A condition in the form in which Sequelize's cases are written: names in brackets, values in their places.
    static func text(_ condition: Condition<SequelizeFact>, _ dialect: any Dialect) throws -> String {
        var writer = SQLWriter(dialect)
        let place = writer.place(table)
        try writer.write(condition.condition, at: place)
        var text = writer.text
        for attribute in table.attributes {
            text = text.replacing("\(place.alias).\(dialect.quote(attribute.field))", with: "[\(attribute.field)]")
        }
        // the last first: `$1` stands in `$12` too, and a literal may hold a `?`
        for number in writer.values.items.indices.reversed() {
            let mark = dialect.placeholder(number + 1)
            let literal = try dialect.literal(writer.values.items[number])
            guard let range = text.ranges(of: mark).last else { continue }
            text.replaceSubrange(range, with: literal)
        }
        return text
    }
}
