import CSQLite

/// The SQL functions that every connection has: SQLite's own know no letters beyond ASCII.
///
/// - `scaffold_fold(text)`: the text with letters of either case made the same.
/// - `scaffold_match(text, part, relation)`: whether the text contains (0), starts with (1) or ends with (2) the part;
///   4 more for letters of either case being the same.
enum SQLiteFunctions {
    static let folding: Int32 = 4

    static func register(on connection: OpaquePointer) {
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        sqlite3_create_function_v2(
            connection, "scaffold_fold", 1, flags, nil,
            { context, _, arguments in SQLiteFunctions.fold(context, arguments) }, nil, nil, nil)
        sqlite3_create_function_v2(
            connection, "scaffold_match", 3, flags, nil,
            { context, _, arguments in SQLiteFunctions.match(context, arguments) }, nil, nil, nil)
    }

    private typealias Arguments = UnsafeMutablePointer<OpaquePointer?>

    private static func fold(_ context: OpaquePointer?, _ arguments: Arguments?) {
        guard let text = arguments.flatMap({ bytes($0[0]) }) else { return sqlite3_result_null(context) }
        FoldedText.folded(text).withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return sqlite3_result_text(context, "", 0, SQLiteText.copied) }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_result_text64(context, $0, UInt64(bytes.count), SQLiteText.copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    private static func match(_ context: OpaquePointer?, _ arguments: Arguments?) {
        guard let arguments, let text = bytes(arguments[0]) else { return sqlite3_result_null(context) }
        let mode = sqlite3_value_int(arguments[2])
        guard let part = part(context, arguments[1], folding: mode & folding != 0) else {
            return sqlite3_result_null(context)
        }
        let relation: TextRelation =
            switch mode & 3 {
            case 1: .startsWith
            case 2: .endsWith
            default: .contains
            }
        sqlite3_result_int(context, part.stands(relation, in: text) ? 1 : 0)
    }

    /// The bytes of a text in place; nil for NULL.
    private static func bytes(_ value: OpaquePointer?) -> UnsafeBufferPointer<UInt8>? {
        guard let value, sqlite3_value_type(value) != SQLITE_NULL else { return nil }
        let start = sqlite3_value_text(value)
        return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_value_bytes(value)))
    }

    /// The part that is looked for, made ready once a statement and not once a row.
    private static func part(_ context: OpaquePointer?, _ value: OpaquePointer?, folding: Bool) -> FoldedText? {
        if let kept = sqlite3_get_auxdata(context, 1) {
            return Unmanaged<FoldedText>.fromOpaque(kept).takeUnretainedValue()
        }
        guard let text = bytes(value) else { return nil }
        let part = FoldedText(text, folding: folding)
        sqlite3_set_auxdata(context, 1, Unmanaged.passRetained(part).toOpaque()) { kept in
            if let kept { Unmanaged<FoldedText>.fromOpaque(kept).release() }
        }
        return part
    }
}
