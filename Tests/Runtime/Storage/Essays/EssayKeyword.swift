import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A table between whose key is the pair, with an attribute of its own.
struct EssayKeyword: Model {
    var essayId: Int
    var keywordId: UUID
    var kind: String
    var position: Int?
    var deletedAt: Date?

    static let validations = Validations<EssayKeyword> { $0.validate(\.position, .min(0)) }

    static let table = TableDefinition("essay_keywords", model: "EssayKeyword") {
        $0.column("essayId", .integer, primaryKey: true)
        $0.column("keywordId", .uuid, primaryKey: true)
        $0.column("kind", .string(20), allowNull: false)
        $0.column("position", .integer)
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let essayId = Column<EssayKeyword, Int>(0)
        let keywordId = Column<EssayKeyword, UUID>(1)
        let kind = Column<EssayKeyword, String>(2)
        let position = Column<EssayKeyword, Int?>(3)
        let deletedAt = Column<EssayKeyword, Date?>(4)
    }

    static let columns = Columns()

    init(essayId: Int, keywordId: UUID, position: Int? = nil) {
        self.essayId = essayId
        self.keywordId = keywordId
        kind = "essay"
        self.position = position
    }

    init(row: Row) throws {
        essayId = try row[0]
        keywordId = try row[1]
        kind = try row[2]
        position = try row[3]
        deletedAt = try row[4]
    }

    func encode(to values: inout Values) {
        values.append(essayId)
        values.append(keywordId)
        values.append(kind)
        values.append(position)
        values.append(deletedAt)
    }
}
