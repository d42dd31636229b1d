import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model that belongs to rows of several models, told apart by a column.
struct Remark: Model {
    var id: Int
    var subject: String?
    var subjectId: Int?
    var isCover: Bool?
    var text: String
    var deletedAt: Date?

    var essay: Loaded<Essay?> = .notLoaded

    static let table = TableDefinition("remarks", model: "Remark") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("subject", .string(20))
        $0.column("subjectId", .integer)
        $0.column("isCover", .boolean)
        $0.column("text", .text, allowNull: false)
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Remark, Int>(0)
        let subject = Column<Remark, String?>(1)
        let subjectId = Column<Remark, Int?>(2)
        let isCover = Column<Remark, Bool?>(3)
        let text = Column<Remark, String>(4)
        let deletedAt = Column<Remark, Date?>(5)
    }

    struct Associations: Sendable {
        let essay = BelongsTo<Remark, Essay>(\.essay, foreignKey: "subjectId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ text: String, subject: String? = nil, subjectId: Int? = nil) {
        id = 0
        self.text = text
        self.subject = subject
        self.subjectId = subjectId
    }

    init(row: Row) throws {
        self.init("")
        try assign(row)
    }

    mutating func assign(_ row: Row) throws {
        id = try row[0]
        subject = try row[1]
        subjectId = try row[2]
        isCover = try row[3]
        text = try row[4]
        deletedAt = try row[5]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(subject)
        values.append(subjectId)
        values.append(isCover)
        values.append(text)
        values.append(deletedAt)
    }
}
