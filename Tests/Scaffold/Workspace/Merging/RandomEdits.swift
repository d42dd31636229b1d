@testable import scaffold

/// Edits of a Swift text as people and generators make them. Every one brings words that nothing else has.
struct RandomEdits {
    /// Where an edit changes the base.
    struct Edit {
        /// The bytes that are replaced; empty for an insertion.
        var range: Range<Int>
        var text: String
        /// The bytes that nobody else may touch for the edits to be of different declarations.
        var scope: Range<Int>
    }

    /// An item of a group, with the bytes from its first to its last word.
    private struct Place {
        var range: Range<Int>
        /// The line end and the indentation before it; nil in the middle of a line.
        var lineStart: String?
        var isElement: Bool
        var isTopLevel: Bool
        var kind: String
        /// Whether a comma follows.
        var hasComma: Bool
    }

    private let bytes: [UInt8]
    private let places: [Place]
    private let owner: String
    private var number = 0

    /// - Parameter owner: `mine` or `generated`: what every new word begins with.
    init?(_ text: String, owner: String) {
        bytes = [newline] + Array(text.utf8)
        self.owner = owner
        var numbers = TreeNumbers()
        guard let tree = SwiftTree(bytes, numbers: &numbers) else { return nil }
        places = RandomEdits.places(tree.root, of: tree, isTopLevel: true)
    }

    private static func places(_ group: SwiftTree.Group, of tree: SwiftTree, isTopLevel: Bool) -> [Place] {
        group.items.flatMap { item -> [Place] in
            let space = tree.space(before: item.first)
            let start = space.lastIndex(of: newline).map { String(decoding: space[$0...], as: UTF8.self) }
            let range = tree.tokens[item.first].range.lowerBound..<tree.tokens[item.end - 1].range.upperBound
            let words = item.parts.filter { $0.group == nil && tree.tokens[$0.tokens.lowerBound].kind == .identifier }
            let kind = words.first { !ItemKeys.modifiers.contains(word($0, tree)) }.map { word($0, tree) } ?? ""
            let own = Place(
                range: range, lineStart: start, isElement: group.kind == .list, isTopLevel: isTopLevel, kind: kind,
                hasComma: item.hasComma)
            return [own] + item.parts.compactMap(\.group).flatMap { places($0, of: tree, isTopLevel: false) }
        }
    }

    private static func word(_ part: SwiftTree.Part, _ tree: SwiftTree) -> String {
        String(decoding: tree.text(of: part.tokens), as: UTF8.self)
    }

    private mutating func name() -> String {
        number += 1
        return "\(owner)\(number)"
    }

    /// Up to `count` edits that touch neither each other nor what is taken.
    mutating func make(_ count: Int, avoiding taken: [Edit], using random: inout SeededRandom) -> [Edit] {
        var edits: [Edit] = []
        for _ in 0..<(count * 20) where edits.count < count {
            guard let place = places.randomElement(using: &random), let edit = edit(at: place, using: &random) else {
                continue
            }
            let isFree = (edits + taken).allSatisfy { !RandomEdits.clash($0, edit) }
            // Two insertions in one place by one hand have no order.
            if isFree, !edits.contains(where: { $0.range.overlaps(edit.range) || $0.range == edit.range }) {
                edits.append(edit)
            }
        }
        return edits
    }

    /// Two insertions go together anywhere, anything else only apart.
    private static func clash(_ a: Edit, _ b: Edit) -> Bool {
        if a.range.isEmpty, b.range.isEmpty { return false }
        let (a, b) = (a.scope, b.scope)
        return a.lowerBound <= b.upperBound && b.lowerBound <= a.upperBound
    }

