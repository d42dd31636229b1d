import ScaffoldStorage

/// A table between with a composite key and columns of its own.
struct ArticleKeyword: Model {
    typealias PrimaryKey = Key

    var articleId: Int
    var keywordId: Int
    var position: Int

    struct Key: PrimaryKeyValue {
        var articleId: Int
        var keywordId: Int
        var keyValues: [Value] { [Value(articleId), Value(keywordId)] }
    }
}

extension ArticleKeyword {
    static let table = TableDefinition("article_keywords", model: "ArticleKeyword") {
        $0.column("articleId", .integer, primaryKey: true)
        $0.column("keywordId", .integer, primaryKey: true)
        $0.column("position", .integer, allowNull: false)
    }

    struct Columns: Sendable {
        let articleId = Column<ArticleKeyword, Int>(0)
        let keywordId = Column<ArticleKeyword, Int>(1)
        let position = Column<ArticleKeyword, Int>(2)
    }

    static let columns = Columns()

    init(row: Row) throws {
        articleId = try row[0]
        keywordId = try row[1]
        position = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(articleId)
        values.append(keywordId)
        values.append(position)
    }
}
