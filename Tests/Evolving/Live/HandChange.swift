@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

/// What somebody does to a database by hand.
struct HandChange {
    let name: String
    let sql: String
    /// What tells of it; empty for what is left alone.
    var told: [String] = []
    /// How a note of it begins.
    var note: String?
    /// Values for what rows have lost.
    var backfills: [String: [String: Backfill]] = [:]
}

/// Writes changes for an engine and the tables that it has.
struct HandChanges {
    let engine: ScaffoldStorage.DatabaseEngine
    let tables: [TableDescription]
    let quote: (String) -> String

    /// The schema that the database is made of.
    static func schema(_ engine: ScaffoldStorage.DatabaseEngine) -> String {
        """
        name: shop
        database: \(engine.rawValue)
        models:
          User: {timestamps: false, attributes: {name: string(100)!}}
          Post:
            timestamps: false
            attributes:
              title: {type: string(200), allowNull: false, comment: a heading}
              score: integer! =1
              status: enum(draft, sent) =draft
              slug: string(50) unique
              body: text
            associations:
              user: {belongsTo: User, onDelete: CASCADE}
            indexes: [[score, title]]
          Tag: {timestamps: false, attributes: {word: string!}}
          Legacy: {managed: false, timestamps: false, attributes: {code: string}}

        """
    }

    /// A statement in the words of the engine.
    private func by(sqlite: String, postgresql: String, mysql: String) -> String {
        switch engine {
        case .sqlite: sqlite
        case .postgresql: postgresql.replacing("`", with: "\"")
        case .mysql: mysql
        }
    }

    /// Changes the text of a table's definition: what SQLite has no statement for.
    private func rewrite(_ table: String, _ old: String, _ new: String) -> String {
        func text(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
        return """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, \(text(old)), \(text(new)))
            WHERE type = 'table' AND name = '\(table)';
            PRAGMA writable_schema = RESET;
            """
    }

    private func table(_ name: String) -> TableDescription? { tables.first { $0.name == name } }

    private func dropIndex(_ name: String) -> String {
        "DROP INDEX \(name)" + (engine == .mysql ? " ON posts" : "") + ";"
    }

    /// Changes that do not stand in each other's way.
    var together: [HandChange] {
        let names = [
            "a required column without a default is dropped", "columns are added", "null is allowed", "any word",
            "a foreign key acts otherwise", "nothing is unique", "an index has another name", "a table is dropped",
            "a table that a migration dropped is back", "a table of somebody", "an index of somebody",
            "a check of somebody",
        ]
        return all.filter { names.contains($0.name) }
    }

    var all: [HandChange] { columns + types + rules + keys + indexes + wholeTables + leftAlone }
}

// Columns.
extension HandChanges {
    private var columns: [HandChange] {
        [
            HandChange(
                name: "a column is dropped", sql: "ALTER TABLE posts DROP COLUMN body",
                told: ["Post.body: the column 'body' is missing in the database"]),
            HandChange(
                name: "a column with an index is dropped",
                sql: by(
                    sqlite: "\(dropIndex("posts_score_title")) ALTER TABLE posts DROP COLUMN score",
                    postgresql: "ALTER TABLE posts DROP COLUMN score",
                    mysql: "ALTER TABLE posts DROP INDEX posts_score_title, DROP COLUMN score"),
                told: [
                    "Post.score: the column 'score' is missing in the database",
                    "Post index posts_score_title: an index on (score, title) is missing in the database",
                ]),
            HandChange(
                name: "a required column without a default is dropped", sql: "ALTER TABLE users DROP COLUMN name",
                told: ["User.name: the column 'name' is missing in the database"],
                backfills: ["users": ["name": .value(.string("nobody"))]]),
            HandChange(
                name: "columns are added",
                sql: "ALTER TABLE posts ADD COLUMN note VARCHAR(20);"
                    + "ALTER TABLE posts ADD COLUMN flag INTEGER NOT NULL DEFAULT 0",
                told: [
                    "Post.note: the column 'note', string(20), is in the database and not in the schema",
                    "Post.flag: the column 'flag', integer, is in the database and not in the schema",
                ]),
        ]
    }