    private mutating func edit(at place: Place, using random: inout SeededRandom) -> Edit? {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<5: insertion(after: place, using: &random)
        case 5..<7: removal(of: place)
        default: change(of: place, using: &random)
        }
    }

    private mutating func insertion(after place: Place, using random: inout SeededRandom) -> Edit? {
        let end = place.range.upperBound
        let word = name()
        let text: String
        if place.isElement {
            let item = String(decoding: bytes[place.range], as: UTF8.self)
            let tokens = SwiftTokens(Array(item.utf8)).tokens
            let isLabelled = tokens.count > 2 && item.utf8.dropFirst(tokens[0].range.count).first == UInt8(ascii: ":")
            let isWord = tokens.count == 1 && tokens[0].kind == .string
            let start = place.lineStart ?? " "
            if isLabelled {
                let label = tokens[0].kind == .string ? "\"\(word)\"" : word
                text = ",\(start)\(label):\(item.dropFirst(tokens[0].range.count + 1))"
            } else if isWord {
                text = ",\(start)\"\(word)\""
            } else if item.hasPrefix("\\.") || item.hasSuffix("()") {
                text = ",\(start)\(item.hasPrefix("\\.") ? "\\.\(word)" : "\(word)()")"
            } else {
                return nil
            }
        } else {
            guard let start = place.lineStart else { return nil }
            switch place.kind {
            case "import": text = "\(start)import \(word)"
            case "case" where !String(decoding: bytes[place.range], as: UTF8.self).contains(":"):
                text = "\(start)case \(word)"
            case "var", "let": text = "\(start)var \(word): Int = \(number)"
            case "func", "init", "struct", "extension", "enum", "class":
                text = "\n\(start)/// \(word).\(start)func \(word)() {\(start)    print(\(number))\(start)}"
            case "": return nil
            case "case": return nil
            case "typealias", "deinit", "subscript": return nil
            default: text = "\(start)call(\"\(word)\", \(word))"
            }
        }
        return Edit(range: end..<end, text: text, scope: place.range)
    }

    private func removal(of place: Place) -> Edit? {
        guard let start = place.lineStart, !place.isElement, !place.kind.isEmpty, place.kind != "case" else {
            return nil
        }
        let range = (place.range.lowerBound - start.utf8.count)..<place.range.upperBound
        return Edit(range: range, text: "", scope: place.range)
    }

    /// Another word for one of it.
    private mutating func change(of place: Place, using random: inout SeededRandom) -> Edit? {
        let words = SwiftTokens(Array(bytes[place.range])).tokens.filter { token in
            let text = bytes[(place.range.lowerBound + token.range.lowerBound)...].prefix(token.range.count)
            if token.kind == .number { return true }
            let isReserved = RandomEdits.reserved.contains(String(decoding: text, as: UTF8.self))
            return token.kind == .identifier && !isReserved && text.first.map { $0 > 90 } ?? false
        }
        guard let word = words.randomElement(using: &random) else { return nil }
        let start = place.range.lowerBound + word.range.lowerBound
        return Edit(range: start..<(start + word.range.count), text: name(), scope: place.range)
    }

    private static let reserved: Set<String> = [
        "import", "struct", "enum", "extension", "func", "init", "var", "let", "static", "case", "try", "await",
        "async", "throws", "return", "if", "else", "in", "inout", "mutating", "switch", "self", "any", "some", "as",
        "is", "where", "guard", "for", "do", "catch", "true", "false", "nil", "throw", "public", "private", "class",
        "typealias", "default", "final", "_",
    ]

    /// The text with the edits in it.
    func applied(_ edits: [Edit]) -> String {
        var text = bytes
        for edit in edits.sorted(by: {
            ($0.range.lowerBound, $0.range.upperBound) > ($1.range.lowerBound, $1.range.upperBound)
        }) {
            text.replaceSubrange(edit.range, with: Array(edit.text.utf8))
        }
        return String(decoding: text.dropFirst(), as: UTF8.self)
    }
}

/// A file as somebody with another taste has it.
enum OtherLayout {
    static func random(_ text: String, using random: inout SeededRandom) -> String {
        var text = text
        switch Int.random(in: 0..<6, using: &random) {
        case 0: text = indented(text, by: "  ")
        case 1: text = indented(text, by: "\t")
        case 2: text = broken(text)
        default: break
        }
        if Int.random(in: 0..<5, using: &random) == 0, text.hasSuffix("\n") { text.removeLast() }
        if Int.random(in: 0..<5, using: &random) == 0 { text = text.replacing("\n", with: "\r\n") }
        return text
    }

    private static func indented(_ text: String, by step: String) -> String {
        text.linesOfAnySystem.map { line in
            let spaces = line.prefix { $0 == " " }.count
            return String(repeating: step, count: spaces / 4) + line.dropFirst(spaces / 4 * 4)
        }.joined(separator: "\n")
    }

    /// Parameters on lines of their own.
    private static func broken(_ text: String) -> String {
        text.linesOfAnySystem.map { line in
            guard line.contains("func ") || line.contains("init("), let open = line.firstIndex(of: "("),
                let close = line.lastIndex(of: ")"), line[open...].contains(", "),
                !line[line.index(after: open)..<close].contains(where: { "(){}".contains($0) })
            else { return String(line) }
            let lead = String(line.prefix { $0 == " " } as Substring)
            let inner = line[line.index(after: open)..<close].replacing(", ", with: ",\n\(lead)    ")
            return line[...open] + "\n\(lead)    \(inner)\n\(lead)" + line[close...]
        }.joined(separator: "\n")
    }
}
