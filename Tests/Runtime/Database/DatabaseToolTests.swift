import Foundation
import Testing

@testable import ScaffoldDatabase

@Suite struct DatabaseToolTests {
    @Test func `migrate, look, undo, migrate again`() async throws {
        let session = try ToolSession()
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
        let session = try ToolSession()
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
        let session = try ToolSession()
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
        let session = try ToolSession()
        _ = await session.run("db:migrate")
        #expect(await session.run("db:seed:all").output.contains("20261120093500-tags   seeded"))
        #expect(await session.run("db:seed:all").status == 0)
        #expect(await session.run("db:seed:undo").output.contains("reverted"))
        #expect(await session.run("db:seed:undo:all").output == "No executed seeders found.")
        #expect(await session.run("db:seed:all", seeders: []).output == "No seeders found.")
        #expect(await session.run("db:seed:undo", "--seed", "nope").status == 1)
    }

    @Test func `a failure goes to the error output with status 1`() async throws {
        let session = try ToolSession()
        let failed = await session.run("db:migrate", migrations: [AddColour()])
        #expect(failed.status == 1)
        #expect(failed.output.isEmpty)
        #expect(failed.errors.contains("20261121093000-add-colour failed, at addColumn tags.colour"))
        #expect(failed.errors.contains("no such table: tags"))
        let twice = await session.run("db:migrate", migrations: [CreateTags(), CreateTags()])
        #expect(twice.status == 0)
        #expect(twice.errors.ranges(of: "more than once").count == 1)
    }

    @Test func `make and drop, not in production`() async throws {
        let session = try ToolSession()
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
        let session = try ToolSession()
        let mistyped = await session.run("db:migrat")
        #expect(mistyped.status == 64)
        #expect(mistyped.errors.contains("did you mean db:migrate?"))
        #expect(await session.run("db:migrate", "--nope").status == 64)
        #expect(await session.run("db:migrate", "--to", "a", "--name", "b").status == 64)
        #expect(await session.run("db:migrate", "--to", "nope").status == 1)
    }

    @Test func `help lists the commands`() async throws {
        let session = try ToolSession()
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
        let session = try ToolSession()
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
