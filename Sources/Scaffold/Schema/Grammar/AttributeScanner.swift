/// Reads one short form from left to right.
struct AttributeScanner {
    let scalars: [Unicode.Scalar]
    var place = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    typealias Failure = GrammarError

    var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    /// Takes everything up to one of `ends`.
    mutating func word(until ends: String) -> Located {
        let start = place
        while let scalar = next, !ends.unicodeScalars.contains(scalar) { place += 1 }
        return Located(text: String(String.UnicodeScalarView(scalars[start..<place])), offset: start)
    }

    mutating func skipBlanks() { while take(" ") {} }

    mutating func shortForm() throws(GrammarError) -> ShortForm {
        if let wrong = scalars.firstIndex(where: { Shown.isHidden($0) }) {
            throw Failure(
                message: "it holds \(Shown.name(of: scalars[wrong]))", suggestion: "write it on one line", offset: wrong
            )
        }
        skipBlanks()
        let head = word(until: "(){}!?:,= ")
        guard !head.text.isEmpty else {
            throw Failure(
                message: "the type is missing", suggestion: "write one of \(Self.typeList)", offset: head.offset)
        }
        let lowered = head.text.lowercased()
        if let kind = Association.Kind.allCases.first(where: { $0.rawValue.lowercased() == lowered }) {
            return .association(try association(kind))
        }
        var attribute = ShortAttribute()
        if lowered == "references" {
            attribute.reference = try reference()
        } else if lowered == TypeName.virtual.rawValue {
            attribute.isVirtual = true
            attribute.type = try virtual()
        } else {
            attribute.type = try type(head)
        }
        try nullability(&attribute)
        try modifiers(&attribute)
        return .attribute(attribute)
    }

    static let typeList = TypeName.allCases.map(\.rawValue).joined(separator: ", ")
}

// MARK: What follows the type

extension AttributeScanner {
    private mutating func nullability(_ attribute: inout ShortAttribute) throws(GrammarError) {
        if take("!") {
            attribute.allowNull = false
        } else if take("?") {
            attribute.allowNull = true
        }
        guard next != "!", next != "?" else {
            throw Failure(
                message: "'!' (not null) and '?' (null is allowed) exclude each other and stand once", offset: place)
        }
    }

    private mutating func modifiers(_ attribute: inout ShortAttribute) throws(GrammarError) {
        var seen: Set<String> = []
        while next != nil {
            guard next == ":" || next == " " else {
                throw stray("modifiers follow a colon or, in schema.yml, a blank")
            }
            _ = take(":")
            skipBlanks()
            guard next != nil else {
                if scalars.last == " " { return }
                throw Failure(message: "a modifier is missing behind ':'", offset: place)
            }
            let modifier = word(until: ": ")
            guard seen.insert(modifier.text.first == "=" ? "=" : modifier.text).inserted else {
                throw Failure(message: "'\(Shown.text(modifier.text))' stands twice", offset: modifier.offset)
            }
            try apply(modifier, &attribute)
        }
    }

    /// What stands where a colon or a blank has to.
    mutating func stray(_ suggestion: String) -> GrammarError {
        let word = word(until: ": ")
        return Failure(
            message: "'\(Shown.text(word.text))' does not belong here", suggestion: suggestion, offset: word.offset)
    }

    private func apply(_ modifier: Located, _ attribute: inout ShortAttribute) throws(GrammarError) {
        switch modifier.text {
        case "unique": attribute.isUnique = true
        case "index": attribute.isIndexed = true
        case "primary": attribute.isPrimaryKey = true
        case "trim": attribute.trim = true
        case "lowercase": attribute.lowercase = true
        case _ where modifier.text.first == "=": attribute.defaultValue = try defaultValue(modifier)
        default:
            throw Failure(
                message: "unknown modifier '\(Shown.text(modifier.text))'", suggestion: Self.hint(modifier.text),
                offset: modifier.offset)
        }
    }

    private func defaultValue(_ modifier: Located) throws(GrammarError) -> Located {
        let value = Located(text: String(modifier.text.dropFirst()), offset: modifier.offset + 1)
        guard !value.text.isEmpty else {
            throw Failure(message: "a default value is missing behind '='", offset: value.offset)
        }
        let forbidden = value.text.unicodeScalars.firstIndex { "'\"`\\(){},;".unicodeScalars.contains($0) }
        if let forbidden {
            throw Failure(
                message: "a default value in the short form cannot hold '\(value.text.unicodeScalars[forbidden])'",
                suggestion: "write it in schema.yml: {type: …, defaultValue: …}",
                offset: value.offset
                    + value.text.unicodeScalars.distance(from: value.text.unicodeScalars.startIndex, to: forbidden))
        }
        return value
    }

    private static func hint(_ modifier: String) -> String {
        let modifiers = ["unique", "index", "primary", "trim", "lowercase"]
        switch modifier.lowercased().filter({ $0 != "_" && $0 != "-" }) {
        case "notnull", "required", "allownull=false": return "write '!' behind the type"
        case "null", "nullable", "optional", "allownull", "allownull=true":
            return "write '?' behind the type, or nothing"
        case "primarykey", "pk": return "did you mean 'primary'?"
        case "default", "defaultvalue": return "write '=value'"
        case "references", "reference": return "a reference stands instead of the type: userId:references:User"
        default:
            return nearest(modifier, among: modifiers).map { "did you mean '\($0)'?" }
                ?? "modifiers are \(modifiers.joined(separator: ", ")) and =value"
        }
    }
}