    private var types: [HandChange] {
        [
            HandChange(
                name: "a text is longer",
                sql: by(
                    sqlite: rewrite("users", "VARCHAR(100)", "VARCHAR(150)"),
                    postgresql: "ALTER TABLE users ALTER COLUMN name TYPE VARCHAR(150)",
                    mysql: "ALTER TABLE users MODIFY name VARCHAR(150) NOT NULL"),
                told: ["User.name: string(100) in the schema, string(150) in the database"]),
            HandChange(
                name: "a text has no length",
                sql: by(
                    sqlite: rewrite("users", "VARCHAR(100)", "TEXT"),
                    postgresql: "ALTER TABLE users ALTER COLUMN name TYPE TEXT",
                    mysql: "ALTER TABLE users MODIFY name LONGTEXT NOT NULL"),
                told: ["User.name: string(100) in the schema, text in the database"]),
            HandChange(
                name: "a number of an index is bigger",
                sql: by(
                    sqlite: rewrite("posts", "\"score\" INTEGER", "\"score\" BIGINT"),
                    postgresql: "ALTER TABLE posts ALTER COLUMN score TYPE BIGINT",
                    mysql: "ALTER TABLE posts MODIFY score BIGINT NOT NULL DEFAULT 1"),
                told: ["Post.score: integer in the schema, bigint in the database"]),
        ]
    }

    private var rules: [HandChange] {
        [
            HandChange(
                name: "null is allowed",
                sql: by(
                    sqlite: rewrite("posts", "\"title\" VARCHAR(200) NOT NULL", "\"title\" VARCHAR(200)"),
                    postgresql: "ALTER TABLE posts ALTER COLUMN title DROP NOT NULL",
                    mysql: "ALTER TABLE posts MODIFY title VARCHAR(200) COMMENT 'a heading'"),
                told: ["Post.title: null not allowed in the schema, null allowed in the database"],
                backfills: ["posts": ["title": .value(.string("none"))]]),
            HandChange(
                name: "null is not allowed",
                sql: "UPDATE posts SET body = 'x' WHERE body IS NULL;"
                    + by(
                        sqlite: rewrite("posts", "\"body\" TEXT", "\"body\" TEXT NOT NULL"),
                        postgresql: "ALTER TABLE posts ALTER COLUMN body SET NOT NULL",
                        mysql: "ALTER TABLE posts MODIFY body LONGTEXT NOT NULL"),
                told: ["Post.body: null allowed in the schema, null not allowed in the database"]),
            HandChange(
                name: "another default",
                sql: by(
                    sqlite: rewrite("posts", "DEFAULT 1", "DEFAULT 5"),
                    postgresql: "ALTER TABLE posts ALTER COLUMN score SET DEFAULT 5",
                    mysql: "ALTER TABLE posts ALTER COLUMN score SET DEFAULT 5"),
                told: ["Post.score: the default value '1' in the schema, the default value '5' in the database"]),
            HandChange(
                name: "no default",
                sql: by(
                    sqlite: rewrite("posts", " DEFAULT 1", ""),
                    postgresql: "ALTER TABLE posts ALTER COLUMN score DROP DEFAULT",
                    mysql: "ALTER TABLE posts ALTER COLUMN score DROP DEFAULT"),
                told: ["Post.score: the default value '1' in the schema, no default value in the database"]),
            HandChange(
                name: "another comment",
                sql: by(
                    sqlite: "",
                    postgresql: "COMMENT ON COLUMN posts.title IS 'it''s mine'",
                    mysql: "ALTER TABLE posts MODIFY title VARCHAR(200) NOT NULL COMMENT 'it''s mine'"),
                told: ["Post.title: the comment 'a heading' in the schema, the comment 'it's mine' in the database"]),
        ].filter { !$0.sql.isEmpty } + enumerations
    }

