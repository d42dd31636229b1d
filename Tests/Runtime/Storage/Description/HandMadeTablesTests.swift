import Foundation
import Testing

@testable import ScaffoldStorage

/// Tables that somebody else made: Sequelize, or a person.
@Suite struct HandMadeTablesTests {
    private func table(
        _ name: String, on engine: TestEngine, _ script: String
    ) async throws -> TableDescription {
        try await engine.withDatabase { database in
            try await database.script(script)
            let tables = try await database.describe()
            return try #require(tables.first { $0.name == name })
        }
    }

    private func expect(_ table: TableDescription, _ types: [(name: String, type: ColumnType?)]) {
        #expect(table.columns.map(\.name) == types.map(\.name))
        for (name, type) in types {
            #expect(table.column(name)?.type == type, "\(name): \(table.column(name)?.nativeType ?? "")")
        }
    }

    @Test func `SQLite, by Sequelize`() async throws {
        let table = try await table(
            "Posts", on: .sqlite,
            """
            CREATE TABLE `Posts` (`id` INTEGER PRIMARY KEY AUTOINCREMENT, `title` VARCHAR(255) NOT NULL,
            `status` TEXT DEFAULT 'draft', `isActive` TINYINT(1) DEFAULT 1, `createdAt` DATETIME NOT NULL,
            `uid` UUID, `data` JSON, `price` DECIMAL(10,2));
            """)
        expect(
            table,
            [
                ("id", .integer), ("title", .string(255)), ("status", .text), ("isActive", .boolean),
                ("createdAt", .date), ("uid", .uuid), ("data", .json), ("price", .decimal(10, 2)),
            ])
        #expect(table.column("id")?.autoIncrement == true)
        #expect(table.column("isActive")?.defaultValue == true)
        #expect(table.column("status")?.defaultValue == "draft")
    }

    @Test func `SQLite, by hand`() async throws {
        let table = try await table(
            "hand", on: .sqlite,
            """
            CREATE TABLE other (id INTEGER PRIMARY KEY);
            CREATE TABLE [hand] (
                id integer primary key, -- its own, with a comma
                a int references other, b real /* twice (as much) */, c numeric(5,1), d nvarchar(10), e,
                f boolean default true, g timestamp default current_timestamp, h text collate nocase,
                i int generated always as (a + 1) stored, [check] text default ('x' || 'y'),
                k text not null check ("k" in ('one', 'it''s')),
                check (a > 0), constraint "named" check (b in (1, 2.5))
            );
            CREATE UNIQUE INDEX folded ON hand (lower(h), d COLLATE NOCASE DESC) WHERE a > 1;
            CREATE TRIGGER watch AFTER DELETE ON hand BEGIN SELECT 1; END;
            CREATE VIEW seen AS SELECT * FROM hand;
            """)
        expect(
            table,
            [
                ("id", .integer), ("a", .integer), ("b", .float), ("c", .decimal(5, 1)), ("d", .string(10)), ("e", nil),
                ("f", .boolean), ("g", .date), ("h", .text), ("i", .integer), ("check", .text),
                ("k", .enum("one", "it's")),
            ])
        #expect(table.column("id")?.autoIncrement == true)
        #expect(table.column("id")?.allowNull == false)
        #expect(table.column("f")?.defaultValue == true)
        #expect(table.column("g")?.defaultValue == .now)
        #expect(table.column("h")?.collation == "NOCASE")
        #expect(table.column("i")?.generated == "a + 1 STORED")
        #expect(table.column("check")?.defaultValue == .sql("'x' || 'y'"))
        #expect(table.checks.first { $0.name.text == "named" }?.values?.values == [1, 2.5])
        #expect(table.checks.contains { $0.expression == "a > 0" && !$0.name.isGiven })
        #expect(table.checks.count == 3)
        #expect(table.foreignKeys.first?.keys == ["id"])
        let index = try #require(table.indexes.first)
        #expect(index.unique)
        #expect(index.columns == nil)
        #expect(index.fields.map(\.expression) == ["lower(h)", nil])
        #expect(index.fields.last?.options == "COLLATE NOCASE")
        #expect(index.fields.last?.descending == true)
        #expect(index.condition == "a > 1")
        #expect(index.values == nil)
        #expect(table.triggers.map(\.name) == ["watch"])
    }

