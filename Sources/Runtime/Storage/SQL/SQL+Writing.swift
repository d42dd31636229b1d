// A statement in the words of one engine.
extension SQL {
    /// The text, with the engine's marks, and the values for them.
    ///
    /// - Throws: ``QueryError`` for what no engine can be asked.
    func written(for dialect: any Dialect) throws -> (text: String, values: Values) {
        var writer = SQLWriter(dialect)
        for part in parts {
            switch part {
            case .text(let text): writer.write(text)
            case .identifier(let name): writer.write(dialect.quote(name))
            case .value(let value): writer.bind(value)
            case .list(let values): try writer.writeRawList(values)
            }
        }
        guard !writer.text.isEmpty else { throw QueryError("a statement is empty") }
        // A text would end there for some engines, and go on for others.
        guard !writer.text.utf8.contains(0) else { throw QueryError("a statement holds a NUL character") }
        guard writer.values.count <= dialect.maximumValues else {
            throw QueryError(
                "a statement binds \(writer.values.count) values; \(dialect.name) takes \(dialect.maximumValues)")
        }
        return (writer.text, writer.values)
    }

    /// Whether it is sure to write, by its first word. (`WITH` may do either.)
    var isSureToWrite: Bool {
        guard case .text(let text)? = parts.first else { return false }
        return switch StatementOperation(text) {
        case .insert, .update, .delete, .replace: true
        default: false
        }
    }
}

extension SQLWriter {
    /// Writes `(?, ?, ?)`.
    fileprivate mutating func writeRawList(_ values: [Value]) throws {
        guard !values.isEmpty else {
            // Nothing is in a list of NULL, but nothing is outside of it either.
            guard !text.endsWithNotIn else {
                throw QueryError("NOT IN has an empty list, which SQL does not know: leave the condition out")
            }
            return write("(NULL)")
        }
        write("(")
        write(values, separator: ", ") { $0.bind($1) }
        write(")")
    }
}

extension String {
    /// Whether the last two words are `NOT IN`.
    fileprivate var endsWithNotIn: Bool {
        let words = unicodeScalars.suffix(64).split { $0.properties.isWhitespace }.suffix(2)
        return words.map { String($0).uppercased() } == ["NOT", "IN"]
    }
}
