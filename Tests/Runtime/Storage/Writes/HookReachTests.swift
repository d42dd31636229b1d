import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct HookReachTests {
    @Test(arguments: TestEngine.all)
    func `rows that follow their owner go through their own hooks, destroyed and restored`(_ engine: TestEngine)
        async throws
    {
        try await withEssays(on: engine) { () async throws in
            let log = HookLog()
            try await HookLog.$current.withValue(log) {
                var folder = try await Folder.create(Folder("a"))
                for text in ["one", "two"] { _ = try await Folder.associations.sheets.create(Sheet(text), of: folder) }
                try await folder.destroy()
                #expect(log.take() == ["afterDestroy one", "afterDestroy two"])
                #expect(try await Sheet.count() == 0)
                try await folder.restore()
                #expect(log.take() == ["afterRestore one", "afterRestore two"])
                try await Folder.destroy(.all)
                #expect(log.take() == ["afterDestroy one", "afterDestroy two"])
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `what a hook of validation wrote is taken back when a rule refuses the row`(_ engine: TestEngine) async throws
    {
        try await withEssays(on: engine) { () async throws in
            await #expect(throws: ValidationError.self) { try await Checked.create(Checked("long name")) }
            #expect(try await Remark.count() == 0)
            _ = try await Checked.create(Checked("a"))
            #expect(try await Remark.findAll().map(\.text) == ["a"])
        }
    }
}

/// A model whose sheets are destroyed with it.
private struct Folder: Model {
    var id: Int
    var name: String
    var slug = ""
    var deletedAt: Date?

    var sheets: Loaded<[Sheet]> = .notLoaded

    static let cascades: [CascadeOnDestroy<Folder>] = [.destroy(\.sheets)]

    static let table = TableDefinition("ledgers", model: "Folder") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true)
        $0.column("slug", .string, allowNull: false)
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Folder, Int>(0)
        let name = Column<Folder, String>(1)
        let slug = Column<Folder, String>(2)
        let deletedAt = Column<Folder, Date?>(3)
    }

    struct Associations: Sendable {
        let sheets = HasMany<Folder, Sheet>(\.sheets, foreignKey: "folderId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ name: String) {
        id = 0
        self.name = name
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        slug = try row[2]
        deletedAt = try row[3]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(slug)
        values.append(deletedAt)
    }
}

/// A model with hooks of its own.
private struct Sheet: Model {
    var id: Int
    var folderId: Int?
    var text: String
    var deletedAt: Date?

    static let hooks = Hooks<Sheet> {
        $0.afterDestroy { sheet, _ in try HookLog.add("afterDestroy", sheet.text) }
        $0.afterRestore { sheet, _ in try HookLog.add("afterRestore", sheet.text) }
    }

    static let table = TableDefinition("remarks", model: "Sheet") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("folderId", .integer, field: "subjectId")
        $0.column("text", .text, allowNull: false)
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Sheet, Int>(0)
        let folderId = Column<Sheet, Int?>(1)
        let text = Column<Sheet, String>(2)
        let deletedAt = Column<Sheet, Date?>(3)
    }

    static let columns = Columns()

    init(_ text: String) {
        id = 0
        self.text = text
    }

    init(row: Row) throws {
        id = try row[0]
        folderId = try row[1]
        text = try row[2]
        deletedAt = try row[3]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(folderId)
        values.append(text)
        values.append(deletedAt)
    }
}

/// A model with a hook of validation alone, which writes.
private struct Checked: Model {
    var id: Int
    var name: String
    var slug = ""

    static let validations = Validations<Checked> { $0.validate(\.name, .len(max: 3)) }
    static let hooks = Hooks<Checked> {
        $0.beforeValidate { checked, _ in _ = try await Remark.create(Remark(checked.name)) }
    }

    static let table = TableDefinition("ledgers", model: "Checked") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true)
        $0.column("slug", .string, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Checked, Int>(0)
        let name = Column<Checked, String>(1)
        let slug = Column<Checked, String>(2)
    }

    static let columns = Columns()

    init(_ name: String) {
        id = 0
        self.name = name
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        slug = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(slug)
    }
}