    #if PostgreSQL
        @Test func `PostgreSQL, by Sequelize and by hand`() async throws {
            let table = try await table(
                "Posts", on: .postgresql,
                """
                CREATE TYPE "enum_Posts_status" AS ENUM ('draft', 'it''s');
                CREATE TABLE "Posts" (id SERIAL PRIMARY KEY, title VARCHAR(255) NOT NULL,
                status "enum_Posts_status" DEFAULT 'draft', "isActive" BOOLEAN DEFAULT true,
                "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP, uid UUID, data JSONB, j JSON,
                price NUMERIC(10,2) DEFAULT -1.5, n numeric, r real, b bytea, i4 int4 DEFAULT -1, cv character varying,
                ts timestamp, d date, t time, tags text[], v tsvector, big bigserial,
                g int GENERATED ALWAYS AS (i4 + 1) STORED, kind text CHECK (kind = 'one' OR kind = 'two'));
                CREATE UNIQUE INDEX folded ON "Posts" (lower(title), d DESC NULLS LAST) INCLUDE (r) WHERE i4 > 1;
                COMMENT ON TABLE "Posts" IS 'what is written'; COMMENT ON COLUMN "Posts".title IS 'on top';
                """)
            expect(
                table,
                [
                    ("id", .integer), ("title", .string(255)), ("status", .enum("draft", "it's")),
                    ("isActive", .boolean), ("createdAt", .date), ("uid", .uuid), ("data", .json), ("j", .json),
                    ("price", .decimal(10, 2)), ("n", .decimal), ("r", .float), ("b", .blob), ("i4", .integer),
                    ("cv", .text), ("ts", .date), ("d", .dateonly), ("t", .time), ("tags", nil), ("v", nil),
                    ("big", .bigint), ("g", .integer), ("kind", .text),
                ])
            #expect(table.column("id")?.autoIncrement == true)
            #expect(table.column("id")?.defaultValue == nil)
            #expect(table.column("big")?.autoIncrement == true)
            #expect(table.column("status")?.defaultValue == "draft")
            #expect(table.column("createdAt")?.defaultValue == .now)
            #expect(table.column("price")?.defaultValue == .value(.decimal(-1.5)))
            #expect(table.column("i4")?.defaultValue == -1)
            #expect(table.column("g")?.generated == "(i4 + 1) STORED")
            #expect(table.column("title")?.comment == "on top")
            #expect(table.comment == "what is written")
            let index = try #require(table.indexes.first { $0.name.text == "folded" })
            #expect(index.fields.map(\.expression) == ["lower(title::text)", nil])
            #expect(index.fields.last?.options == "NULLS LAST")
            #expect(index.included == ["r"])
            #expect(index.condition == "(i4 > 1)")
        }

        @Test func `PostgreSQL, what belongs to another schema is left out`() async throws {
            try await TestEngine.postgresql.withDatabase { database in
                try await database.script(
                    """
                    CREATE SCHEMA other; CREATE TABLE other.things (id int);
                    CREATE TABLE parts (id int) PARTITION BY LIST (id);
                    CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
                    CREATE VIEW seen AS SELECT id FROM parts;
                    """)
                let tables = try await database.describe()
                #expect(tables.map(\.name) == ["parts"])
                #expect(tables.first?.options == "PARTITION BY LIST (id)")
                #expect(try await database.views().map(\.name) == ["seen"])
            }
        }
    #endif

    #if MySQL
        @Test func `MySQL, by Sequelize and by hand`() async throws {
            let table = try await table(
                "Posts", on: .mysql,
                """
                CREATE TABLE `Posts` (`id` INTEGER NOT NULL auto_increment, `title` VARCHAR(255) NOT NULL COMMENT 'on top',
                `status` ENUM('draft', 'it''s') DEFAULT 'it''s', `isActive` TINYINT(1) DEFAULT 1,
                `createdAt` DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, `uid` CHAR(36) BINARY, `data` JSON,
                `m` MEDIUMTEXT, `u` INTEGER UNSIGNED, `d` DOUBLE, `f` FLOAT, `de` DECIMAL(10,2) DEFAULT 1.5, `ti` TINYINT,
                `bt` BIT(1) DEFAULT b'1', `bi` BINARY(16), `se` SET('a', 'b'),
                `up` TIMESTAMP NULL ON UPDATE CURRENT_TIMESTAMP, `g` INT AS (u + 1) STORED, PRIMARY KEY (`id`),
                UNIQUE KEY `title` (`title`), KEY `cut` (`m`(10))) COMMENT 'what is written';
                """)
            expect(
                table,
                [
                    ("id", .integer), ("title", .string(255)), ("status", .enum("draft", "it's")),
                    ("isActive", .boolean), ("createdAt", .date), ("uid", .uuid), ("data", .json), ("m", .text),
                    ("u", .integer), ("d", .double), ("f", .float), ("de", .decimal(10, 2)), ("ti", .smallint),
                    ("bt", .boolean), ("bi", .blob), ("se", nil), ("up", .date), ("g", .integer),
                ])
            #expect(table.column("id")?.autoIncrement == true)
            #expect(table.column("status")?.defaultValue == "it's")
            #expect(table.column("isActive")?.defaultValue == true)
            #expect(table.column("bt")?.defaultValue == true)
            #expect(table.column("createdAt")?.defaultValue == .now)
            #expect(table.column("de")?.defaultValue == .value(.decimal(1.5)))
            #expect(table.column("up")?.options?.hasPrefix("ON UPDATE CURRENT_TIMESTAMP") == true)
            #expect(table.column("g")?.generated?.hasSuffix("STORED") == true)
            #expect(table.column("title")?.comment == "on top")
            #expect(table.comment == "what is written")
            #expect(table.checks.isEmpty)
            #expect(table.indexes.first { $0.name.text == "title" }?.name.isGiven == false)
            #expect(table.indexes.first { $0.name.text == "cut" }?.fields.first?.length == 10)
        }
    #endif

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["SCAFFOLD_MEASURE"] != nil), arguments: TestEngine.all)
    func `a thousand tables`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable("parents") { $0.column("id", .integer, primaryKey: true, autoIncrement: true) }
            for number in 0..<1000 {
                $0.createTable("things_\(number)") {
                    $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                    $0.column("title", .string(200), allowNull: false, unique: true)
                    $0.column("status", .enum("draft", "sent"), defaultValue: "draft")
                    $0.column("parentId", .integer, references: Reference("parents"))
                    for name in ["a", "b", "c", "d"] { $0.column(name, .date, defaultValue: .now) }
                }
                $0.addIndex("things_\(number)", ["status", .descending("a")])
            }
        } _: { database in
            let start = ContinuousClock.now
            let tables = try await database.describe()
            print("\(engine): \(tables.count) tables described in \(start.duration(to: .now))")
            #expect(tables.count == 1001)
        }
    }
}
