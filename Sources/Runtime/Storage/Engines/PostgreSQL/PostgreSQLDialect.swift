#if PostgreSQL
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// PostgreSQL's words.
    struct PostgreSQLDialect: Dialect {
        private let knowledge: PostgreSQLKnowledge

        init(knowledge: PostgreSQLKnowledge = PostgreSQLKnowledge()) {
            self.knowledge = knowledge
        }

        var name: String { "PostgreSQL" }

        // The protocol takes twice as many; a statement of so many is dear enough for the server to keep.
        var maximumValues: Int { 32_767 }

        var returnsRows: Bool { true }

        var tellsInsertedKey: Bool { false }

        var now: String { "statement_timestamp()" }

        var insertOfDefaults: String { " DEFAULT VALUES" }

        /// In the schemas of the search path; capital and small letters differ.
        var tableExists: String {
            "SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass(quote_ident($1)) AND relkind IN ('r', 'p')"
        }

        func quote(_ identifier: String) -> String { QuotedText.quoted(identifier, by: "\"") }

        func placeholder(_ number: Int) -> String { "$\(number)" }
        func placeholders(from number: Int, count: Int) -> String {
            (number..<number + count).map(placeholder).joined(separator: ", ")
        }

        /// Texts without a type: they take that of their column.
        func literal(_ value: Value) throws -> String {
            switch value {
            case .null: return "NULL"
            case .integer(let number): return "\(number)"
            case .boolean(let flag): return flag ? "TRUE" : "FALSE"
            case .double(let number):
                guard number.isFinite else { throw ValueError(kind: .double, reason: "a number that is not finite") }
                return "\(number)"
            case .decimal(let number):
                guard !number.isNaN else { throw ValueError(kind: .decimal, reason: "a number that is none (NaN)") }
                return number.description
            case .blob(let bytes): return "'\\x" + bytes.map(hexadecimal).joined() + "'::bytea"
            case .text, .date, .dateOnly, .time, .uuid:
                let text = try PostgreSQLEncoding.text(of: value)
                guard !text.utf8.contains(0) else { throw ValueError(kind: .text, reason: "text with a NUL character") }
                return QuotedText.quoted(text, by: "'")
            }
        }

        private func hexadecimal(_ byte: UInt8) -> String {
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }

        func type(_ type: ColumnType) throws -> String {
            switch type {
            case .string(let length): "VARCHAR(\(try checked(length, "string")))"
            case .char(let length): "CHAR(\(try checked(length, "char")))"
            case .password: "VARCHAR(255)"
            case .enumeration: "VARCHAR"
            case .text: "TEXT"
            case .smallint: "SMALLINT"
            case .integer: "INTEGER"
            case .bigint: "BIGINT"
            // As Sequelize has it: a float has as many digits as a double.
            case .float, .double: "DOUBLE PRECISION"
            case .decimal(let precision?, let scale): try numeric(precision, scale ?? 0)
            case .decimal(nil, _): "NUMERIC"
            case .boolean: "BOOLEAN"
            case .date: "TIMESTAMPTZ(3)"
            case .dateonly: "DATE"
            case .time: "TIME(3)"
            case .uuid: "UUID"
            case .json: "JSONB"
            case .blob: "BYTEA"
            }
        }

        private func checked(_ length: Int, _ type: String) throws -> Int {
            guard (1...10_485_760).contains(length) else {
                throw ValueError(kind: .text, reason: "\(type)(\(length)), PostgreSQL has 1 to 10485760 characters, in")
            }
            return length
        }

        private func numeric(_ precision: Int, _ scale: Int) throws -> String {
            guard (1...1000).contains(precision), (0...precision).contains(scale) else {
                throw ValueError(
                    kind: .decimal, reason: "decimal(\(precision), \(scale)), PostgreSQL has 1 to 1000 digits, in")
            }
            return "NUMERIC(\(precision), \(scale))"
        }

        func order(_ expression: String, descending: Bool, nulls: NullsOrder?) -> String {
            let direction = descending ? "\(expression) DESC" : expression
            guard let nulls else { return direction }
            return direction + (nulls == .first ? " NULLS FIRST" : " NULLS LAST")
        }

        func lock(_ lock: RowLock, _ wait: LockWait, of alias: String) -> String {
            let way =
                switch wait {
                case .wait: ""
                case .skipLocked: " SKIP LOCKED"
                case .noWait: " NOWAIT"
                }
            return " FOR \(lock == .update ? "UPDATE" : "SHARE") OF \(alias)\(way)"
        }

        func upsert(conflict: [String], update: [String], also sums: [String]) -> String {
            let target = conflict.isEmpty ? "" : " (\(conflict.map(quote).joined(separator: ", ")))"
            guard !update.isEmpty else { return " ON CONFLICT\(target) DO NOTHING" }
            let changes = update.map { "\(quote($0)) = excluded.\(quote($0))" } + sums
            return " ON CONFLICT\(target) DO UPDATE SET \(changes.joined(separator: ", "))"
        }

        var foreignKeys: String? { nil }

        /// Without CASCADE, which would empty the tables that refer to it in silence: the server refuses instead.
        func truncate(_ table: String) -> [String] { ["TRUNCATE TABLE \(quote(table)) RESTART IDENTITY"] }
    }

    // Texts. A mark is cast, since the server cannot tell its type from a function that takes several.
    extension PostgreSQLDialect {
        func match(_ expression: String, _ relation: TextRelation, _ placeholder: String, folding: Bool) -> String {
            let mark = "CAST(\(placeholder) AS text)"
            let (text, part) = folding ? (fold(expression), fold(mark)) : (expression, mark)
            switch relation {
            case .contains: return "(strpos(\(text), \(part)) > 0)"
            case .startsWith: return "starts_with(\(text), \(part))"
            case .endsWith: return "(right(\(text), length(\(part))) = \(part))"
            }
        }

        /// Both sides are folded, rather than ILIKE, which folds by the database's locale.
        func like(_ expression: String, _ placeholder: String, folding: Bool) -> String {
            let mark = "CAST(\(placeholder) AS text)"
            return folding
                ? "(\(fold(expression)) LIKE \(fold(mark)) ESCAPE '\\')" : "(\(expression) LIKE \(mark) ESCAPE '\\')"
        }

        func regexp(_ expression: String, _ placeholder: String, folding: Bool) -> String {
            "(\(collated(expression)) \(folding ? "~*" : "~") CAST(\(placeholder) AS text))"
        }

        /// Every letter by itself, in no language: the sigma that ends a word is like any other.
        func fold(_ expression: String) -> String {
            "replace(lower(\(collated(expression))), 'ς', 'σ')"
        }

        /// Without ICU the server folds the letters that its locale knows.
        private func collated(_ expression: String) -> String {
            knowledge.hasICU ? "\(expression) COLLATE \"und-x-icu\"" : expression
        }
    }

    // JSON.
    extension PostgreSQLDialect {
        /// Step by step: an index steps into an array only, a name into an object only.
        func json(_ expression: String, at path: [JSONPathStep]) -> String {
            guard let last = path.last else { return "(\(expression) #>> '{}')" }
            let way = path.dropLast().map { " -> \(text(of: $0))" }.joined()
            return "(\(expression)\(way) ->> \(text(of: last)))"
        }

        private func text(of step: JSONPathStep) -> String {
            switch step {
            case .member(let name): QuotedText.quoted(name, by: "'")
            case .element(let index): "(\(index))"
            }
        }

        func jsonContains(_ expression: String, _ placeholder: String) -> String {
            "(\(expression) @> CAST(\(placeholder) AS jsonb))"
        }

        func jsonOverlaps(_ expression: String, _ placeholder: String) -> String {
            let (left, right) = (elements(of: expression), elements(of: "CAST(\(placeholder) AS jsonb)"))
            return "EXISTS (SELECT 1 FROM \(left) AS l (element) INNER JOIN \(right) AS r (element) "
                + "ON l.element = r.element)"
        }

        private func elements(of json: String) -> String {
            "jsonb_array_elements(CASE jsonb_typeof(\(json)) WHEN 'array' THEN \(json) ELSE '[]' END)"
        }
    }
#endif
