/// One statement of Swift on one line, and the places where it may be broken.
struct SwiftLine {
    let text: String
    private let characters: [Character]
    /// How deep in brackets each character stands; nil inside a string literal.
    private let depths: [Int?]

    init(_ text: String) {
        self.text = text
        characters = Array(text)
        depths = Self.depths(of: characters)
    }

    /// The line behind so many spaces.
    func at(_ margin: Int) -> String { String(repeating: " ", count: margin) + text }

    /// `head {`, `body` of a line that ends in a block: `func f() -> Int { 1 }`.
    var trailingBlock: (head: String, body: String)? {
        guard characters.last == "}", depths.last == 1,
            let open = characters.indices.last(where: { characters[$0] == "{" && depths[$0] == 1 }),
            open > 0, characters.count - open > 4
        else { return nil }
        let body = String(characters[(open + 2)..<(characters.count - 2)])
        if let parameters = body.firstRange(of: " in "),
            !body[..<parameters.lowerBound].contains(where: "({\"".contains)
        {
            let names = body[..<parameters.lowerBound]
            return (String(characters[...open]) + " \(names) in", String(body[parameters.upperBound...]))
        }
        return (String(characters[...open]), body)
    }

    /// The arguments, parameters or elements that a line may be broken at.
    struct List {
        /// To the opening bracket, this included.
        var head: String
        var elements: [String]
        /// From the closing bracket on.
        var tail: String
        var isLiteral: Bool
        var closesOnItsOwnLine: Bool
    }

    /// The parameters of a declaration; of any other line the last list that stands outside of all others.
    var list: List? {
        let opens = characters.indices.filter { "([".contains(characters[$0]) && depths[$0] == 1 }
        let declares = characters.last == "{"
        guard let open = declares ? opens.first : opens.last(where: { holdsSomething($0) }),
            let close = characters.indices.first(where: {
                $0 > open && ")]".contains(characters[$0]) && depths[$0] == 1
            }),
            close > open + 1
        else { return nil }
        let isLiteral = characters[open] == "[" && (open == 0 || characters[open - 1] == " ")
        return List(
            head: String(characters[...open]), elements: elements(between: open, and: close),
            tail: String(characters[close...]), isLiteral: isLiteral, closesOnItsOwnLine: declares || isLiteral)
    }

    /// The operands of `&&` and `||`, each but the first with its operator.
    var operands: [String] {
        var operands: [String] = []
        var start = 0
        for place in characters.indices.dropLast(3) where depths[place] == 0 && place > start {
            guard characters[place] == " ", ["&&", "||"].contains(String(characters[(place + 1)...(place + 2)])) else {
                continue
            }
            operands.append(String(characters[start..<place]))
            start = place + 1
        }
        return operands + [String(characters[start...])]
    }

    private func holdsSomething(_ open: Int) -> Bool {
        open + 1 < characters.count && !")]".contains(characters[open + 1])
    }

    private func elements(between open: Int, and close: Int) -> [String] {
        var elements: [String] = []
        var start = open + 1
        for place in (open + 1)..<close where characters[place] == "," && depths[place] == 1 {
            elements.append(String(characters[start..<place]))
            start = place + 2
        }
        return elements + [String(characters[start..<close])]
    }

    private static func depths(of characters: [Character]) -> [Int?] {
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        return characters.map { character in
            if isQuoted {
                if !isEscaped, character == "\"" { isQuoted = false }
                isEscaped = !isEscaped && character == "\\"
                return nil
            }
            switch character {
            case "\"":
                isQuoted = true
                return nil
            case "(", "[", "{":
                depth += 1
                return depth
            case ")", "]", "}":
                depth -= 1
                return depth + 1
            default:
                return depth
            }
        }
    }
}
