import Testing

@testable import scaffold

@Suite struct SnapshotTests {
    @Test(arguments: Example.allCases)
    func `tables come back as they were recorded`(example: Example) throws {
        let tables = try example.schema.tables()
        let read = try Snapshot.tables(in: Snapshot.text(of: tables))
        #expect(read.sorted { $0.name < $1.name }.map(\.sorted) == tables.sorted { $0.name < $1.name }.map(\.sorted))
    }

    @Test func `of two lines that two branches left about one thing the one counts that the schema asks for`() throws {
        func table(_ attribute: String) throws -> [Table] {
            try Schemas.read(models: "  Post: {attributes: {title: \(attribute), views: integer}}").tables()
        }
        let (short, long) = (try table("string(20)"), try table("string(200)!"))
        for (mine, theirs) in [(short, long), (long, short)] {
            let both = Snapshot.text(of: mine) + Snapshot.text(of: theirs)
            for wanted in [short, long] {
                let read = try Snapshot.tables(in: both, for: wanted)
                #expect(try TableDifference(from: read, to: wanted).operations.isEmpty)
            }
        }
    }

    @Test func `the same tables in another order are the same text`() throws {
        let tables = try Schema.blog.tables()
        #expect(Snapshot.text(of: tables) == Snapshot.text(of: tables.reversed()))
    }

    @Test func `each line stands for itself, and one that is doubled does no harm`() throws {
        let text = Snapshot.text(of: try Schema.blog.tables())
        let lines = text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("{\"table\":") && $0.hasSuffix("}") })
        let doubled = (lines + lines.reversed()).joined(separator: "\n")
        #expect(try Snapshot.tables(in: doubled) == Snapshot.tables(in: text))
    }

    @Test func `between the marks of a merge both sides count, and what they came from does not`() throws {
        let line = "{\"table\":\"posts\",\"model\":\"Post\"}\n"
        func column(_ name: String) -> String { "{\"table\":\"posts\",\"column\":\"\(name)\",\"type\":\"text\"}\n" }
        let text =
            line + "<<<<<<< HEAD\n" + column("a") + "||||||| base\n" + column("c") + "=======\n" + column("b")
            + ">>>>>>> other\n"
        let reading = try SnapshotReading(text)
        #expect(reading.tables.first?.columns.map(\.name) == ["a", "b"])
        #expect(reading.hasMarks)
        #expect(try !SnapshotReading(line).hasMarks)
    }

    @Test(arguments: ["garbage", "{\"foo\":1}", "{\"table\":1}"])
    func `what is no line of a snapshot is refused with its place and the way out`(line: String) throws {
        let text = "{\"table\":\"posts\",\"model\":\"Post\"}\n\(line)\n"
        let problem = #expect(throws: Diagnostic.self) { try Snapshot.tables(in: text) }
        #expect(problem?.position == SourcePosition(file: ".scaffold/tables.jsonl", line: 2, column: 1))
        #expect(problem?.suggestion?.contains("--no-migration") == true)
    }

    @Test func `a snapshot that git gave the line endings of Windows is the same`() throws {
        let tables = try Example.allCases[0].schema.tables()
        let text = Snapshot.text(of: tables)
        let windows = text.replacing("\n", with: "\r\n")
        #expect(try Snapshot.text(of: Snapshot.tables(in: windows)) == text)
    }

    @Test func `no text of a schema breaks a line`() throws {
        let tables = try Schema.hostile.tables()
        let text = Snapshot.text(of: tables)
        let count = tables.map { 1 + $0.columns.count + $0.indexes.count }.reduce(0, +)
        #expect(text.split(whereSeparator: \.isNewline).count == count)
    }

    @Test func `a key in an order of its own and a comment are kept, and files of before are read`() throws {
        var table = Table(model: "M", slug: "m", name: "m", columns: [], indexes: [])
        for name in ["a", "b", "c"] {
            var column = Table.Column(
                attribute: name, name: name, type: ColumnType(word: "integer"), allowNull: false, autoIncrement: false)
            column.comment = name == "c" ? "it's \"c\"" : nil
            table.columns.append(column)
        }
        table.primaryKey.columns = ["c", "a"]
        let text = Snapshot.text(of: [table])
        #expect(text.contains("\"key\":[\"c\",\"a\"]"))
        #expect(try Snapshot.tables(in: text) == [table])
        let old = text.replacing(",\"key\":[\"c\",\"a\"]", with: "")
        #expect(try Snapshot.tables(in: old).first?.primaryKey.columns == ["a", "c"])
    }
}

extension Table {
    fileprivate var sorted: Table {
        var table = self
        table.indexes.sort { $0.name < $1.name }
        return table
    }
}
