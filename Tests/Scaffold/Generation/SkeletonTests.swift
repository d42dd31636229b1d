import Foundation
import Testing

@testable import scaffold

@Suite struct SkeletonTests {
    private let stamp = Timestamp(Date(timeIntervalSince1970: 1_795_166_400))

    @Test func `a migration of one's own begins with an example in a comment`() throws {
        let name = try MigrationName(stamp: stamp, named: "AddStatus to posts")
        let file = try Generator().migration(PlannedMigration(name: name))
        #expect(file.path == "Sources/Database/Migrations/20261120092000-add-status-to-posts.swift")
        #expect(file.kind == .once)
        #expect(
            file.text == """
                import ScaffoldDatabase

                struct AddStatusToPosts_20261120092000: Migration {
                    static let name = "20261120092000-add-status-to-posts"

                    func up(_ queryInterface: inout QueryInterface) {
                        // queryInterface.addColumn("posts", "slug", .string)
                    }

                    func down(_ queryInterface: inout QueryInterface) {
                        // queryInterface.removeColumn("posts", "slug")
                    }
                }

                """)
    }

    @Test func `so does a seeder`() throws {
        let seeder = PlannedSeeder(name: try MigrationName(stamp: stamp, named: "demo tags"))
        let file = try Generator().seeder(seeder)
        #expect(file.path == "Sources/Database/Seeders/20261120092000-demo-tags.swift")
        #expect(file.text.contains("struct DemoTags_20261120092000: Seeder {"))
        #expect(
            file.text.contains("        // queryInterface.bulkInsert(")
                && file.text.contains("        // queryInterface.bulkDelete("))
    }

    @Test func `what exists stays in the lists, in order, beside what is new`() throws {
        var app = AppDescription(schema: .blog, runtime: RuntimeDependency(declaration: "", package: "scaffold"))
        app.migrations = ["20260101000000-old", "20250101000000-older"].compactMap(MigrationName.init(fileName:))
        app.plannedMigrations = [
            PlannedMigration(name: try MigrationName(stamp: stamp, named: "new"))
        ]
        let list = try #require(Generator().files(of: app).first { $0.path.hasSuffix("MigrationList.swift") })
        let entries = ["Older_20250101000000()", "Old_20260101000000()", "New_20261120092000()"]
        #expect(list.text.contains(entries.map { "    \($0),\n" }.joined()))
        #expect(list.kind == .list(entries: entries, isComplete: false))
    }

    @Test(arguments: ["", "---", "été", "😀", String(repeating: "a", count: 101)])
    func `a name that no file can have is refused`(name: String) {
        #expect(throws: Diagnostic.self) { try MigrationName(stamp: stamp, named: name) }
    }
}
