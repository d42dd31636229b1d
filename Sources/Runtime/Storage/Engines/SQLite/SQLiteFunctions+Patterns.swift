import CSQLite
import ScaffoldValidation

extension SQLiteFunctions {
    static func like(_ context: OpaquePointer?, _ arguments: Arguments?) {
        guard let arguments, let text = bytes(arguments[0]) else { return sqlite3_result_null(context) }
        let pattern = kept(context, arguments[1]) { LikePattern($0, folding: sqlite3_value_int(arguments[2]) != 0) }
        guard let pattern else { return sqlite3_result_null(context) }
        result(context, pattern.matches(text))
    }

    static func regexp(_ context: OpaquePointer?, _ arguments: Arguments?) {
        guard let arguments, let text = bytes(arguments[0]) else { return sqlite3_result_null(context) }
        do {
            let expression = try kept(context, arguments[1]) { text in
                try RegularExpression(text, folding: sqlite3_value_int(arguments[2]) != 0)
            }
            guard let expression else { return sqlite3_result_null(context) }
            result(context, expression.pattern.matches(String(decoding: text, as: UTF8.self)))
        } catch let error as PatternError {
            // not the expression itself: bound values are in no message
            fail(context, "the regular expression cannot be read at character \(error.offset + 1): \(error.reason)")
        } catch {
            fail(context, "the regular expression cannot be read")
        }
    }

    private final class RegularExpression {
        let pattern: Pattern

        init(_ text: UnsafeBufferPointer<UInt8>, folding: Bool) throws {
            pattern = try Pattern(String(decoding: text, as: UTF8.self), flags: folding ? "i" : "")
        }
    }
}
