/// The short form of an attribute: one grammar for `--attributes` and for schema.yml.
///
/// ```
/// list        = attribute { separator attribute }            separator: commas, blanks or both
/// attribute   = name ":" ( scalar | association | reference )
/// scalar      = type [ "(" argument { "," argument } ")" ] [ "!" | "?" ] { ( ":" | blank ) modifier }
///             | "enum:{" value { "," value } "}" | "array:" type             then as above
/// modifier    = "unique" | "index" | "primary" | "trim" | "lowercase" | "=" value
/// reference   = "references:" Model [ "." attribute ] [ "!" | "?" ] { ( ":" | blank ) modifier }
/// association = ( "belongsTo" | "hasOne" | "hasMany" | "belongsToMany" ) ":" Model { ":" option "=" value }
/// ```
///
/// Types are read in any case. `!` is `allowNull: false`. In a list, blanks separate attributes, so modifiers follow
/// a colon there. The scanner goes forward only: its time grows with the length of the text.
enum AttributeGrammar {
    /// Characters of one short form; a list may have 32 times as many.
    static let maximumLength = 8192

    /// Reads the short form of one attribute, without its name.
    static func parse(_ text: String) throws(GrammarError) -> ShortForm {
        guard text.utf8.count <= maximumLength else {
            throw GrammarError(
                message:
                    "the short form of an attribute may have \(maximumLength) bytes, this one has \(text.utf8.count)",
                offset: 0)
        }
        var scanner = AttributeScanner(text)
        return try scanner.shortForm()
    }

    /// Reads a list, such as the value of `--attributes`.
    ///
    /// - Parameters:
    ///   - text: The list.
    ///   - file: What stands for the file in positions.
    /// - Throws: Every mistake, each with its column.
    static func parseList(_ text: String, file: String = "--attributes") throws(Diagnostics) -> [NamedShortForm] {
        var problems: [Diagnostic] = []
        func place(_ offset: Int) -> SourcePosition { SourcePosition(file: file, line: 1, column: offset + 1) }
        guard text.utf8.count <= maximumLength * 32 else {
            throw Diagnostics(all: [
                Diagnostic(
                    message:
                        "a list of attributes may have \(maximumLength * 32) bytes, this one has \(text.utf8.count)",
                    position: place(0), suggestion: "write them into schema.yml")
            ])
        }
        var list = AttributeListScanner(text)
        var found: [NamedShortForm] = []
        for item in list.items() {
            do {
                let (name, form, source) = try item.get().read()
                if let first = found.first(where: { $0.name.lowercased() == name.text.lowercased() }) {
                    throw GrammarError(
                        message: "attribute '\(name.text)' cannot be parsed: the name stands twice"
                            + (first.name == name.text ? "" : " (as '\(first.name)'; case makes no difference)"),
                        offset: name.offset)
                }
                found.append(NamedShortForm(name: name.text, form: form, text: source, position: place(name.offset)))
            } catch let error as GrammarError {
                problems.append(
                    Diagnostic(message: error.message, position: place(error.offset), suggestion: error.suggestion))
            } catch {
                problems.append(Diagnostic(message: "\(error)", position: place(0)))
            }
        }
        guard problems.isEmpty else { throw Diagnostics(all: problems) }
        return found
    }
}
