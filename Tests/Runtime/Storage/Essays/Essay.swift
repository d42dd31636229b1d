import ScaffoldStorage
import ScaffoldValidation

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model with a version, whose rows stay as destroyed ones and take their remarks and keywords along.
struct Essay: Model {
    var id: Int
    var slug: String
    var title: String
    var views: Int
    var score: Double
    var rank: Int16?
    var version: Int
    var updatedAt: Date
    var deletedAt: Date?

    var remarks: Loaded<[Remark]> = .notLoaded
    var keywords: Loaded<[Topic]> = .notLoaded
    var cover: Loaded<Remark?> = .notLoaded

    static let validations = Validations<Essay> { $0.validate(\.title, .len(max: 50)) }
    static let cascades: [CascadeOnDestroy<Essay>] = [.destroy(\.remarks), .destroy(\.keywords)]

    static let table = TableDefinition("essays", model: "Essay") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("slug", .string(60), field: "url_slug", allowNull: false, unique: true, trim: true)
        $0.column("title", .string(60), allowNull: false)
        $0.column("views", .integer, allowNull: false, defaultValue: .value(0))
        $0.column("score", .double, allowNull: false, defaultValue: .value(0))
        $0.column("rank", .smallint)
        $0.version("version")
        $0.timestamp("updatedAt")
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Essay, Int>(0)
        let slug = Column<Essay, String>(1)
        let title = Column<Essay, String>(2)
        let views = Column<Essay, Int>(3)
        let score = Column<Essay, Double>(4)
        let rank = Column<Essay, Int16?>(5)
        let version = Column<Essay, Int>(6)
        let updatedAt = Column<Essay, Date>(7)
        let deletedAt = Column<Essay, Date?>(8)
    }

    struct Associations: Sendable {
        let remarks = HasMany<Essay, Remark>(
            \.remarks, foreignKey: "subjectId", scope: ["subject": "essay", "isCover": false])
        let cover = HasOne<Essay, Remark>(
            \.cover, foreignKey: "subjectId", scope: ["subject": "essay", "isCover": true])
        let keywords = BelongsToMany<Essay, Topic>(
            \.keywords, through: EssayKeyword.self, foreignKey: "essayId", otherKey: "keywordId",
            throughScope: ["kind": "essay"])
    }

    static let columns = Columns()
    static let associations = Associations()

    init(slug: String, title: String = "title", views: Int = 0, rank: Int16? = nil) {
        id = 0
        self.slug = slug
        self.title = title
        self.views = views
        score = 0
        self.rank = rank
        version = 0
        updatedAt = .now
    }

    init(row: Row) throws {
        self.init(slug: "")
        try assign(row)
    }

    mutating func assign(_ row: Row) throws {
        id = try row[0]
        slug = try row[1]
        title = try row[2]
        views = try row[3]
        score = try row[4]
        rank = try row[5]
        version = try row[6]
        updatedAt = try row[7]
        deletedAt = try row[8]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(slug)
        values.append(title)
        values.append(views)
        values.append(score)
        values.append(rank)
        values.append(version)
        values.append(updatedAt)
        values.append(deletedAt)
    }
}
