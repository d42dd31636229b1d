/// What a name in the schema may consist of, whatever it names: it ends up in Swift, SQL, JSON and file names alike.
enum Identifier {
    /// PostgreSQL cuts longer names off; SQLite has no limit and MySQL's is 64.
    static let maximumLength = 63

    /// What a name is the name of, as it reads in a message.
    enum Kind: String, CaseIterable, Sendable {
        case model, attribute, association, scope, table, column, index, migration
    }

    /// What is wrong with `name`, if anything: empty, too long, a first character that is no letter, or anything
    /// but ASCII letters, digits and underscores.
    ///
    ///     Identifier.problem("first-name", kind: .attribute)?.description
    ///     // error: attribute name 'first-name' contains '-' (did you mean 'firstName'?)
    ///
    /// - Returns: a diagnostic without a position, or nil.
    static func problem(_ name: String, kind: Kind) -> Diagnostic? {
        let rule = "letters of ASCII, digits and underscores, a letter before any digit"
        guard !name.isEmpty else { return Diagnostic(message: "the \(kind) name is empty", suggestion: rule) }
        guard name.count <= maximumLength else {
            return Diagnostic(
                message: "\(kind) name '\(name.prefix(24))…' has \(name.count) characters",
                suggestion: "at most \(maximumLength), PostgreSQL's limit")
        }
        let suggestion = repaired(name, kind: kind).map { "did you mean '\($0)'?" } ?? rule
        if let wrong = name.first(where: { !isAllowed($0) }) {
            return Diagnostic(
                message: "\(kind) name '\(visible(name))' contains \(describe(wrong))", suggestion: suggestion)
        }
        // Underscores go where a type is made of the name, so what follows them counts.
        guard let first = name.first(where: { $0 != "_" }) else {
            return Diagnostic(message: "\(kind) name '\(name)' has no letter", suggestion: rule)
        }
        guard first.isLetter else {
            return Diagnostic(message: "\(kind) name '\(name)' begins with a digit", suggestion: suggestion)
        }
        return nil
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }

    /// The allowed words of the name in the style of its kind, if they make a name.
    private static func repaired(_ name: String, kind: Kind) -> String? {
        let kept = name.map { isAllowed($0) ? String($0) : ($0.isLetter ? "" : " ") }.joined()
            .drop { !$0.isLetter }
        let styled =
            switch kind {
            case .model: NameStyle.upperCamel(kept)
            case .table: NameStyle.snake(kept)
            default: NameStyle.lowerCamel(kept)
            }
        return styled.isEmpty || styled == name ? nil : styled
    }

    private static func describe(_ character: Character) -> String {
        switch character {
        case " ": "a blank"
        case "'": "a quote"
        case _ where character.unicodeScalars.contains(where: isControl): "a control character"
        default: "'\(character)'"
        }
    }

    /// Nothing of a name may move the cursor of the terminal that shows it.
    private static func visible(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            && scalar != "\u{200D}"  // joins emoji
    }
}
