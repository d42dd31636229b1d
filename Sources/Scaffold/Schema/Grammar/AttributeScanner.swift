/// Reads one short form from left to right.
struct AttributeScanner {
    private let scalars: [Unicode.Scalar]
    private var place = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    private typealias Failure = GrammarError

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    /// Takes everything up to one of `ends`.
    private mutating func word(until ends: String) -> Located {
        let start = place
        while let scalar = next, !ends.unicodeScalars.contains(scalar) { place += 1 }
        return Located(text: String(String.UnicodeScalarView(scalars[start..<place])), offset: start)
    }

    private mutating func skipBlanks() { while take(" ") {} }

    mutating func shortForm() throws(GrammarError) -> ShortForm {
        if let wrong = scalars.firstIndex(where: { Shown.isHidden($0) }) {
            throw Failure(
                message: "it holds \(Shown.name(of: scalars[wrong]))", suggestion: "write it on one line", offset: wrong)
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
        } else {
            attribute.type = try type(head)
        }
        try nullability(&attribute)
        try modifiers(&attribute)
        return .attribute(attribute)
    }

    private static let typeList = TypeName.allCases.map(\.rawValue).joined(separator: ", ")
}

// MARK: Types

extension AttributeScanner {
    private mutating func type(_ head: Located) throws(GrammarError) -> AttributeType {
        guard let name = TypeName(anyCase: head.text) else {
            throw Failure(
                message: "unknown type '\(Shown.text(head.text))'",
                suggestion: TypeName.suggestion(for: head.text).map { "the nearest is '\($0)'" }
                    ?? "write one of \(Self.typeList)", offset: head.offset)
        }
        switch name {
        case .enum: return try enumeration(head)
        case .array: return try array(head)
        default: return try TypeArguments.apply(arguments(), to: name, at: head.offset)
        }
    }

    /// `(` … `)`, or nothing.
    private mutating func arguments() throws(GrammarError) -> [Located] {
        guard next == "(" else { return [] }
        return try values(closing: ")", of: "(")
    }

    /// The values of a list in brackets, without the blanks around them.
    private mutating func values(closing end: Unicode.Scalar, of begin: String) throws(GrammarError) -> [Located] {
        let opening = place
        place += 1
        var values: [Located] = []
        while true {
            skipBlanks()
            var value = word(until: ",(){}")
            while value.text.unicodeScalars.last == " " { value.text.unicodeScalars.removeLast() }
            guard !value.text.isEmpty else {
                throw Failure(
                    message: next == nil
                        ? "'\(begin)' is not closed" : "a value is missing before '\(next.map(String.init) ?? "")'",
                    offset: next == nil ? opening : place)
            }
            values.append(value)
            if take(end) { return values }
            guard take(",") else {
                throw Failure(
                    message: next == nil ? "'\(begin)' is not closed" : "'\(next.map(String.init) ?? "")' does not belong here",
                    suggestion: next == nil ? "put quotes around the text when it has blanks or braces in it" : nil,
                    offset: next == nil ? opening : place)
            }
        }
    }

    /// `enum(a, b)` or `enum:{a,b}`.
    private mutating func enumeration(_ head: Located) throws(GrammarError) -> AttributeType {
        let values: [Located]
        if next == "(" {
            values = try self.values(closing: ")", of: "(")
        } else if next == ":", place + 1 < scalars.count, scalars[place + 1] == "{" {
            place += 1
            values = try self.values(closing: "}", of: "{")
        } else {
            throw Failure(
                message: "an enum has to list its values", suggestion: "enum(draft, published)", offset: head.offset)
        }
        return .enum(typeName: "", cases: try EnumValues.cases(values))
    }

    /// `array(text)` or `array:text`.
    private mutating func array(_ head: Located) throws(GrammarError) -> AttributeType {
        let isBracketed = take("(")
        guard isBracketed || take(":") else {
            throw Failure(
                message: "an array has to name the type of its elements", suggestion: "array(text)", offset: head.offset)
        }
        skipBlanks()
        let element = word(until: "(){}!?:,= ")
        guard let name = TypeName(anyCase: element.text) else {
            throw Failure(
                message: element.text.isEmpty
                    ? "an array has to name the type of its elements"
                    : "unknown type '\(Shown.text(element.text))'",
                suggestion: TypeName.suggestion(for: element.text).map { "the nearest is '\($0)'" } ?? "array(text)",
                offset: element.offset)
        }
        guard ![.array, .enum, .password, .virtual, .json, .blob].contains(name) else {
            throw Failure(
                message: "an array cannot hold elements of type '\(name.rawValue)'", suggestion: "use json",
                offset: element.offset)
        }
        let type = try TypeArguments.apply(arguments(), to: name, at: element.offset)
        skipBlanks(isBracketed)
        guard !isBracketed || take(")") else {
            throw Failure(message: "'(' is not closed", offset: place)
        }
        return .array(type)
    }

