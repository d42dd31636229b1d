// References and associations.
extension AttributeScanner {
    mutating func reference() throws(GrammarError) -> ShortReference {
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

    mutating func association(_ kind: Association.Kind) throws(GrammarError) -> ShortAssociation {
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
                    ? "an option is missing behind ':'"
                    : "unknown option '\(Shown.text(key.text))' of \(kind.rawValue)",
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
        let isName =
            !value.text.isEmpty && value.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard isName else {
            throw Failure(
                message: value.text.isEmpty
                    ? "a value is missing behind '\(key.text)='"
                    : "the value '\(Shown.text(value.text))' of '\(key.text)' is not a word", offset: value.offset)
        }
        return .init(key: key, value: value)
    }
}
