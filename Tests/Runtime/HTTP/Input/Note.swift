import Foundation
import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

enum Mood: String, Enumeration { case glad, sad }

/// A model with a column of every type, as input is read from.
struct Note: Model {
    var id: Int

    static let table = TableDefinition("notes", model: "Note") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("title", .string(10), allowNull: false, trim: true)
        $0.column("secret", .password)
        $0.column("small", .smallint)
        $0.column("number", .integer)
        $0.column("big", .bigint)
        $0.column("share", .double)
        $0.column("price", .decimal)
        $0.column("isNew", .boolean)
        $0.column("at", .date)
        $0.column("day", .dateonly)
        $0.column("clock", .time)
        $0.column("key", .uuid)
        $0.column("mood", .enum(Mood.self))
        $0.column("data", .json)
        $0.column("bytes", .blob)
        $0.column("views", .integer)
        $0.column("rank", .smallint)
        $0.column("tone", .enum(Mood.self))
        $0.timestamp("createdAt")
    }

    struct Columns: Sendable {
        let title = Column<Note, String>(1)
        let small = Column<Note, Int?>(3)
        let mood = Column<Note, Mood?>(13)
        let rank = Column<Note, Int?>(17)
        let tone = Column<Note, Mood?>(18)
    }

    static let columns = Columns()
    static let validations = Validations<Note> {
        $0.validate(\.rank, .type.message("A rank is a small number"))
        $0.validate(\.tone, .type.message("not this one"), .isIn([.glad, .sad]).message("Glad or sad, please"))
    }

    init(row: Row) throws { id = try row[0] }
    func encode(to values: inout Values) { values.append(id) }
}
