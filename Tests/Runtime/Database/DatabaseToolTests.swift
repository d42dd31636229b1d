import Foundation
import Synchronization
import Testing

@testable import ScaffoldDatabase

private struct CreateTags: Migration {
    static let name = "20261120093000-create-tag"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("tags") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("name", .string, allowNull: false, unique: true)
        }
    }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.dropTable("tags") }
}

private struct AddColour: Migration {
    static let name = "20261121093000-add-colour"
    func up(_ queryInterface: inout QueryInterface) { queryInterface.addColumn("tags", "colour", .string(20)) }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.removeColumn("tags", "colour") }
}

private struct TagsSeed: Seeder {
    static let name = "20261120093500-tags"
    func up(_ queryInterface: inout QueryInterface) { queryInterface.bulkInsert("tags", [["name": "swift"]]) }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.bulkDelete("tags", where: ["name": "swift"]) }
}

@Suite struct DatabaseToolTests {
    /// The tool with a folder of its own and what it printed.
    private final class Session: Sendable {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)").path
        let lines = Mutex<(output: [String], errors: [String])>(([], []))

        init() throws {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        func run(
            _ arguments: String..., migrations: [any Migration] = [AddColour(), CreateTags()],
            seeders: [any Seeder] = [TagsSeed()], engine: DatabaseEngine = .sqlite, variables: [String: String] = [:]
        ) async -> (status: Int32, output: String, errors: String) {
            await run(
                arguments, migrations: migrations, seeders: seeders, engine: engine, variables: variables)
        }

        func run(
            _ arguments: [String], migrations: [any Migration] = [AddColour(), CreateTags()],
            seeders: [any Seeder] = [TagsSeed()], engine: DatabaseEngine = .sqlite, variables: [String: String] = [:]
        ) async -> (status: Int32, output: String, errors: String) {
            lines.withLock { $0 = ([], []) }
            let console = Console(
                print: { line in self.lines.withLock { $0.output.append(line) } },
                printError: { line in self.lines.withLock { $0.errors.append(line) } })
            let tool = DatabaseTool(name: "blog", engine: engine, migrations: migrations, seeders: seeders)
            let status = await tool.run(arguments, console: console, directory: folder, variables: variables)
            return lines.withLock {
                (status, $0.output.joined(separator: "\n"), $0.errors.joined(separator: "\n"))
            }
        }

        func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }
    }

    @Test func `migrate, look, undo, migrate again`() async throws {
        let session = try Session()
        let first = await session.run("db:migrate")
        #expect(first.status == 0)
        let lines = first.output.split(separator: "\n")
        try #require(lines.count == 2)
        #expect(lines[0].wholeMatch(of: #/  20261120093000-create-tag   migrated   (\d+ ms|\d+\.\d\d s)/#) != nil)
        #expect(lines[1].wholeMatch(of: #/  20261121093000-add-colour   migrated   (\d+ ms|\d+\.\d\d s)/#) != nil)
        #expect(session.exists("db/development.sqlite3"))
        #expect(
            await session.run("db:migrate").output
                == "No migrations were executed, database schema was already up to date.")
        #expect(await session.run("db:migrate:undo").output.contains("20261121093000-add-colour   reverted"))
        #expect(
            await session.run("db:migrate:status").output
                == "  up     20261120093000-create-tag\n  down   20261121093000-add-colour")
        #expect(await session.run("db:migrate", "--to", "20261121093000").status == 0)
        let undone = await session.run("db:migrate:undo:all")
        #expect(undone.output.split(separator: "\n").count == 2)
        #expect(await session.run("db:migrate:undo").output == "No executed migrations found.")
    }

    @Test(arguments: [["db:migrate:undo:all"], ["db:migrate:undo", "--to", "20261120093000"]])
    func `seeders may run again when their tables have gone`(undo: [String]) async throws {
        let session = try Session()
        #expect(await session.run("db:migrate").status == 0)
        #expect(await session.run("db:seed:all").status == 0)
        #expect(await session.run("db:migrate:undo").status == 0)
        #expect(await session.run("db:seed:all").output.contains("all of them had run before"))
        #expect(await session.run(undo).status == 0)
        #expect(await session.run("db:seed:undo").output == "No executed seeders found.")
        #expect(await session.run("db:migrate").status == 0)
        #expect(await session.run("db:seed:all").output.contains("20261120093500-tags   seeded"))
    }

    @Test(arguments: ["db:create", "db:migrate", "db:seed:all"])
    func `where the address of a database that cannot be opened comes from is told`(command: String) async throws {
        let session = try Session()
        let flagged = await session.run(command, "--url", "sqlite:///proc/none/blog.sqlite3")
        #expect(flagged.status == 1)
        #expect(flagged.errors.hasSuffix("The address is that of DATABASE_URL (on the command line)."))
        let named = await session.run(command, variables: ["DB_NAME": "/proc/none/blog.sqlite3"])
        #expect(named.errors.hasSuffix("The address is that of DB_NAME (in the environment)."))
        // A file stands where its folder would be.
        #expect(FileManager.default.createFile(atPath: "\(session.folder)/db", contents: nil))
        let standard = await session.run(command)
        #expect(standard.status == 1)
        #expect(standard.errors.hasSuffix("DATABASE_URL, in the environment or in .env, names another address."))
    }

    @Test func `seed, and take back`() async throws {
        let session = try Session()
        _ = await session.run("db:migrate")
        #expect(await session.run("db:seed:all").output.contains("20261120093500-tags   seeded"))
        #expect(await session.run("db:seed:all").status == 0)
        #expect(await session.run("db:seed:undo").output.contains("reverted"))
        #expect(await session.run("db:seed:undo:all").output == "No executed seeders found.")
        #expect(await session.run("db:seed:all", seeders: []).output == "No seeders found.")
        #expect(await session.run("db:seed:undo", "--seed", "nope").status == 1)
    }

    @Test func `a failure goes to the error output with status 1`() async throws {
        let session = try Session()
        let failed = await session.run("db:migrate", migrations: [AddColour()])
        #expect(failed.status == 1)
        #expect(failed.output.isEmpty)
        #expect(failed.errors.contains("20261121093000-add-colour failed, at addColumn tags.colour"))
        #expect(failed.errors.contains("no such table: tags"))
        let twice = await session.run("db:migrate", migrations: [CreateTags(), CreateTags()])
        #expect(twice.status == 0)
        #expect(twice.errors.contains("more than once"))
    }

    @Test func `make and drop, not in production`() async throws {
        let session = try Session()
        #expect(await session.run("db:create", "--env", "production").output.contains("created"))
        #expect(await session.run("db:create", "--env", "production").output.contains("there already"))
        #expect(session.exists("db/production.sqlite3"))
        let refused = await session.run("db:drop", "--env", "production")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("--force"))
        #expect(session.exists("db/production.sqlite3"))
        #expect(await session.run("db:drop", variables: ["APP_ENV": "production"]).status == 1)
        #expect(await session.run("db:drop", "--env", "production", "--force").status == 0)
        for suffix in ["", "-wal", "-shm"] { #expect(!session.exists("db/production.sqlite3\(suffix)")) }
        #expect(await session.run("db:drop").status == 0)
    }

    @Test func `a command that is mistyped gets the nearest one`() async throws {
        let session = try Session()
        let mistyped = await session.run("db:migrat")
        #expect(mistyped.status == 64)
        #expect(mistyped.errors.contains("did you mean db:migrate?"))
        #expect(await session.run("db:migrate", "--nope").status == 64)
        #expect(await session.run("db:migrate", "--to", "a", "--name", "b").status == 64)
        #expect(await session.run("db:migrate", "--to", "nope").status == 1)
    }

    @Test func `help lists the commands`() async throws {
        let session = try Session()
        for arguments in ["--help", "help"] {
            let help = await session.run(arguments)
            #expect(help.status == 0)
            #expect(help.output.contains("db:migrate:undo:all"))
        }
        #expect(await session.run("db:drop", "--help").output.contains("--force"))
    }

    @Test(.enabled(if: !DatabaseEngine.postgresql.isPresent && !DatabaseEngine.mysql.isPresent))
    func `an engine that was not built along is refused with the line to change and without the password`() async throws
    {
        let session = try Session()
        let url = await session.run("db:migrate", variables: ["DATABASE_URL": "postgresql://me:secret@host/db"])
        #expect(url.status == 1)
        #expect(url.errors.contains("DATABASE_URL"))
        #expect(url.errors.contains("traits: [\"PostgreSQL\"]"))
        #expect(!url.errors.contains("secret"))
        #expect(await session.run("db:migrate", "--url", "mysql://x/y").errors.contains("on the command line"))
        #expect(await session.run("db:migrate", engine: .mysql).status == 1)
        #expect(await session.run("db:migrate", "--url", "sqlite:mine.db", engine: .mysql).status == 0)
    }
}
