import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

/// A model that others belong to.
private struct NoteShelf: Model {
    var id: Int
    var notes: Loaded<[Note]> = .notLoaded

    static let table = TableDefinition("shelves", model: "NoteShelf") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
    }

    struct Columns: Sendable { let id = Column<NoteShelf, Int>(0) }

    struct Associations: Sendable {
        let notes = HasMany<NoteShelf, Note>(\.notes, foreignKey: "number", scope: ["mood": "glad"])
    }

    static let columns = Columns()
    static let associations = Associations()
    init(id: Int) { self.id = id }
    init(row: Row) throws { id = try row[0] }
    func encode(to values: inout Values) { values.append(id) }
}

@Suite struct InputOwnerTests {
    @Test(
        arguments: [
            (["title": "a"], []), (["number": 7], []), (["number": 7, "mood": "glad"], []),
            (["number": 8], ["number"]), (["number": nil], ["number"]), (["number": "7"], ["number"]),
            (["mood": "sad", "number": 1], ["number", "mood"]),
        ] as [(JSON, [String])])
    func `the path says what a new record belongs to, and a body that says otherwise is refused`(
        body: JSON, wrong: [String]
    ) async throws {
        let client = try client {
            $0.post("/") { request in
                var input = try await request.input(for: Note.self)
                try input.belong(to: NoteShelf(id: 7), by: \.notes)
                #expect(input.mood == .value(.glad))
                #expect(input.changes.values[4] == .integer(7))
                try input.check()
                return .noContent
            }
        }
        let answer = try await client.post("/", json: body)
        #expect(answer.status == (wrong.isEmpty ? 204 : 422))
        #expect((answer.json["errors"].array ?? []).map { $0["path"].string ?? "" } == wrong)
    }
}
