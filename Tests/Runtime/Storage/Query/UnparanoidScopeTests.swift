import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model whose default scope reads destroyed rows too.
private struct Archive: Model {
    var id: Int
    var text: String
    var deletedAt: Date?

    static let defaultScope: Scope<Archive>? = Scope<Archive> { $0.paranoid(false) }

    static let table = TableDefinition("remarks", model: "Archive") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("text", .text, allowNull: false)
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Archive, Int>(0)
        let text = Column<Archive, String>(1)
        let deletedAt = Column<Archive, Date?>(2)
    }

    static let columns = Columns()

    init(row: Row) throws {
        id = try row[0]
        text = try row[1]
        deletedAt = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(text)
        values.append(deletedAt)
    }
}

@Suite struct UnparanoidScopeTests {
    @Test(arguments: TestEngine.all)
    func `a default scope may read destroyed rows, and unscoped leaves them out again`(_ engine: TestEngine)
        async throws
    {
        try await withEssays(on: engine) { () async throws in
            for text in ["a", "b"] { _ = try await Remark.create(Remark(text)) }
            try await Remark.destroy { $0.text == "b" }
            #expect(try await Archive.findAll { $0.order(by: \.id) }.map(\.text) == ["a", "b"])
            #expect(try await Archive.count() == 2)
            #expect(try await Archive.findAll { $0.unscoped() }.map(\.text) == ["a"])
        }
    }
}
