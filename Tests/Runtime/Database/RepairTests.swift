import Foundation
import Testing

@testable import ScaffoldDatabase

/// What `scaffold db:repair` writes for a database in which `colour` was dropped by hand and `size` added.
private struct RepairTags: Migration {
    static let name = "20261122093000-repair-tags"
    static let isRepair = true
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("tags") { $0.column("id", .integer, primaryKey: true) }
        queryInterface.addColumn("tags", "colour", .string(20))
        queryInterface.changeColumn("tags", "size", .text)
        queryInterface.addIndex("tags", ["colour"])
        queryInterface.removeColumn("tags", "size")
    }
    func down(_ queryInterface: inout QueryInterface) {}
}

private struct Stray: Migration {
    static let name = "20261121094500-stray"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.removeColumn("tags", "colour")
        queryInterface.addColumn("tags", "size", .integer)
    }
    func down(_ queryInterface: inout QueryInterface) {}
}

@Suite struct RepairTests {
    private static let columns = ["id", "name", "colour"]

    private func columns(_ session: ToolSession) async throws -> [String] {
        let text = await session.run("db:describe").output
        return text.split(separator: "\n").compactMap { line in
            line.firstMatch(of: #/"column":"(\w+)"/#).map { String($0.1) }
        }
    }

    @Test func `a repair passes over what a database has, and does the rest`() async throws {
        let strayed = try ToolSession()
        let all: [any Migration] = [CreateTags(), AddColour(), Stray(), RepairTags()]
        #expect(await strayed.run("db:migrate", migrations: all).status == 0)
        #expect(try await columns(strayed) == Self.columns)
        #expect(await strayed.run("db:describe").output.contains("tags_colour"))

        let whole = try ToolSession()
        #expect(await whole.run("db:migrate", migrations: [CreateTags(), AddColour(), RepairTags()]).status == 0)
        #expect(try await columns(whole) == Self.columns)
        #expect(await whole.run("db:migrate:undo", migrations: all).status == 0)
        #expect(try await columns(whole) == Self.columns)
    }

    @Test func `tables that are wanted are described as the engine makes them, and nothing else happens`() async throws
    {
        let session = try ToolSession()
        let file = "\(session.folder)/wanted.jsonl"
        // The child comes first, and the two refer to each other.
        let lines = [
            #"{"table":"broods","column":"year","type":"integer","primaryKey":true}"#,
            #"{"table":"broods","column":"eggId","type":"integer","primaryKey":true,"#
                + #""references":["eggs","id","CASCADE","CASCADE"]}"#,
            #"{"table":"eggs","model":"Egg"}"#,
            #"{"table":"eggs","column":"id","type":"integer","primaryKey":true,"autoIncrement":true}"#,
            #"{"table":"eggs","column":"henId","type":"integer","references":["hens","id","CASCADE","CASCADE"]}"#,
            #"{"table":"eggs","column":"secret","type":"password","allowNull":false}"#,
            #"{"table":"eggs","index":"eggs_hen_id","fields":["henId"]}"#,
            #"{"table":"hens","column":"id","type":"integer","primaryKey":true,"autoIncrement":true}"#,
            #"{"table":"hens","column":"eggId","type":"integer","references":["eggs","id","SET NULL","CASCADE"]}"#,
        ]
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let described = await session.run("db:describe", "--like", file)
        #expect(described.status == 0, "\(described.errors)")
        #expect(described.output.contains(#""henId","type":"integer","references":["hens","id","CASCADE","CASCADE"]"#))
        #expect(described.output.contains(#""eggId","type":"integer","references":["eggs","id","SET NULL","CASCADE"]"#))
        #expect(described.output.contains(#""column":"secret","type":"string","numbers":[255],"allowNull":false"#))
        #expect(described.output.contains(#""index":"eggs_hen_id""#))
        #expect(try FileManager.default.contentsOfDirectory(atPath: session.folder) == ["wanted.jsonl"])
        #expect(await session.run("db:describe", "--like", file + ".none").status == 1)
    }
}
