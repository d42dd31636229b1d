#if PostgreSQL
    import CPostgreSQL

    /// The server's errors as typed ones. Their own texts may quote bound values, which are taken out.
    enum PostgreSQLFailure {
        static func error(_ result: OpaquePointer, sql: String?) -> any Error {
            let state = state(of: result) ?? ""
            let table = field(result, .table)
            let constraint = field(result, .constraint)
            switch state {
            case "23505":
                let columns = columns(ofKeyIn: field(result, .detail) ?? "")
                return UniqueConstraintError(table: table, columns: columns, constraint: constraint, sql: sql)
            case "23503":
                return ForeignKeyConstraintError(
                    table: table, columns: columns(thatReferFrom: table, field(result, .detail) ?? ""),
                    constraint: constraint, sql: sql)
            case "23502":
                return NotNullConstraintError(table: table, column: field(result, .column) ?? "", sql: sql)
            case "23514":
                return CheckConstraintError(constraint: constraint ?? message(of: result), sql: sql)
            case "22001", "22003":
                return ValueTooLongError(table: table, column: field(result, .column), sql: sql)
            // Only JSON can say it in other words.
            case "22P05": return ValueError(kind: .text, reason: "text with a NUL character")
            case "40001": return SerializationFailureError(isDeadlock: false, sql: sql)
            case "40P01": return SerializationFailureError(isDeadlock: true, sql: sql)
            case "55P03":
                return DatabaseTimeoutError(message: "another transaction holds a lock that is needed", sql: sql)
            case _ where state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05"].contains(state):
                return ConnectionLostError(message: "the server ended the connection: \(message(of: result))", sql: sql)
            default: return DatabaseError(code: 0, state: state, message: message(of: result), sql: sql)
            }
        }

        static func state(of result: OpaquePointer) -> String? { field(result, .state) }

        /// What went wrong, without values.
        static func message(of result: OpaquePointer) -> String {
            let message = field(result, .message) ?? String(cString: PQresultErrorMessage(result))
            let state = state(of: result) ?? ""
            // Of a statement that cannot be understood or carried out only names are quoted, which help; the list of
            // what depends on a table stands in the details.
            if state.hasPrefix("2B"), let detail = field(result, .detail) { return "\(message) (\(detail))" }
            return ["22", "23", "P0", "38", "39", "XX"].contains(state.prefix(2)) ? withoutQuoted(message) : message
        }

        /// The text with whatever stands between its first and its last quotation mark taken out.
        static func withoutQuoted(_ message: String) -> String {
            let marks: Set<Unicode.Scalar> = ["\"", "«", "»", "„", "“", "”", "‚", "‘", "’", "「", "」"]
            let scalars = message.unicodeScalars
            // The byte sequence that is none in an encoding is not quoted.
            let end = scalars.firstRange(of: ": 0x".unicodeScalars)?.lowerBound ?? scalars.endIndex
            let kept = scalars[..<end]
            guard let first = kept.firstIndex(where: marks.contains), let last = kept.lastIndex(where: marks.contains)
            else { return String(kept) }
            return String(kept[..<first]) + "…" + String(kept[kept.index(after: last)...])
        }

        /// The columns in `Key (userId)=(77) is not present in table "users".`; none where the table refers to itself, or
        /// in `Key (id)=(1) is still referenced from table "posts".`, which are those that are referred to.
        private static func columns(thatReferFrom table: String?, _ detail: String) -> [String] {
            guard let table, let end = detail.lastIndex(of: ")"), !detail[end...].contains(table) else { return [] }
            return columns(ofKeyIn: detail)
        }

        /// The columns in `Key (email, "lastName")=(…) already exists.`, in whatever language; none when one is an
        /// expression.
        static func columns(ofKeyIn detail: String) -> [String] {
            var rest = detail.unicodeScalars.drop { $0 != "(" }.dropFirst()
            var columns: [String] = []
            while let first = rest.first {
                var name = String.UnicodeScalarView()
                if first == "\"" {
                    rest = rest.dropFirst()
                    while let scalar = rest.popFirst() {
                        if scalar == "\"" {
                            guard rest.first == "\"" else { break }
                            rest = rest.dropFirst()
                        }
                        name.append(scalar)
                    }
                } else {
                    name = String.UnicodeScalarView(rest.prefix { ![",", ")", "(", " ", "\""].contains($0) })
                    rest = rest.dropFirst(name.count)
                }
                columns.append(String(name))
                switch rest.popFirst() {
                case ",": rest = rest.drop { $0 == " " }
                case ")": return rest.starts(with: "=(".unicodeScalars) ? columns : []
                default: return []
                }
            }
            return []
        }

        /// The letters by which the protocol names the parts of an error. (libpq's own names are macros of characters,
        /// which Swift does not import.)
        private enum Field: Unicode.Scalar {
            case state = "C"
            case message = "M"
            case detail = "D"
            case table = "t"
            case column = "c"
            case constraint = "n"
        }

        private static func field(_ result: OpaquePointer, _ field: Field) -> String? {
            PQresultErrorField(result, Int32(field.rawValue.value)).map { String(cString: $0) }
        }
    }
#endif
