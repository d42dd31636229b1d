import CSQLite

/// The SQL functions that every connection has: SQLite's own know no letters beyond ASCII, no regular expressions, and
/// JSON in other words than the servers.
///
/// - `scaffold_fold(text)`: the text with letters of either case made the same.
/// - `scaffold_match(text, part, relation)`: whether the text contains (0), starts with (1) or ends with (2) the part;
///   4 more for letters of either case being the same.
/// - `scaffold_like(text, pattern, folding)`, `scaffold_regexp(text, pattern, folding)`: whether the text is like a
///   pattern, or some part of it matches a regular expression; folding is 1 for either case being the same.
/// - `scaffold_json(json, path)`: what stands at the path (a JSON array of names and places), as text.
/// - `scaffold_json_contains(json, part)`, `scaffold_json_overlaps(json, array)`.
enum SQLiteFunctions {
    static let folding: Int32 = 4

    typealias Function = @convention(c) (OpaquePointer?, Int32, Arguments?) -> Void
    typealias Arguments = UnsafeMutablePointer<OpaquePointer?>

    static func register(on connection: OpaquePointer) {
        register("scaffold_fold", 1, on: connection) { SQLiteFunctions.fold($0, $2) }
        register("scaffold_match", 3, on: connection) { SQLiteFunctions.match($0, $2) }
        register("scaffold_like", 3, on: connection) { SQLiteFunctions.like($0, $2) }
        register("scaffold_regexp", 3, on: connection) { SQLiteFunctions.regexp($0, $2) }
        register("scaffold_json", 2, on: connection) { SQLiteFunctions.json($0, $2) }
        register("scaffold_json_contains", 2, on: connection) { SQLiteFunctions.jsonContains($0, $2) }
        register("scaffold_json_overlaps", 2, on: connection) { SQLiteFunctions.jsonOverlaps($0, $2) }
    }

    private static func register(
        _ name: String, _ arguments: Int32, on connection: OpaquePointer, _ function: Function
    ) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        sqlite3_create_function_v2(connection, name, arguments, flags, nil, function, nil, nil, nil)
    }

    private static func fold(_ context: OpaquePointer?, _ arguments: Arguments?) {
        guard let text = arguments.flatMap({ bytes($0[0]) }) else { return sqlite3_result_null(context) }
        result(context, FoldedText.folded(text))
    }

    private static func match(_ context: OpaquePointer?, _ arguments: Arguments?) {
        guard let arguments, let text = bytes(arguments[0]) else { return sqlite3_result_null(context) }
        let mode = sqlite3_value_int(arguments[2])
        let part = kept(context, arguments[1]) { FoldedText($0, folding: mode & folding != 0) }
        guard let part else { return sqlite3_result_null(context) }
        let relation: TextRelation =
            switch mode & 3 {
            case 1: .startsWith
            case 2: .endsWith
            default: .contains
            }
        result(context, part.stands(relation, in: text))
    }
}

// Values in and out.
extension SQLiteFunctions {
    /// The bytes of a text in place; nil for NULL.
    static func bytes(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
        guard let value, sqlite3_value_type(value) != SQLITE_NULL else { return nil }
        let start = sqlite3_value_text(value)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(value)))
    }

    /// What is made of the second argument, once a statement and not once a row; nil for NULL.
    static func kept<Object: AnyObject>(
        _ context: OpaquePointer?, _ value: OpaquePointer?, _ make: (UnsafeBufferPointer<UInt8>) throws -> Object
    ) rethrows -> Object? {
        if let kept = sqlite3_get_auxdata(context, 1) {
            return Unmanaged<Object>.fromOpaque(kept).takeUnretainedValue()
        }
        guard let text = bytes(value) else { return nil }
        let object = try make(text)
        sqlite3_set_auxdata(context, 1, Unmanaged.passRetained(object).toOpaque()) { kept in
            if let kept { Unmanaged<AnyObject>.fromOpaque(kept).release() }
        }
        return object
    }

    static func result(_ context: OpaquePointer?, _ text: [UInt8]) {
        text.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return sqlite3_result_text(context, "", 0, SQLiteText.copied) }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_result_text64(context, $0, UInt64(bytes.count), SQLiteText.copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    static func result(_ context: OpaquePointer?, _ flag: Bool) {
        sqlite3_result_int(context, flag ? 1 : 0)
    }

    /// Fails the statement; the message is `DatabaseError`'s.
    static func fail(_ context: OpaquePointer?, _ message: String) {
        sqlite3_result_error(context, message, -1)
    }
}
