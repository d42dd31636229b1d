#if MySQL
    extension MySQLDialect {
        /// LOCATE takes no character for a pattern and counts blanks at the end, which `=` and LIKE do not.
        func match(_ expression: String, _ relation: TextRelation, _ placeholder: String, folding: Bool) -> String {
            let (text, part) = folding ? (fold(expression), fold(placeholder)) : (expression, placeholder)
            return switch relation {
            case .contains: "LOCATE(\(part), \(text)) > 0"
            case .startsWith: "LOCATE(\(part), \(text)) = 1"
            case .endsWith: "LOCATE(REVERSE(\(part)), REVERSE(\(text))) = 1"
            }
        }

        func like(_ expression: String, _ placeholder: String, folding: Bool) -> String {
            folding
                ? "\(fold(expression)) LIKE \(fold(placeholder)) ESCAPE '\\\\'"
                : "\(expression) LIKE \(placeholder) ESCAPE '\\\\'"
        }

        /// PCRE on MariaDB, ICU on MySQL; both read `(?i)`. The collation `utf8mb4_bin` tells capital letters apart.
        func regexp(_ expression: String, _ placeholder: String, folding: Bool) -> String {
            folding ? "\(expression) REGEXP CONCAT('(?i)', \(placeholder))" : "\(expression) REGEXP \(placeholder)"
        }

        /// The letters of Unicode 5.2, the most that both servers know; compared code by code afterwards. A sigma at a
        /// word's end is one like others.
        func fold(_ expression: String) -> String {
            let lowered = "LOWER(CONVERT(\(expression) USING utf8mb4) COLLATE utf8mb4_unicode_520_ci)"
            return "REPLACE(\(lowered), 'ς', 'σ') COLLATE utf8mb4_bin"
        }

        func order(_ expression: String, descending: Bool, nulls: NullsOrder?) -> String {
            let direction = descending ? "\(expression) DESC" : expression
            guard let nulls else { return direction }
            return "\(expression) IS \(nulls == .first ? "NOT NULL" : "NULL"), \(direction)"
        }
    }

    // JSON.
    extension MySQLDialect {
        func json(_ expression: String, at path: [JSONPathStep]) -> String {
            let found = "JSON_EXTRACT(\(expression), \(MySQLText.literal(Self.path(path))))"
            // JSON's null is nothing too, as on the other engines.
            return "CASE JSON_TYPE(\(found)) WHEN 'NULL' THEN NULL ELSE JSON_UNQUOTE(\(found)) END"
        }

        func jsonContains(_ expression: String, _ placeholder: String) -> String {
            "JSON_CONTAINS(\(expression), \(placeholder))"
        }

        /// Since MySQL 8.0.17 and MariaDB 10.9.
        func jsonOverlaps(_ expression: String, _ placeholder: String) -> String {
            "JSON_OVERLAPS(\(expression), \(placeholder))"
        }

        /// `$."address"."lines"[0]`; elements below zero count from the end.
        private static func path(_ steps: [JSONPathStep]) -> String {
            steps.reduce(into: "$") { path, step in
                switch step {
                case .member(let name): path += "." + JSON.string(name).description
                case .element(let index) where index >= 0: path += "[\(min(index, 1 << 30))]"
                // Servers count in 32 bits.
                case .element(let index): path += index == -1 ? "[last]" : "[last-\(-(max(index, -1 << 30) + 1))]"
                }
            }
        }
    }
#endif
