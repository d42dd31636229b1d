import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model whose destroyed rows stay, with JSON and columns that may be null.
struct Article: Model {
    var id: Int
    var shelfId: Int?
    var title: String
    var views: Int
    var rank: Int?
    var settings: JSON
    var writtenAt: Date
    var deletedAt: Date?

    var shelf: Loaded<Shelf?> = .notLoaded
    var keywords: Loaded<[Keyword]> = .notLoaded
    /// Where keywords are read into together with the table between.
    var taggings: [Linked<Keyword, ArticleKeyword>] = []
}

extension Article {
    static let table = TableDefinition("articles", model: "Article") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("shelfId", .integer)
        $0.column("title", .string, allowNull: false)
        $0.column("views", .integer, allowNull: false)
        $0.column("rank", .integer)
        $0.column("settings", .json, allowNull: false)
        $0.column("writtenAt", .date, allowNull: false)
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Article, Int>(0)
        let shelfId = Column<Article, Int?>(1)
        let title = Column<Article, String>(2)
        let views = Column<Article, Int>(3)
        let rank = Column<Article, Int?>(4)
        let settings = Column<Article, JSON>(5)
        let writtenAt = Column<Article, Date>(6)
        let deletedAt = Column<Article, Date?>(7)
    }

    struct Associations: Sendable {
        let shelf = BelongsTo<Article, Shelf>(\.shelf, foreignKey: "shelfId")
        let keywords = BelongsToMany<Article, Keyword>(
            \.keywords, through: ArticleKeyword.self, foreignKey: "articleId", otherKey: "keywordId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ title: String, shelfId: Int? = nil, views: Int = 0, rank: Int? = nil, settings: JSON = [:]) {
        id = 0
        self.shelfId = shelfId
        self.title = title
        self.views = views
        self.rank = rank
        self.settings = settings
        writtenAt = Date(timeIntervalSince1970: Double(views))
    }

    init(row: Row) throws {
        id = try row[0]
        shelfId = try row[1]
        title = try row[2]
        views = try row[3]
        rank = try row[4]
        settings = try row[5]
        writtenAt = try row[6]
        deletedAt = try row[7]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(shelfId)
        values.append(title)
        values.append(views)
        values.append(rank)
        values.append(settings)
        values.append(writtenAt)
        values.append(deletedAt)
    }
}

// What is worked out, as an app writes it beside its models.
extension Article.Columns {
    var score: ComputedColumn<Article, Int> { .sql("\(views) * \(2) + coalesce(\(rank), \(0))") }
    var shelfName: ComputedColumn<Article, String?> { .of(\.shelf, \.name) }
    var keywordCount: ComputedColumn<Article, Int?> { .of(\.keywords, \.id.count) }
}
