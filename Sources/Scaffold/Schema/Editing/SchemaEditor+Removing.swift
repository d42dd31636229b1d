extension SchemaEditor {
    /// Takes a model out of the text that it stands in; every other byte stays as it was.
    ///
    /// - Returns: the file and its new text.
    /// - Throws: ``Diagnostic`` for a model that stands on a line with something else.
    static func text(_ source: SchemaReader.Source, without model: Model) throws -> String {
        let place = model.position
        var lines = source.text.linesOfAnySystem
        let first = place.line - 1
        let indent = place.column - 1
        guard lines.indices.contains(first), isBlank(lines[first].prefix(indent)) else {
            throw Diagnostic(
                message: "the model '\(model.name)' shares its line with something else", position: place,
                suggestion: "take it out by hand and run the command again")
        }
        let rest = lines[(first + 1)...]
        var end = rest.firstIndex { !isBlank($0) && $0.prefix { $0 == " " }.count <= indent } ?? lines.endIndex
        // Blank lines belong to what follows.
        while end > first + 1, isBlank(lines[end - 1]) { end -= 1 }
        lines.removeSubrange(first..<end)
        return lines.joined(separator: "\n")
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
}
