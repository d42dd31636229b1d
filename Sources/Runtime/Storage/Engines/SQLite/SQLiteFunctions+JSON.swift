import CSQLite

extension SQLiteFunctions {
    static func json(_ context: OpaquePointer?, _ arguments: Arguments?) {
        withJSON(context, arguments) { json, path in
            let found = path.array?.reduce(json) { json, step in
                step.string.map { json[$0] } ?? step.int.map { json[$0] } ?? .null
            }
            switch found {
            case nil, .null: sqlite3_result_null(context)
            case .string(let text): result(context, Array(text.utf8))
            case let json?: result(context, JSONWriter.bytes(of: json))
            }
        }
    }

    static func jsonContains(_ context: OpaquePointer?, _ arguments: Arguments?) {
        withJSON(context, arguments) { result(context, $0.contains($1)) }
    }

    static func jsonOverlaps(_ context: OpaquePointer?, _ arguments: Arguments?) {
        withJSON(context, arguments) { result(context, $0.overlaps($1)) }
    }

    /// Reads the JSON of a row, and what it is asked for, that once a statement.
    private static func withJSON(_ context: OpaquePointer?, _ arguments: Arguments?, _ body: (JSON, JSON) -> Void) {
        guard let arguments, let text = bytes(arguments[0]) else { return sqlite3_result_null(context) }
        do {
            let other = try kept(context, arguments[1]) { KeptJSON(try JSON(parsing: $0)) }
            guard let other else { return sqlite3_result_null(context) }
            body(try JSON(parsing: text), other.json)
        } catch {
            fail(context, "the text is no JSON that can be read")
        }
    }

    private final class KeptJSON {
        let json: JSON

        init(_ json: JSON) {
            self.json = json
        }
    }
}
