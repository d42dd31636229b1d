/// Cuts a list of attributes at its separators: commas and blanks outside of brackets.
struct AttributeListScanner {
    /// One entry and where it begins.
    struct Item {
        var scalars: ArraySlice<Unicode.Scalar>

        /// The name, what is behind its colon, and that as text.
        func read() throws(GrammarError) -> (Located, ShortForm, String) {
            let whole = Shown.text(String(String.UnicodeScalarView(scalars)))
            func failure(_ reason: String, _ suggestion: String?, at offset: Int) -> GrammarError {
                GrammarError(
                    message: "attribute '\(whole)' cannot be parsed: \(reason)", suggestion: suggestion, offset: offset)
            }
            guard let colon = scalars.firstIndex(of: ":") else {
                throw failure(
                    "it has no type", "write a name, a colon and a type: title:string", at: scalars.startIndex)
            }
            let name = String(String.UnicodeScalarView(scalars[..<colon]))
            if let problem = NameRules.attribute(name) {
                throw failure(problem.message, problem.suggestion, at: scalars.startIndex)
            }
            let source = String(String.UnicodeScalarView(scalars[(colon + 1)...]))
            do {
                let form = try AttributeGrammar.parse(source)
                return (Located(text: name, offset: scalars.startIndex), form, source)
            } catch {
                throw failure(error.message, error.suggestion, at: colon + 1 + error.offset)
            }
        }
    }

    private let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func items() -> [Result<Item, GrammarError>] {
        if let wrong = scalars.firstIndex(where: { Shown.isHidden($0) }) {
            return [.failure(refusal(of: wrong))]
        }
        var items: [Result<Item, GrammarError>] = []
        var depth = 0
        var start: Int?
        var comma: Int?
        for (place, scalar) in scalars.enumerated() {
            if depth == 0, scalar == "," || scalar == " " {
                if let begun = start { items.append(.success(Item(scalars: scalars[begun..<place]))) }
                start = nil
                if scalar == "," { comma = place }
                continue
            }
            if "({".unicodeScalars.contains(scalar) { depth += 1 }
            if ")}".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            if start == nil {
                if comma != nil, items.isEmpty { items.append(.failure(straying(comma: place - 1))) }
                start = place
                comma = nil
            }
        }
        if let begun = start { items.append(.success(Item(scalars: scalars[begun...]))) }
        if let comma, start == nil { items.append(.failure(straying(comma: comma))) }
        if items.isEmpty { items.append(.failure(.init(message: "the list of attributes is empty", offset: 0))) }
        return items
    }

    private func straying(comma place: Int) -> GrammarError {
        GrammarError(
            message: "a comma with nothing \(place == scalars.count - 1 ? "behind" : "before") it",
            suggestion: "put quotes around the whole list when it has blanks in it", offset: place)
    }

    private func refusal(of place: Int) -> GrammarError {
        GrammarError(
            message: "the list of attributes holds \(Shown.name(of: scalars[place]))",
            suggestion: "separate attributes by commas or blanks", offset: place)
    }
}
