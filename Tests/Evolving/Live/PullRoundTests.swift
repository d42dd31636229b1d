import Testing

@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

/// What `db:pull` makes of tables that others made, and that the schema it writes says the same tables.
@Suite struct PullRoundTests {
    /// The text of the schema that is pulled, and what is told beside it. Nothing of it may differ from the database.
    private func pulled(_ script: String, on engine: TestEngine) async throws -> (text: String, notes: [String]) {
        try await engine.withEmptyURL { url in
            try await Database(DatabaseConfiguration(url: url)).script(script)
            let text = "name: shop\ndatabase: \(engine.kind.rawValue)\nmodels:\n"
            let live = try await LiveDatabase(of: url)
            let pulled = try PulledSchema(live, into: [.init(file: "schema.yml", text: text)])
            let schema = try SchemaReader.read(pulled.sources)
            let drift = try await Drift(of: url, from: schema, recorded: [])
            #expect(drift.isEmpty, "\(drift.differences.map(\.text)) of \(pulled.sources[0].text)")
            return (pulled.sources[0].text, pulled.notes)
        }
    }

    private func quoted(_ engine: TestEngine, _ script: String) -> String {
        engine.kind == .mysql ? script.replacing("\"", with: "`") : script
    }

    private let orders = """
        CREATE TABLE orders (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(200) NOT NULL, status VARCHAR(20) NOT NULL,
        amount INTEGER, "deletedAt" TIMESTAMP NULL);

        """

    @Test(arguments: TestEngine.all)
    func `indexes keep their order`(engine: TestEngine) async throws {
        let script = orders + "CREATE INDEX newest ON orders (status, title DESC, amount DESC);"
        let (text, notes) = try await pulled(quoted(engine, script), on: engine)
        #expect(text.contains("- {fields: [status, -title, -amount], name: newest}\n"), "\(text)")
        #expect(notes.isEmpty)
    }

    @Test(arguments: TestEngine.all.filter { $0.kind != .mysql })
    func `indexes keep their rows`(engine: TestEngine) async throws {
        let script =
            orders + """
                CREATE UNIQUE INDEX open_titles ON orders (title) WHERE status = 'open' AND "deletedAt" IS NULL;
                CREATE INDEX orders_amount ON orders (amount DESC) WHERE status IN ('open', 'it''s');
                CREATE INDEX five ON orders (title) WHERE amount = 5;
                """
        let (text, notes) = try await pulled(script, on: engine)
        let open = "{fields: [title], unique: true, where: {status: \"open\", deletedAt: null}, name: open_titles}"
        #expect(text.contains("- \(open)\n"), "\(text)")
        #expect(text.contains("- {fields: [-amount], where: {status: [\"open\", \"it's\"]}}\n"), "\(text)")
        #expect(text.contains("- {fields: [title], where: {amount: 5}, name: five}\n"), "\(text)")
        #expect(notes.isEmpty)
    }

    @Test(arguments: TestEngine.all.filter { $0.kind == .mysql })
    func `indexes keep their lengths`(engine: TestEngine) async throws {
        let script = orders + "CREATE UNIQUE INDEX starts ON orders (title(12) DESC, status(3));"
        let (text, notes) = try await pulled(quoted(engine, script), on: engine)
        let fields = "[{name: title, length: 12, order: desc}, {name: status, length: 3}]"
        #expect(text.contains("- {fields: \(fields), unique: true, name: starts}\n"), "\(text)")
        #expect(notes.isEmpty)
    }

    @Test(arguments: TestEngine.all.filter { $0.kind != .mysql })
    func `what no schema says of an index is named, in the text too`(engine: TestEngine) async throws {
        let script =
            orders + """
                CREATE INDEX folded ON orders (lower(title));
                CREATE INDEX great ON orders (status) WHERE amount > 5;
                """
        let (text, notes) = try await pulled(script, on: engine)
        #expect(notes.count == 2)
        #expect(notes.first?.hasPrefix("the index 'folded' of 'orders' is left out: it is on (lower(") == true)
        #expect(notes.last?.hasPrefix("the index 'great' of 'orders' is left out: it holds the rows where ") == true)
        for note in notes { #expect(text.contains("  # \(note)\n"), "\(text)") }
        #expect(text.contains("  # \(notes.last ?? "")\n  Order:\n"), "\(text)")
    }

    @Test(arguments: TestEngine.all)
    func `a key of several columns keeps its order, a foreign key of several is named`(
        engine: TestEngine
    ) async throws {
        let script = """
            CREATE TABLE accounts (number INTEGER NOT NULL, tenant VARCHAR(20) NOT NULL, name VARCHAR(50),
            PRIMARY KEY (tenant, number));
            CREATE TABLE payments (id INTEGER NOT NULL PRIMARY KEY, tenant VARCHAR(20) NOT NULL, number INTEGER NOT NULL,
            FOREIGN KEY (tenant, number) REFERENCES accounts (tenant, number));
            CREATE TABLE readers (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(50));
            CREATE TABLE books (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(50));
            CREATE TABLE loans ("bookId" INTEGER NOT NULL, "readerId" INTEGER NOT NULL, days INTEGER,
            PRIMARY KEY ("readerId", "bookId"), FOREIGN KEY ("bookId") REFERENCES books (id),
            FOREIGN KEY ("readerId") REFERENCES readers (id));
            """
        let (text, notes) = try await pulled(quoted(engine, script), on: engine)
        let name = "'payments' has a foreign key of several columns: (tenant, number) to accounts (tenant, number)"
        #expect(notes == ["\(name): left out"])
        #expect(text.contains("  # \(name): left out\n  Payment:\n"), "\(text)")
        #expect(text.contains("      tenant: string(20) primary\n      number: integer primary\n"), "\(text)")
    }
}
