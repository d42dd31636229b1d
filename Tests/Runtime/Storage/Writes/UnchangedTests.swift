import Foundation
import ScaffoldValidation
import Testing

@testable import ScaffoldStorage

@Suite struct UnchangedTests {
    @Test(arguments: TestEngine.all)
    func `input that says what the row holds already writes nothing`(_ engine: TestEngine) async throws {
        try await withBadges(on: engine) { () async throws in
            var badge = try await Badge.create(Badge("a", points: 1))
            let before = badge
            var changes = Changes<Badge>()
            changes.code = .value("a")
            changes.points = .value(1)
            try await Task.sleep(for: .milliseconds(5))
            try await badge.update(changes)
            let stored = try #require(try await Badge.findByPk(badge.id))
            #expect(stored.version == 0)
            #expect(stored.updatedAt == before.updatedAt)
            changes.points = .value(2)
            try await badge.update(changes)
            #expect(badge.version == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a hook that takes back all that changed leaves nothing to write`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let log = HookLog()
            try await HookLog.$current.withValue(log) {
                var pinned = try await Pinned.create(Pinned("a"))
                try await pinned.update { $0.amount = 5 }
                #expect(log.take().isEmpty)
                try await pinned.update { $0.name = "b" }
                #expect(log.take() == ["afterUpdate name"])
            }
        }
    }

    @Test(arguments: TestEngine.all)
    func `save leaves the date at which the row was created, a bulk update sets that of writing`(_ engine: TestEngine)
        async throws
    {
        try await withBadges(on: engine) { () async throws in
            var badge = try await Badge.create(Badge("a"))
            let created = badge.createdAt
            badge.createdAt = Date(timeIntervalSince1970: 0)
            badge.points = 3
            try await Task.sleep(for: .milliseconds(5))
            try await badge.save()
            let saved = try #require(try await Badge.findByPk(badge.id))
            #expect((saved.points, saved.createdAt) == (3, created))
            #expect(saved.updatedAt > created)
            try await Task.sleep(for: .milliseconds(5))
            try await Badge.update(.all) { $0.points = .value(4) }
            let updated = try #require(try await Badge.findByPk(badge.id))
            #expect(updated.updatedAt > saved.updatedAt)
            #expect(updated.createdAt == created)
            try await Task.sleep(for: .milliseconds(5))
            try await Badge.bulkCreate([Badge("a", points: 5)], updateOnDuplicate: [\.points], conflict: [\.code])
            let again = try #require(try await Badge.findByPk(badge.id))
            #expect(again.updatedAt > updated.updatedAt)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a destroyed row is restored by an upsert that does not name its date`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let essay = try await Essay.create(Essay(slug: "a", title: "one"))
            try await essay.destroy()
            #expect(try await Essay.count() == 0)
            var input = Changes<Essay>()
            input.slug = .value("a")
            input.title = .value("two")
            let (restored, created) = try await Essay.upsert(input, conflict: \.slug)
            #expect(!created)
            #expect((restored.id, restored.title) == (essay.id, "two"))
            #expect(restored.deletedAt == nil)
            #expect(try await Essay.count() == 1)
        }
    }

    @Test(arguments: TestEngine.all)
    func `what is immutable stays in a destroyed row too`(_ engine: TestEngine) async throws {
        try await withEssays(on: engine) { () async throws in
            let note = try await Note.create(Note("essay", "one"))
            try await note.destroy()
            var changed = note
            changed.subject = "poem"
            let other = changed
            await #expect(throws: ValidationError.self) { try await Note.upsert(other) }
            changed.subject = "essay"
            changed.text = "two"
            let (restored, created) = try await Note.upsert(changed)
            #expect(!created)
            #expect((restored.text, restored.deletedAt) == ("two", nil))
        }
    }
}

/// A model whose amount no update changes.
private struct Pinned: Model {
    var id: Int
    var name: String
    var slug = ""
    var amount: Int

    static let hooks = Hooks<Pinned> {
        $0.beforeUpdate { pinned, context in pinned.amount = context.previous(\.amount) ?? 0 }
        $0.afterUpdate { _, context in try HookLog.add("afterUpdate", context.changed.joined(separator: ",")) }
    }

    static let table = TableDefinition("ledgers", model: "Pinned") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false, unique: true)
        $0.column("slug", .string, allowNull: false)
        $0.column("amount", .integer, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Pinned, Int>(0)
        let name = Column<Pinned, String>(1)
        let slug = Column<Pinned, String>(2)
        let amount = Column<Pinned, Int>(3)
    }

    static let columns = Columns()

    init(_ name: String) {
        id = 0
        self.name = name
        amount = 1
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        slug = try row[2]
        amount = try row[3]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(slug)
        values.append(amount)
    }
}

/// A model over the table of remarks, whose subject is immutable.
private struct Note: Model {
    var id: Int
    var subject: String
    var text: String
    var deletedAt: Date?

    static let validations = Validations<Note> { $0.validate(\.subject, .isImmutable) }

    static let table = TableDefinition("remarks", model: "Note") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("subject", .string(20), allowNull: false)
        $0.column("text", .text, allowNull: false)
        $0.timestamp("deletedAt")
    }

    struct Columns: Sendable {
        let id = Column<Note, Int>(0)
        let subject = Column<Note, String>(1)
        let text = Column<Note, String>(2)
        let deletedAt = Column<Note, Date?>(3)
    }

    static let columns = Columns()

    init(_ subject: String, _ text: String) {
        id = 0
        self.subject = subject
        self.text = text
    }

    init(row: Row) throws {
        id = try row[0]
        subject = try row[1]
        text = try row[2]
        deletedAt = try row[3]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(subject)
        values.append(text)
        values.append(deletedAt)
    }
}
