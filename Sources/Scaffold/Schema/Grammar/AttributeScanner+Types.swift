// Types and their arguments.
extension AttributeScanner {
    mutating func type(_ head: Located) throws(GrammarError) -> AttributeType {
        guard let name = TypeName(anyCase: head.text) else {
            throw Failure(
                message: "unknown type '\(Shown.text(head.text))'",
                suggestion: TypeName.suggestion(for: head.text).map { "the nearest is '\($0)'" }
                    ?? "write one of \(Self.typeList)", offset: head.offset)
        }
        switch name {
        case .enum: return try enumeration(head)
        case .array: return try array(head)
        case .virtual:
            throw Failure(
                message: "a virtual attribute is worked out and kept nowhere", suggestion: "virtual(string)",
                offset: head.offset)
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
                    message: next == nil
                        ? "'\(begin)' is not closed" : "'\(next.map(String.init) ?? "")' does not belong here",
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
                message: "an array has to name the type of its elements", suggestion: "array(text)", offset: head.offset
            )
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

    /// `virtual` or `virtual(integer)`: what its property returns, a text unless said.
    mutating func virtual() throws(GrammarError) -> AttributeType {
        guard take("(") else { return .string(TypeArguments.defaultLength) }
        skipBlanks()
        let head = word(until: "(){}!?:,= ")
        if let name = TypeName(anyCase: head.text), [.enum, .password].contains(name) {
            throw Failure(
                message: "a virtual attribute cannot have the type '\(name.rawValue)'", suggestion: "use string",
                offset: head.offset)
        }
        let type = try type(head)
        skipBlanks()
        guard take(")") else { throw Failure(message: "'(' is not closed", offset: place) }
        return type
    }

    private mutating func skipBlanks(_ condition: Bool) { if condition { skipBlanks() } }
}
