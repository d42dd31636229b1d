import Foundation
import Testing

@testable import ScaffoldDatabase

private struct AddShade: Migration {
    static let name = "20261120120000-add-shade"
    func up(_ queryInterface: inout QueryInterface) { queryInterface.addColumn("tags", "shade", .string(20)) }
    func down(_ queryInterface: inout QueryInterface) throws { throw IrreversibleMigration("shades are for ever") }
}

/// ``CreateTags`` as somebody edited it.
private struct EditedTags: Migration {
    static let name = CreateTags.name
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("tags") { $0.column("id", .bigint, primaryKey: true) }
    }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.dropTable("tags") }
}

private struct Slow: Migration {
    static let name = "20261122093000-slow"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.run("nap") { _ in usleep(2_600_000) }
    }
    func down(_ queryInterface: inout QueryInterface) {}
}

@Suite struct RunnerCommandTests {
    @Test func `so many, a batch, all, and once more`() async throws {
        let session = try ToolSession()
        #expect(await session.run("db:migrate", "--step", "1").output.contains(CreateTags.name))
        #expect(await session.run("db:version").output == CreateTags.name)
        _ = await session.run("db:migrate")
        let redone = await session.run("db:migrate:redo")
        #expect(redone.output.contains("20261121093000-add-colour   reverted"))
        #expect(redone.output.contains("20261121093000-add-colour   migrated"))
        let batch = await session.run("db:migrate:undo", "--batch")
        #expect(batch.output.contains(AddColour.name) && !batch.output.contains(CreateTags.name))
        _ = await session.run("db:migrate")
        #expect(await session.run("db:migrate:undo", "--step", "2").output.split(separator: "\n").count == 2)
        _ = await session.run("db:migrate")
        #expect(await session.run("db:migrate:undo", "--all").output.split(separator: "\n").count == 2)
        #expect(await session.run("db:version").output == "No migrations have run.")
        #expect(await session.run("db:migrate:redo").output == "No executed migrations found.")
    }

    @Test func `options that exclude each other are refused`() async throws {
        let session = try ToolSession()
        for arguments in [
            ["db:migrate", "--step", "0"], ["db:migrate", "--step", "1", "--name", "x"],
            ["db:migrate:undo", "--all", "--batch"], ["db:migrate:undo", "--step", "1", "--to", "x"],
            ["db:migrate", "--wait", "soon"], ["db:migrate:redo", "--step", "0"],
        ] {
            #expect(await session.run(arguments).status == 64, "\(arguments)")
        }
    }

    @Test func `a dry run prints statements and makes no table`() async throws {
        let session = try ToolSession()
        let dry = await session.run("db:migrate", "--dry-run")
        #expect(dry.status == 0)
        let lines = dry.output.split(separator: "\n")
        #expect(lines.first == "-- \(CreateTags.name)")
        #expect(lines.last == #"ALTER TABLE "tags" ADD COLUMN "colour" VARCHAR(20);"#)
        #expect(await session.run("db:migrate:status").output.contains("down   \(CreateTags.name)"))
        _ = await session.run("db:migrate")
        #expect(await session.run("db:migrate", "--dry-run").output == "-- No migrations would be executed.")
    }

    @Test func `a check fails while something is pending, and for what was edited or is missing`() async throws {
        let session = try ToolSession()
        let pending = await session.run("db:migrate:status", "--check")
        #expect(pending.status == 3)
        #expect(pending.errors.contains(AddColour.name))
        _ = await session.run("db:migrate")
        #expect(await session.run("db:migrate:status", "--check").status == 0)

        let edited = await session.run("db:migrate:status", "--check", migrations: [EditedTags(), AddColour()])
        #expect(edited.status == 4)
        #expect(edited.output.contains("up     \(CreateTags.name)   (edited after it ran)"))
        let warned = await session.run("db:migrate", migrations: [EditedTags(), AddColour()])
        #expect(warned.status == 0)
        #expect(warned.errors.contains("Warning: edited after they ran"))

        let missing = await session.run("db:migrate:status", "--check", migrations: [AddColour()])
        #expect(missing.status == 4)
        #expect(missing.output.contains("(its file is missing here)"))
        let told = await session.run("db:migrate", migrations: [AddColour()])
        #expect(told.errors.contains("missing here: \(CreateTags.name)"))
    }

    @Test func `status as JSON`() async throws {
        struct Line: Decodable {
            var name: String
            var status: String
            var late: Bool?
            var batch: Int?
            var executedAt: Date?
        }
        let session = try ToolSession()
        _ = await session.run("db:migrate")
        let all: [any Migration] = [EditedTags(), AddShade(), AddColour()]
        let text = await session.run("db:migrate:status", "--json", migrations: all).output
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let lines = try decoder.decode([Line].self, from: Data(text.utf8))
        #expect(lines.map(\.name) == [CreateTags.name, AddShade.name, AddColour.name])
        #expect(lines.map(\.status) == ["edited", "down", "up"])
        #expect(lines.map(\.late) == [nil, true, nil])
        #expect(lines.map(\.batch) == [1, nil, 1])
        #expect(abs(try #require(lines[0].executedAt).timeIntervalSinceNow) < 60)
    }

    @Test func `a late file is named and run, and one without a way back stops with status 5`() async throws {
        let session = try ToolSession()
        _ = await session.run("db:migrate")
        let all: [any Migration] = [CreateTags(), AddShade(), AddColour()]
        let late = await session.run("db:migrate", migrations: all)
        #expect(late.errors.contains("older than the last that ran"))
        #expect(late.output.contains("\(AddShade.name)    migrated"))
        let undone = await session.run("db:migrate:undo", migrations: all)
        #expect(undone.status == 5)
        #expect(undone.errors.contains("shades are for ever"))
        #expect(await session.run("db:migrate:status", migrations: all).output.contains("up     \(AddShade.name)"))
    }

    @Test func `what takes long says where it is`() async throws {
        let session = try ToolSession()
        let slow = await session.run("db:migrate", migrations: [CreateTags(), Slow()])
        #expect(slow.errors.contains("  \(Slow.name): at operation 1 of 1, run nap ("))
        #expect(!slow.errors.contains(CreateTags.name))
    }

    @Test func `another runner is waited for, and after that the status is 75`() async throws {
        let session = try ToolSession()
        _ = await session.run("db:create")
        async let slow = session.tool([CreateTags(), Slow()])
            .run(["db:migrate"], console: .silent, directory: session.folder, variables: [:])
        var busy = (status: Int32(0), output: "", errors: "")
        for _ in 0..<50 where busy.status == 0 {
            try await Task.sleep(for: .milliseconds(50))
            guard session.exists("db/development.sqlite3-migrate") else { continue }
            busy = await session.run("db:migrate", "--wait", "100ms", migrations: [CreateTags(), Slow()])
        }
        #expect(busy.status == 75)
        #expect(busy.errors.contains("Another runner of migrations is at work (process \(getpid())); waiting for it."))
        #expect(await slow == 0)
    }

    @Test func `seeders may run again when no migration is left`() async throws {
        let session = try ToolSession()
        for _ in 0..<2 {
            _ = await session.run("db:migrate")
            #expect(await session.run("db:seed:all").output.contains("seeded"))
            _ = await session.run("db:migrate:undo", "--all")
        }
    }

    @Test func `help tells the exit statuses`() async throws {
        let help = await (try ToolSession()).run("--help")
        for status in ExitStatus.allCases { #expect(help.output.contains("\(status.rawValue) "), "\(status)") }
    }
}