    private mutating func skipBlanks(_ condition: Bool) { if condition { skipBlanks() } }
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
    private mutating func stray(_ suggestion: String) -> GrammarError {
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
        case "null", "nullable", "optional", "allownull", "allownull=true": return "write '?' behind the type, or nothing"
        case "primarykey", "pk": return "did you mean 'primary'?"
        case "default", "defaultvalue": return "write '=value'"
        case "references", "reference": return "a reference stands instead of the type: userId:references:User"
        default:
            return nearest(modifier, among: modifiers).map { "did you mean '\($0)'?" }
                ?? "modifiers are \(modifiers.joined(separator: ", ")) and =value"
        }
    }
}

// MARK: References and associations

extension AttributeScanner {
    private mutating func reference() throws(GrammarError) -> ShortReference {
        guard take(":") else {
            throw Failure(message: "the model is missing", suggestion: "references:User", offset: place)
        }
        let model = try self.model(until: ".!?: ,(){}=")
        guard take(".") else { return ShortReference(model: model) }
        let attribute = word(until: "!?: ,(){}=")
        if let problem = NameRules.attribute(attribute.text) {
            throw Failure(message: problem.message, suggestion: problem.suggestion, offset: attribute.offset)
        }
        return ShortReference(model: model, attribute: attribute)
    }

    private mutating func model(until ends: String) throws(GrammarError) -> Located {
        let model = word(until: ends)
        guard !model.text.isEmpty else {
            throw Failure(message: "the model is missing", suggestion: "write its name: User", offset: model.offset)
        }
        if let problem = NameRules.model(model.text) {
            throw Failure(message: problem.message, suggestion: problem.suggestion, offset: model.offset)
        }
        return model
    }

    private mutating func association(_ kind: Association.Kind) throws(GrammarError) -> ShortAssociation {
        guard take(":") else {
            throw Failure(message: "the model is missing", suggestion: "\(kind.rawValue):User", offset: place)
        }
        var association = ShortAssociation(kind: kind, target: try model(until: ": ,(){}=!?"), options: [])
        while next != nil {
            guard next == ":" || next == " " else {
                throw stray("options follow a colon: \(kind.rawValue):\(association.target.text):foreignKey=userId")
            }
            _ = take(":")
            skipBlanks()
            if next == nil, scalars.last == " " { break }
            association.options.append(try option(kind, association.options))
        }
        return association
    }

    private mutating func option(
        _ kind: Association.Kind, _ known: [ShortAssociation.Option]
    ) throws(GrammarError) -> ShortAssociation.Option {
        let key = word(until: "=: ")
        let keys = AssociationKey.shortOptions(of: kind)
        guard keys.contains(key.text) else {
            throw Failure(
                message: key.text.isEmpty
                    ? "an option is missing behind ':'" : "unknown option '\(Shown.text(key.text))' of \(kind.rawValue)",
                suggestion: nearest(key.text, among: keys).map { "did you mean '\($0)'?" }
                    ?? "options are \(keys.joined(separator: ", "))", offset: key.offset)
        }
        guard !known.contains(where: { $0.key.text == key.text }) else {
            throw Failure(message: "the option '\(key.text)' stands twice", offset: key.offset)
        }
        guard take("=") else {
            throw Failure(message: "'=' and a value are missing behind '\(key.text)'", offset: place)
        }
        let value = word(until: ": ")
        let isName = !value.text.isEmpty && value.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard isName else {
            throw Failure(
                message: value.text.isEmpty
                    ? "a value is missing behind '\(key.text)='"
                    : "the value '\(Shown.text(value.text))' of '\(key.text)' is not a word", offset: value.offset)
        }
        return .init(key: key, value: value)
    }
}
