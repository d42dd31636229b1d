#if MySQL
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Texts of MySQL's language.
    enum MySQLText {
        /// A text in its quotes. A backslash takes the meaning from what follows it, so it is doubled too.
        static func literal(_ text: String) -> String {
            var result = "'"
            for scalar in text.unicodeScalars {
                if scalar == "'" || scalar == "\\" { result.unicodeScalars.append(scalar) }
                result.unicodeScalars.append(scalar)
            }
            return result + "'"
        }

        static func quote(_ identifier: String) -> String {
            QuotedText.quoted(identifier, by: "`")
        }

        /// A statement ends at a NUL for some servers, and what is behind would be passed over in silence.
        static func requireWhole(_ sql: String) throws {
            guard !sql.utf8.contains(0) else { throw DatabaseError(code: 1064, message: "a NUL character", sql: sql) }
        }

        static func uuid(_ uuid: UUID) -> String { uuid.uuidString.lowercased() }

        /// `2026-11-20 09:30:00.000`
        static func date(_ date: Date) throws -> String {
            String(try civil(date).text.prefix(23))
        }

        static func civil(_ date: Date) throws -> CivilTime {
            guard let time = CivilTime(date) else {
                throw ValueError(kind: .date, reason: "a date outside of the years 0 to 9999")
            }
            return time
        }

        /// The table that an INSERT, UPDATE or DELETE names; nil for what is written in another way than the runtime's.
        static func table(writtenBy sql: String) -> String? {
            for start in ["INSERT INTO `", "UPDATE `", "DELETE FROM `", "INSERT IGNORE INTO `"]
            where sql.hasPrefix(start) {
                return name(sql.dropFirst(start.count))
            }
            return nil
        }

        /// The identifier whose first quote was passed already.
        static func name(_ text: Substring) -> String? {
            var result = String.UnicodeScalarView()
            var rest = text.unicodeScalars
            while let scalar = rest.popFirst() {
                if scalar == "`" {
                    guard rest.first == "`" else { return String(result) }
                    rest.removeFirst()
                }
                result.append(scalar)
            }
            return nil
        }
    }

    extension CivilTime {
        fileprivate var text: String {
            String(unsafeUninitializedCapacity: DateText.length) { buffer in
                DateText.write(self, into: buffer)
                return DateText.length
            }
        }
    }
#endif