    private var enumerations: [HandChange] {
        let check = table("posts")?.checks.first { $0.values?.column == "status" }?.name.text ?? ""
        let drop = "ALTER TABLE posts DROP CONSTRAINT \(quote(check));"
        let words = "CHECK (\"status\" IN ('draft', 'sent'))"
        func other(_ words: String) -> String { "ALTER TABLE posts ADD CHECK (status IN (\(words)))" }
        func told(_ words: String) -> [String] {
            ["Post.status: enum(draft, sent) in the schema, \(words) in the database"]
        }
        return [
            HandChange(
                name: "a word more",
                sql: by(
                    sqlite: rewrite("posts", "'sent')", "'sent', 'gone')"),
                    postgresql: drop + other("'draft', 'sent', 'gone'"), mysql: drop + other("'draft', 'sent', 'gone'")
                ),
                told: told("enum(draft, sent, gone)")),
            HandChange(
                name: "a word less",
                sql: "UPDATE posts SET status = 'draft';"
                    + by(
                        sqlite: rewrite("posts", "('draft', 'sent')", "('draft')"), postgresql: drop + other("'draft'"),
                        mysql: drop + other("'draft'")),
                told: told("enum(draft)")),
            HandChange(
                name: "any word", sql: by(sqlite: rewrite("posts", words, ""), postgresql: drop, mysql: drop),
                told: told(engine == .mysql ? "string(255)" : "text")),
        ]
    }
}

// Keys and indexes.
extension HandChanges {
    private var keys: [HandChange] {
        let name = table("posts")?.foreignKeys.first?.name.text ?? ""
        let drop = "ALTER TABLE posts DROP CONSTRAINT \(quote(name));"
        let key = "ALTER TABLE posts ADD FOREIGN KEY (\(quote("userId"))) REFERENCES users (id) ON UPDATE CASCADE"
        let own = "a foreign key to users.id (on delete CASCADE, on update CASCADE)"
        let uncounted = HandChange(
            name: "a key does not count",
            sql: by(
                sqlite: "", postgresql: "ALTER TABLE tags ALTER COLUMN id DROP IDENTITY",
                mysql: "ALTER TABLE tags MODIFY id INTEGER NOT NULL"),
            told: ["Tag: a key that counts up in the schema, a key that does not in the database"])
        return [
            HandChange(
                name: "a foreign key is gone",
                sql: by(
                    sqlite: rewrite("posts", " REFERENCES \"users\" (\"id\") ON DELETE CASCADE ON UPDATE CASCADE", ""),
                    postgresql: drop, mysql: drop),
                told: ["Post.userId: \(own) in the schema, no foreign key in the database"]),
            HandChange(
                name: "a foreign key acts otherwise",
                sql: by(
                    sqlite: rewrite("posts", "ON DELETE CASCADE", "ON DELETE SET NULL"),
                    postgresql: drop + key + " ON DELETE SET NULL", mysql: drop + key + " ON DELETE SET NULL"),
                told: [
                    "Post.userId: \(own) in the schema, a foreign key to users.id (on delete SET NULL, on update "
                        + "CASCADE) in the database"
                ]),
        ] + (uncounted.sql.isEmpty ? [] : [uncounted])
    }

    private var indexes: [HandChange] {
        [
            HandChange(
                name: "an index is dropped", sql: dropIndex("posts_score_title"),
                told: ["Post index posts_score_title: an index on (score, title) is missing in the database"]),
            HandChange(
                name: "an index is of other columns",
                sql: dropIndex("posts_score_title") + "CREATE INDEX posts_score_title ON posts (title, score DESC)",
                told: [
                    "Post index posts_score_title: an index on (score, title) in the schema, an index on (title, "
                        + "score DESC) in the database"
                ]),
            HandChange(
                name: "an index has another name",
                sql: by(
                    sqlite: dropIndex("posts_score_title") + "CREATE INDEX other_name ON posts (score, title)",
                    postgresql: "ALTER INDEX posts_score_title RENAME TO other_name",
                    mysql: "ALTER TABLE posts RENAME INDEX posts_score_title TO other_name"),
                told: ["Post index posts_score_title: it is called 'other_name' in the database"]),
            HandChange(
                name: "nothing is unique", sql: dropIndex("posts_slug"),
                told: ["Post index posts_slug: a unique index on (slug) is missing in the database"]),
            HandChange(
                name: "an index is not unique",
                sql: dropIndex("posts_slug") + "CREATE INDEX posts_slug ON posts (slug)",
                told: [
                    "Post index posts_slug: a unique index on (slug) in the schema, an index on (slug) in the database"
                ]),
        ]
    }
}

// Tables.
extension HandChanges {
    private var wholeTables: [HandChange] {
        [
            HandChange(
                name: "a table is dropped", sql: "DROP TABLE tags",
                told: ["Tag: the table 'tags' is missing in the database"]),
            HandChange(
                name: "a table that a migration dropped is back",
                sql: "CREATE TABLE drafts (id INTEGER NOT NULL PRIMARY KEY, word TEXT)",
                told: ["Draft: the table 'drafts' is in the database, and no model has it any more"]),
        ]
    }

    private var leftAlone: [HandChange] {
        let check = "CHECK (score > -1000000)"
        return [
            HandChange(
                name: "a table of somebody", sql: "CREATE TABLE notepad (line TEXT)",
                note: "the table 'notepad' belongs to no model"),
            HandChange(
                name: "a table that is not managed", sql: "ALTER TABLE legacies ADD COLUMN kind INTEGER",
                note: "the table 'legacies' is not managed"),
            HandChange(
                name: "an index of somebody", sql: "CREATE INDEX by_hand ON posts (status)",
                note: "the table 'posts' has the index 'by_hand', which no migration made"),
            HandChange(
                name: "a check of somebody",
                sql: by(
                    sqlite: rewrite("posts", "DEFAULT 1", "DEFAULT 1 \(check)"),
                    postgresql: "ALTER TABLE posts ADD CONSTRAINT by_hand \(check)",
                    mysql: "ALTER TABLE posts ADD CONSTRAINT by_hand \(check)"),
                note: "the table 'posts' has a check: "),
        ]
    }
}
