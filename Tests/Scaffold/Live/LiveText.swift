@testable import scaffold

/// What `db:describe` prints of some tables.
enum LiveText {
    static let head = "{\"version\":1,\"engine\":\"postgresql\"}"
    static let id =
        "{\"table\":\"posts\",\"column\":\"id\",\"type\":\"integer\",\"allowNull\":false,\"primaryKey\":true,"
        + "\"autoIncrement\":true,\"native\":\"integer\"}"
    static let title =
        "{\"table\":\"posts\",\"column\":\"title\",\"type\":\"string\",\"numbers\":[200],\"allowNull\":false,"
        + "\"native\":\"character varying(200)\"}"
    static let index = "{\"table\":\"posts\",\"index\":\"posts_title\",\"fields\":[\"title\"],\"unique\":true}"

    static func database(_ lines: String...) throws -> LiveDatabase {
        try LiveDatabase(parsing: ([head] + lines).joined(separator: "\n") + "\n")
    }

    static let schema = """
        name: blog
        database: postgresql
        models:
          Post: {timestamps: false, attributes: {title: string(200)! unique}}

        """
}
