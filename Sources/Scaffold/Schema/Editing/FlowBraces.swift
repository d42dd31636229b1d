/// Finds the end of a mapping in braces, past quotes, comments and nested brackets.
enum FlowBraces {
    struct End: Equatable {
        /// The closing brace.
        var brace: Int
        /// The last scalar before it that is neither blank nor comment: a value, a comma or the opening brace.
        var lastContent: Int
    }

    /// The end of the mapping whose opening brace stands at `start`, or nil when it is not closed.
    static func end(in scalars: [Unicode.Scalar], from start: Int) -> End? {
        var depth = 0
        var last = start
        var place = start
        while place < scalars.count {
            let scalar = scalars[place]
            switch scalar {
            case "{", "[": depth += 1
            case "}", "]":
                depth -= 1
                if depth == 0 { return End(brace: place, lastContent: last) }
            case "\"", "'":
                // Within a plain scalar (`it's`) a quote is a letter.
                if isTokenStart(scalars, place) { place = closing(scalars, place) }
            case "#" where place > 0 && isBlank(scalars[place - 1]):
                while place < scalars.count, !TextPlaces.isBreak(scalars[place]) { place += 1 }
                continue
            default: break
            }
            if place < scalars.count, !isBlank(scalars[place]) { last = place }
            place += 1
        }
        return nil
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || TextPlaces.isBreak(scalar)
    }

    private static func isTokenStart(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        place == 0 || isBlank(scalars[place - 1]) || "{[,:".unicodeScalars.contains(scalars[place - 1])
    }

    /// Where a quoted scalar that begins at `start` ends.
    private static func closing(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
        let quote = scalars[start]
        var place = start + 1
        while place < scalars.count {
            if scalars[place] == "\\", quote == "\"" {
                place += 2
                continue
            }
            if scalars[place] == quote {
                // Two single quotes are one quote of the text.
                guard quote == "'", place + 1 < scalars.count, scalars[place + 1] == "'" else { return place }
                place += 2
                continue
            }
            place += 1
        }
        return scalars.count - 1
    }
}
