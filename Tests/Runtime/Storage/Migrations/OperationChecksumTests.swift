import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct OperationChecksumTests {
    private func checksum(_ record: (inout QueryInterface) -> Void) -> String {
        var queryInterface = QueryInterface()
        record(&queryInterface)
        return OperationChecksum(queryInterface.operations).text
    }

    /// Databases hold these numbers: a change of them makes every migration that ran look edited.
    @Test func `it is the same for ever`() {
        let text = checksum {
            $0.createTable("posts") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("status", .enum("a", "b"), allowNull: false, defaultValue: "a")
                $0.column("userId", .integer, references: .init("users"), onDelete: .cascade)
                $0.constraint(.check("id > 0", name: "positive"))
            }
            $0.addIndex("posts", ["userId", .descending("id")], where: ["status": ["a", "b"]])
            $0.bulkInsert("posts", [["status": "a", "userId": nil]])
            $0.execute("SELECT 1")
            $0.run("slugs") { _ in }
        }
        #expect(text == "55048b784666f634")
        #expect(checksum { _ in } == "cbf29ce484222325")
    }

    @Test func `each option of a column counts`() {
        let all = [
            checksum { $0.addColumn("a", "b", .string) }, checksum { $0.addColumn("a", "b", .string(20)) },
            checksum { $0.addColumn("a", "b", .string, allowNull: false) },
            checksum { $0.addColumn("a", "b", .string, defaultValue: "x") },
            checksum { $0.addColumn("a", "b", .string, defaultValue: .sql("x")) },
            checksum { $0.addColumn("a", "b", .string, unique: true) },
            checksum { $0.addColumn("a", "b", .string, references: .init("c")) },
            checksum { $0.addColumn("a", "b", .string, references: .init("c"), onDelete: .cascade) },
            checksum { $0.addColumn("a", "b", .string, references: .init("c"), onUpdate: .cascade) },
            checksum { $0.addColumn("ab", "", .string) }, checksum { $0.changeColumn("a", "b", .string) },
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func `names cannot run into each other`() {
        #expect(
            checksum { $0.renameColumn("a", "b,1:c", to: "d") } != checksum { $0.renameColumn("a", "b", to: "c,1:d") })
    }

    @Test func `passwords, times and UUIDs do not count, other values do`() {
        func row(_ value: SeedValue) -> String { checksum { $0.bulkInsert("a", [["b": value]]) } }
        #expect(row(.password("one")) == row(.password("two")))
        #expect(row(.init(Date())) == row(.init(Date.distantPast)))
        #expect(row(.init(UUID())) == row(.init(UUID())))
        #expect(row("one") != row("two"))
        #expect(row(1) != row(2))
        #expect(row(nil) != row(""))
    }
}
