import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct DescribeTests {
    /// The only table that a closure makes.
    private func described(
        on engine: TestEngine, _ make: @escaping @Sendable (inout TableBlueprint) -> Void
    ) async throws -> TableDescription {
        let tables = try await engine.withTables {
            $0.createTable("things", make)
        } _: {
            try await $0.describe()
        }
        return try #require(tables.first { $0.name == "things" })
    }

    @Test(arguments: TestEngine.all)
    func `each type is what it was made as`(_ engine: TestEngine) async throws {
        let types: [(name: String, type: ColumnType)] = [
            ("a", .string), ("b", .string(200)), ("c", .text), ("d", .char(3)), ("e", .smallint), ("f", .integer),
            ("g", .bigint), ("i", .double), ("j", .decimal(10, 2)), ("k", .decimal), ("l", .boolean), ("m", .date),
            ("n", .dateonly), ("o", .time), ("p", .uuid), ("q", .enum("draft", "it's", "back\\slash", "ä,)")),
            ("r", .json), ("s", .blob), ("t", .enum("one")), ("u", .char(36)),
        ]
        let table = try await described(on: engine) { table in
            for (name, type) in types { table.column(name, type) }
            table.column("w", .password)
            table.column("x", .float)
            table.column("y", .array(.string))
        }
        for (name, type) in types {
            #expect(table.column(name)?.type == type, "\(name): \(table.column(name)?.nativeType ?? "")")
            #expect(table.column(name)?.allowNull == true)
        }
        #expect(table.column("w")?.type == .string(255))
        #expect([.float, .double].contains(table.column("x")?.type))
        #expect(table.column("y")?.type == .json)
        #expect(table.columns.map(\.name) == types.map(\.name) + ["w", "x", "y"])
    }

    @Test(arguments: TestEngine.all)
    func `each default is what it was made as`(_ engine: TestEngine) async throws {
        let day = try #require(DateOnly(year: 2026, month: 11, day: 20))
        let time = try #require(TimeOfDay(hour: 9, minute: 30))
        let moment = Date(timeIntervalSince1970: 1_795_167_000.25)
        let defaults: [(name: String, type: ColumnType, value: ColumnDefault)] = [
            ("a", .string, "draft"), ("b", .string, ""), ("c", .string, "it's \\ \"so\", ok"), ("d", .text, "long"),
            ("e", .integer, 42), ("f", .integer, -7), ("g", .bigint, .value(.integer(9_000_000_000))),
            ("h", .double, 1.5), ("i", .double, -0.25), ("j", .decimal(10, 2), .value(.decimal(12.5))),
            ("k", .boolean, true), ("l", .boolean, false), ("m", .enum("draft", "sent"), "draft"), ("n", .date, .now),
            ("o", .dateonly, .value(.dateOnly(day))), ("p", .time, .value(.time(time))),
            ("q", .date, .value(.date(moment))), ("r", .string, "NULL"), ("s", .string, "7"),
            ("t", .uuid, .value(.uuid(UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))))),
            ("u", .json, #"{"a": 1}"#), ("v", .blob, .value(.blob([0, 255]))),
        ]
        let table = try await described(on: engine) { table in
            for (name, type, value) in defaults { table.column(name, type, defaultValue: value) }
            table.column("y", .integer, defaultValue: .sql("1 + 2"))
            table.column("z", .string, defaultValue: nil)
        }
        for (name, _, value) in defaults {
            let column = table.column(name)
            #expect(column?.defaultValue == value, "\(name): \(column?.nativeDefault ?? "")")
        }
        guard case .sql(let expression) = table.column("y")?.defaultValue else {
            Issue.record("\(String(describing: table.column("y")?.defaultValue))")
            return
        }
        #expect(expression.filter { $0 != " " } == "1+2")
        #expect(table.column("z")?.defaultValue == nil)
        #expect(table.column("z")?.nativeDefault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `keys, counters and null`(_ engine: TestEngine) async throws {
        let counted = try await described(on: engine) {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("a", .integer, allowNull: false)
        }
        #expect(counted.primaryKey == ["id"])
        #expect(counted.column("id")?.autoIncrement == true)
        #expect(counted.column("id")?.allowNull == false)
        #expect(counted.column("id")?.defaultValue == nil)
        #expect(counted.column("a")?.allowNull == false)
        #expect(counted.column("a")?.autoIncrement == false)
        #expect(counted.indexes.isEmpty)
        let plain = try await described(on: engine) { $0.column("id", .integer, primaryKey: true) }
        #expect(plain.primaryKey == ["id"])
        #expect(plain.column("id")?.autoIncrement == false)
        let composite = try await described(on: engine) {
            $0.column("x", .integer, allowNull: false)
            $0.column("a", .uuid, allowNull: false)
            $0.column("b", .integer, allowNull: false)
            $0.constraint(.primaryKey(["b", "a"]))
        }
        #expect(composite.primaryKey == ["b", "a"])
        #expect(composite.indexes.isEmpty)
    }

    @Test(arguments: TestEngine.all)
    func `each index is what it was made as`(_ engine: TestEngine) async throws {
        let table = try await engine.withTables {
            $0.createTable("things") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("email", .string, unique: true)
                $0.column("status", .enum("draft", "sent"))
                $0.column("createdAt", .date)
                $0.column("deletedAt", .date)
                $0.constraint(.unique(["status", "createdAt"], name: "things_both"))
            }
            $0.addIndex("things", ["createdAt"])
            $0.addIndex("things", ["status", .descending("createdAt")], name: "ordered")
            $0.addIndex("things", [IndexField("email", length: 20)], unique: true, name: "cut")
            $0.addIndex("things", ["email"], name: "partial", where: ["deletedAt": nil, "status": ["draft", "sent"]])
            $0.addIndex("things", ["id"], name: "one", where: ["status": "draft"])
        } _: { database in
            try await #require(database.describe().first)
        }
        func index(_ name: String) throws -> IndexDescription {
            let found = table.indexes.first { $0.name.text == name && $0.name.isGiven }
            guard let found else { throw ModelDefinitionError("no index \(name)") }
            return found
        }
        #expect(try index("things_created_at").columns == ["createdAt"])
        #expect(try !index("things_created_at").unique)
        #expect(try index("ordered").columns == ["status", "createdAt"])
        #expect(try index("ordered").fields.map(\.descending) == [false, true])
        #expect(try index("ordered").fields.map(\.options) == [nil, nil])
        #expect(try index("cut").unique)
        let isPartial = engine.rawValue != "mysql"
        if isPartial {
            let values = try index("partial").values
            #expect(
                values == [
                    ColumnValues(column: "deletedAt", values: [.null]),
                    ColumnValues(column: "status", values: ["draft", "sent"]),
                ])
            #expect(try index("one").values == [ColumnValues(column: "status", values: ["draft"])])
        } else {
            #expect(try index("cut").fields.first?.length == 20)
        }
        let own = table.indexes.filter { $0.unique && $0.columns == ["email"] && !$0.name.isGiven }
        #expect(own.count == 1)
        #expect(table.indexes.contains { $0.unique && $0.columns == ["status", "createdAt"] })
        #expect(table.indexes.count == 7)
    }

    @Test(arguments: TestEngine.all)
    func `each foreign key is what it was made as`(_ engine: TestEngine) async throws {
        let actions: [ReferentialAction] = [.cascade, .setNull, .restrict, .noAction]
        let table = try await engine.withTables {
            $0.createTable("parents") {
                $0.column("id", .integer, allowNull: false)
                $0.column("b", .integer, allowNull: false)
                $0.constraint(.primaryKey(["id", "b"]))
                $0.constraint(.unique(["id"]))
            }
            $0.createTable("things") { table in
                for (place, action) in actions.enumerated() {
                    table.column(
                        "p\(place)", .integer, references: Reference("parents"), onDelete: action,
                        onUpdate: actions[actions.count - 1 - place])
                }
                table.column("plain", .integer, references: Reference("parents"))
                table.column("b", .integer)
                table.constraint(
                    .foreignKey(["plain", "b"], references: "parents", keys: ["id", "b"], name: "things_both"))
            }
        } _: { database in
            try #require(try await database.describe().last)
        }
        for (place, action) in actions.enumerated() {
            let key = try #require(table.foreignKeys.first { $0.columns == ["p\(place)"] })
            #expect(key.table == "parents")
            #expect(key.keys == ["id"])
            #expect(key.onDelete == action)
            #expect(key.onUpdate == actions[actions.count - 1 - place])
            #expect(!key.name.isGiven)
        }
        let plain = try #require(table.foreignKeys.first { $0.columns == ["plain"] })
        #expect([.noAction, .restrict].contains(plain.onDelete))
        let both = try #require(table.foreignKeys.first { $0.columns == ["plain", "b"] })
        #expect(both.keys == ["id", "b"])
        #expect(table.foreignKeys.count == 6)
    }

    @Test(arguments: TestEngine.all)
    func `checks say what they list`(_ engine: TestEngine) async throws {
        let table = try await described(on: engine) {
            $0.column("price", .integer)
            $0.column("role", .integer)
            $0.column("status", .enum("draft", "sent"))
            $0.constraint(.check("price > 0", name: "positive"))
            $0.constraint(.check("role IN (0, 1, 2)", name: "roles"))
            $0.constraint(.check("price > 1 OR status = 'draft'"))
        }
        let positive = try #require(table.checks.first { $0.name.text == "positive" })
        #expect(positive.name.isGiven)
        #expect(positive.values == nil)
        let roles = try #require(table.checks.first { $0.name.text == "roles" })
        #expect(roles.values == ColumnValues(column: "role", values: [0, 1, 2]))
        let list = try #require(table.checks.first { $0.values?.column == "status" })
        #expect(list.values?.texts == ["draft", "sent"])
        #expect(!list.name.isGiven)
        #expect(table.checks.count == 4)
        #expect(table.column("status")?.type == .enum("draft", "sent"))
    }

    @Test(arguments: TestEngine.all)
    func `tables of our own and Sequelize's are left out`(_ engine: TestEngine) async throws {
        let tables = try await engine.withTables {
            for name in ["SequelizeMeta", "SequelizeData", "ScaffoldMeta", "posts"] {
                $0.createTable(name) { $0.column("name", .string, primaryKey: true) }
            }
        } _: {
            try await $0.describe()
        }
        #expect(tables.map(\.name) == ["posts"])
    }
}
