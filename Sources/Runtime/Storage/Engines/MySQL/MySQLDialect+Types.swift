#if MySQL
    extension MySQLDialect {
        func type(_ type: ColumnType) throws -> String {
            switch type {
            case .string(let length): return try text("VARCHAR", length, limit: Self.longestString)
            case .char(let length): return try text("CHAR", length, limit: 255)
            case .password: return "VARCHAR(255)"
            case .enumeration(let values):
                return try text(
                    "VARCHAR", max(255, values.map(\.unicodeScalars.count).max() ?? 0), limit: Self.longestString)
            case .text: return "LONGTEXT"
            case .smallint: return "SMALLINT"
            case .integer: return "INTEGER"
            case .bigint: return "BIGINT"
            // FLOAT would round to four bytes what the runtime reads as eight.
            case .float, .double: return "DOUBLE PRECISION"
            case .decimal(let precision?, let scale):
                guard (1...65).contains(precision), (0...30).contains(scale ?? 0), scale ?? 0 <= precision else {
                    throw ValueError(
                        kind: .decimal, reason: "a decimal of more than 65 digits, or more than 30 behind the point,")
                }
                return "DECIMAL(\(precision),\(scale ?? 0))"
            // As many digits as there are.
            case .decimal(nil, _): return "DECIMAL(65,30)"
            case .boolean: return "TINYINT(1)"
            case .date: return "DATETIME(3)"
            case .dateonly: return "DATE"
            case .time: return "TIME(3)"
            case .uuid: return "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin"
            case .json: return "JSON"
            case .blob: return "LONGBLOB"
            }
        }

        /// A row has 65,535 bytes, a character up to four of them.
        private static let longestString = 16_383

        private func text(_ word: String, _ length: Int, limit: Int) throws -> String {
            guard (0...limit).contains(length) else {
                throw ValueError(
                    kind: .text, reason: "\(word) of \(length) characters (MySQL takes \(limit); use the type text)")
            }
            return "\(word)(\(length))"
        }
    }
#endif
