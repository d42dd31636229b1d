import Foundation
import Testing

@testable import ScaffoldDatabase

private struct Countries: Seeder {
    static let name = "20261120093400-countries"
    static let isRepeatable = true
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkUpsert("tags", [["name": "country"]], conflict: ["name"])
    }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.bulkDelete("tags", where: ["name": "country"]) }
}

private struct Demo: Seeder {
    static let name = "20261120093300-demo"
    static let environments = ["development"]
    static var dependencies: [any Seeder.Type] { [TagsSeed.self] }
    func up(_ queryInterface: inout QueryInterface) { queryInterface.bulkInsert("tags", [["name": "demo"]]) }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.bulkDelete("tags", where: ["name": "demo"]) }
}

@Suite struct SeedCommandTests {
    private let seeders: [any Seeder] = [TagsSeed(), Countries(), Demo()]

    private func names(_ output: String) -> [String] {
        output.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test func `one, all, status, undo`() async throws {
        let session = try ToolSession()
        #expect(await session.run("db:migrate").status == 0)
        let one = await session.run("db:seed", "--seed", "20261120093300", seeders: seeders)
        #expect(names(one.output) == [TagsSeed.name, Demo.name])
        let all = await session.run("db:seed:all", seeders: seeders)
        #expect(names(all.output) == [Countries.name])
        #expect(names(await session.run("db:seed:all", seeders: seeders).output) == [Countries.name])
        #expect(
            await session.run("db:seed:status", seeders: seeders).output
                == "  up     \(Demo.name)\n  up     \(Countries.name)   (runs each time)\n  up     \(TagsSeed.name)")
        #expect(names(await session.run("db:seed:undo", seeders: seeders).output) == [Countries.name])
        let undone = await session.run("db:seed:undo:all", seeders: seeders)
        #expect(names(undone.output) == [Demo.name, TagsSeed.name])
        let again = await session.run("db:seed", "--seed", TagsSeed.name, "--seed", TagsSeed.name, seeders: seeders)
        #expect(names(again.output) == [TagsSeed.name])
        let ran = await session.run("db:seed", "--seed", TagsSeed.name, seeders: seeders)
        #expect(ran.status == 1)
        #expect(ran.errors.contains("it has run already"))
    }

    @Test func `environments`() async throws {
        let session = try ToolSession()
        let production = ["APP_ENV": "production", "DATABASE_URL": "sqlite:db/development.sqlite3"]
        #expect(await session.run("db:migrate").status == 0)
        let all = await session.run("db:seed:all", seeders: seeders, variables: production)
        #expect(names(all.output).sorted() == [Countries.name, TagsSeed.name])
        let status = await session.run("db:seed:status", seeders: seeders, variables: production)
        #expect(status.output.contains("down   \(Demo.name)   (for other environments)"))
        let refused = await session.run("db:seed", "--seed", Demo.name, seeders: seeders, variables: production)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("it is for development, and this is production"))
        let forced = await session.run(
            "db:seed", "--seed", Demo.name, "--any-environment", seeders: seeders, variables: production)
        #expect(names(forced.output) == [Demo.name])
    }

    @Test func `what is not there is named`() async throws {
        let session = try ToolSession()
        #expect(await session.run("db:migrate").status == 0)
        let unknown = await session.run("db:seed", "--seed", "nope", seeders: seeders)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("nope: there is none of this name; there are: \(Demo.name)"))
        #expect(await session.run("db:seed", seeders: seeders).status == 64)
    }

    @Test func `made-up rows`() async throws {
        let session = try ToolSession()
        #expect(await session.run("db:seed:fake").output.contains("There are no tables to fill"))
        #expect(await session.run("db:migrate").status == 0)
        let made = await session.run("db:seed:fake", "--count", "250", "--table", "tags")
        #expect(made.status == 0)
        #expect(made.output.contains("  tags   250 rows\n250 rows in "))
        for count in ["0", "-1", "1000000000000", "many"] {
            #expect(await session.run("db:seed:fake", "--count=\(count)").status == 64)
        }
        let table = await session.run("db:seed:fake", "--table", "posts")
        #expect(table.errors.contains("there is no table posts; there are: tags"))
        let model = await session.run("db:seed:fake", "--model", "Post")
        #expect(model.errors.contains("name the table: --table"))
        let missing = await session.run("db:seed:fake", "--schema", "/nowhere/columns.jsonl")
        #expect(missing.errors.contains("/nowhere/columns.jsonl cannot be read"))
        let production = ["APP_ENV": "production", "DATABASE_URL": "sqlite:db/development.sqlite3"]
        let refused = await session.run("db:seed:fake", variables: production)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("--force"))
        #expect(await session.run("db:seed:fake", "--force", "--count", "1", variables: production).status == 0)
    }

    @Test func `a file of tables names models and rules`() async throws {
        let session = try ToolSession()
        #expect(await session.run("db:migrate").status == 0)
        let file = "\(session.folder)/columns.jsonl"
        try """
        {"version":1,"engine":"sqlite"}
        {"table":"tags","model":"Tag"}
        {"table":"tags","column":"name","type":"string","numbers":[255],"rules":[["is","^[a-c]$"]]}
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let made = await session.run("db:seed:fake", "--model", "Tag", "--count", "100", "--schema", file)
        #expect(made.output.contains("  tags   3 rows"))
        #expect(made.errors.contains("tags: 3 of 100 rows were made"))
        let none = await session.run("db:seed:fake", "--model", "Tags", "--schema", file)
        #expect(none.errors.contains("there is no model Tags with a table; there are: Tag"))
        try "oops".write(toFile: file, atomically: true, encoding: .utf8)
        let broken = await session.run("db:seed:fake", "--schema", file)
        #expect(broken.status == 1)
        #expect(broken.errors.contains("line 1"))
    }
}
