#if MySQL
    /// How the servers write down texts, defaults and names in their catalogs.
    enum MySQLCatalogText {
        /// A text whose strings have quotes doubled inside and no backslashes that take a meaning away.
        static func standard(_ text: String) -> String {
            var result = String.UnicodeScalarView()
            var isInString = false
            var rest = text.unicodeScalars[...]
            while let scalar = rest.popFirst() {
                if scalar == "\\", isInString, let next = rest.popFirst() {
                    if next == "'" { result.append("'") }
                    result.append(escapes[next] ?? next)
                    continue
                }
                // Of two quotes inside the first closes and the second opens, which comes to the same.
                if scalar == "'" { isInString.toggle() }
                result.append(scalar)
            }
            return String(result)
        }

        private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
            "n": "\n", "r": "\r", "t": "\t", "0": "\0", "Z": "\u{1A}",
        ]

        /// A default as an expression. MariaDB keeps one; MySQL keeps texts without their quotes and says of others that
        /// they are expressions.
        static func defaultText(_ text: String?, type: String, extra: String, isMariaDB: Bool) -> String? {
            guard let text else { return nil }
            if isMariaDB { return text == "NULL" ? nil : text }
            if extra.contains("default_generated") { return text.replacing("\\'", with: "'") }
            let word = NativeTypeText(type).word
            let isNumber = ["int", "decimal", "double", "float", "bit", "year"].contains { word.contains($0) }
            return isNumber ? text : MySQLText.literal(text)
        }

        /// A unique index that was given no name, and the index of a foreign key, are called like their first column.
        static func indexName(_ name: String, firstColumn: String?) -> ConstraintName {
            let isPlain = firstColumn.map { name == $0 || isNumbered(name, "\($0)_") } ?? false
            return ConstraintName(name, isGiven: !isPlain && foreignKeyName(name).isGiven)
        }

        /// `posts_ibfk_1`, or a number alone.
        static func foreignKeyName(_ name: String) -> ConstraintName {
            let stem = name.hasSuffix("_index") ? String(name.dropLast(6)) : name
            return ConstraintName(name, isGiven: !isNumbered(stem, "_ibfk_") && Int(name) == nil)
        }

        /// `CONSTRAINT_1` of MariaDB, `posts_chk_1` of MySQL, `posts_status_check` as the runtime says it.
        static func checkName(_ name: String) -> ConstraintName {
            let isPlain = isNumbered(name, "CONSTRAINT_") || isNumbered(name, "_chk_") || name.hasSuffix("_check")
            return ConstraintName(name, isGiven: !isPlain)
        }

        /// Whether a name ends with these letters and a number behind them.
        private static func isNumbered(_ name: String, _ letters: String) -> Bool {
            let stem = String(name.reversed().drop { ("0"..."9").contains($0) }.reversed())
            return stem.hasSuffix(letters) && stem.count < name.count
        }
    }
#endif
