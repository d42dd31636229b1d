#if MySQL
    import CMySQL

    /// What the server or libmariadb says of something that failed.
    struct MySQLProblem: Error {
        let code: Int
        let state: String
        let message: String

        init(_ handle: UnsafeMutablePointer<MYSQL>, place: String = "") {
            code = Int(mysql_errno(handle))
            state = String(cString: mysql_sqlstate(handle))
            message = place + String(cString: mysql_error(handle))
        }

        init(_ handle: UnsafeMutablePointer<MYSQL_STMT>) {
            code = Int(mysql_stmt_errno(handle))
            state = String(cString: mysql_stmt_sqlstate(handle))
            message = String(cString: mysql_stmt_error(handle))
        }

        // The numbers stand in errmsg.h (libmariadb's, from 2000 on) and in mysqld_error.h.

        /// The connection cannot be used any more.
        var endsConnection: Bool {
            [2006, 2012, 2013, 2014, 2027, 2055, 1053, 1079, 1080, 1152, 1153, 1927, 3169, 4031].contains(code)
                || (1156...1161).contains(code)
        }

        /// The statement was ended from outside.
        var isInterruption: Bool { [1317, 1969, 3024].contains(code) }

        /// The statement is to be prepared anew: its table has changed.
        var meansStale: Bool { [1243, 1615, 2057].contains(code) }

        /// The server may have rolled back the whole transaction.
        var mayEndTransaction: Bool { [1020, 1205, 1213].contains(code) }
    }

    /// Error numbers and messages as typed errors.
    enum MySQLFailure {
        /// - Parameter columns: the columns of a unique index of this name; none when they are not known.
        static func error(_ problem: MySQLProblem, sql: String, columns: (String) -> [String]) -> any Error {
            let message = problem.message
            switch problem.code {
            case 1062, 1586: return unique(message, sql, columns)
            case 1048: return notNull(quoted(message, after: "Column '"), sql)
            case 1364: return notNull(quoted(message, after: "Field '"), sql)
            case 1216, 1217, 1451, 1452:
                return ForeignKeyConstraintError(
                    table: quoted(message, after: "`.`", by: "`"),
                    columns: (quoted(message, after: "FOREIGN KEY (", by: ")") ?? "").split(separator: ", ")
                        .map { String($0.dropFirst().dropLast()) },
                    constraint: quoted(message, after: "CONSTRAINT `", by: "`"),
                    sql: sql)
            case 3819: return CheckConstraintError(constraint: quoted(message, after: "constraint '") ?? "", sql: sql)
            case 4025:
                return CheckConstraintError(constraint: quoted(message, after: "CONSTRAINT `", by: "`") ?? "", sql: sql)
            case 1264, 1265, 1292, 1366, 1406, 1690: return ValueTooLongError(column: column(message), sql: sql)
            case 1213: return SerializationFailureError(isDeadlock: true, sql: sql)
            case 1020: return SerializationFailureError(isDeadlock: false, sql: sql)
            case 1205, 3572: return DatabaseTimeoutError(message: "another transaction holds a lock", sql: sql)
            case _ where problem.isInterruption:
                return DatabaseTimeoutError(message: "the statement was ended by the server", sql: sql)
            case _ where problem.endsConnection:
                return ConnectionLostError(message: "the connection was lost: \(message)", sql: sql)
            default:
                return DatabaseError(
                    code: problem.code, state: problem.state, message: withoutValues(message), sql: sql)
            }
        }

        private static func unique(_ message: String, _ sql: String, _ columns: (String) -> [String]) -> any Error {
            // Duplicate entry 'a@b' for key 'users.email'
            let name = message.range(lastOf: "for key '").map { String(message[$0.upperBound...].dropLast()) } ?? ""
            return UniqueConstraintError(
                table: MySQLText.table(writtenBy: sql), columns: columns(name), constraint: name.isEmpty ? nil : name,
                sql: sql)
        }

        private static func notNull(_ column: String?, _ sql: String) -> any Error {
            NotNullConstraintError(table: MySQLText.table(writtenBy: sql), column: column ?? "a column", sql: sql)
        }

        /// `Data too long for column 'title' at row 1`; MariaDB also writes `blog`.`posts`.`title`.
        private static func column(_ message: String) -> String? {
            guard let start = message.range(lastOf: "for column ") else { return nil }
            let rest = message[start.upperBound...]
            let place = rest.range(lastOf: " at row ").map { rest[..<$0.lowerBound] } ?? rest
            let quote: Character = place.hasPrefix("`") ? "`" : "'"
            return place.split(separator: quote).last { $0 != "." }.map(String.init)
        }

        /// What stands in quotes behind these words.
        private static func quoted(_ message: String, after start: String, by quote: Character = "'") -> String? {
            guard let start = message.range(firstOf: start) else { return nil }
            let rest = message[start.upperBound...]
            return rest.firstIndex(of: quote).map { String(rest[..<$0]) }
        }

        /// The message with nothing of a value that it shows: `Incorrect DECIMAL value: '…' for …`.
        private static func withoutValues(_ message: String) -> String {
            guard message.range(firstOf: "alue") != nil || message.range(firstOf: "ntry") != nil,
                let start = message.firstIndex(where: { $0 == "'" || $0 == "\"" }),
                let end = message.lastIndex(of: message[start]), start < end
            else { return message }
            return "\(message[...start])…\(message[end...])"
        }
    }

    extension StringProtocol where SubSequence == Substring {
        fileprivate func range(firstOf part: String) -> Range<Index>? { firstRange(of: part) }

        fileprivate func range(lastOf part: String) -> Range<Index>? { ranges(of: part).last }
    }
#endif
