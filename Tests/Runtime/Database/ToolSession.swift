import Foundation
import Synchronization

@testable import ScaffoldDatabase

struct CreateTags: Migration {
    static let name = "20261120093000-create-tag"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("tags") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("name", .string, allowNull: false, unique: true)
        }
    }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.dropTable("tags") }
}

struct AddColour: Migration {
    static let name = "20261121093000-add-colour"
    func up(_ queryInterface: inout QueryInterface) { queryInterface.addColumn("tags", "colour", .string(20)) }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.removeColumn("tags", "colour") }
}

struct TagsSeed: Seeder {
    static let name = "20261120093500-tags"
    func up(_ queryInterface: inout QueryInterface) { queryInterface.bulkInsert("tags", [["name": "swift"]]) }
    func down(_ queryInterface: inout QueryInterface) { queryInterface.bulkDelete("tags", where: ["name": "swift"]) }
}

/// The tool with a folder of its own and what it printed.
final class ToolSession: Sendable {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)").path
    let lines = Mutex<(output: [String], errors: [String])>(([], []))

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func tool(
        _ migrations: [any Migration], seeders: [any Seeder] = [], engine: DatabaseEngine = .sqlite
    ) -> DatabaseTool {
        DatabaseTool(name: "blog", engine: engine, migrations: migrations, seeders: seeders)
    }

    func run(
        _ arguments: String..., migrations: [any Migration] = [AddColour(), CreateTags()],
        seeders: [any Seeder] = [TagsSeed()], engine: DatabaseEngine = .sqlite, variables: [String: String] = [:]
    ) async -> (status: Int32, output: String, errors: String) {
        await run(arguments, migrations: migrations, seeders: seeders, engine: engine, variables: variables)
    }

    func run(
        _ arguments: [String], migrations: [any Migration] = [AddColour(), CreateTags()],
        seeders: [any Seeder] = [TagsSeed()], engine: DatabaseEngine = .sqlite, variables: [String: String] = [:]
    ) async -> (status: Int32, output: String, errors: String) {
        lines.withLock { $0 = ([], []) }
        let console = Console(
            print: { line in self.lines.withLock { $0.output.append(line) } },
            printError: { line in self.lines.withLock { $0.errors.append(line) } })
        let status = await tool(migrations, seeders: seeders, engine: engine)
            .run(arguments, console: console, directory: folder, variables: variables)
        return lines.withLock {
            (status, $0.output.joined(separator: "\n"), $0.errors.joined(separator: "\n"))
        }
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }
}

extension Console {
    static let silent = Console(print: { _ in }, printError: { _ in })
}
