@testable import ScaffoldTests

/// Edits files at random, the same for the same numbers. Everything that it writes carries a word of its own, so that it
/// can be found again.
struct EditHand {
    var numbers: SeededNumbers
    private(set) var count = 0
    /// Leaves out what does not compile.
    var onlyCompilable = false

    init(numbers: SeededNumbers) { self.numbers = numbers }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
    mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &numbers)] }

    /// A word that stands nowhere else.
    mutating func mark() -> String {
        count += 1
        return "handmade\(count)"
    }

    mutating func kind() -> HandEdit {
        let kinds = HandEdit.allCases.filter { !onlyCompilable || $0.compiles }
        var left = Int.random(in: 0..<kinds.reduce(0) { $0 + $1.weight }, using: &numbers)
        for kind in kinds {
            left -= kind.weight
            if left < 0 { return kind }
        }
        return .insertComment
    }

    /// Edits a text in one way, most often beside one of these places of the generated text.
    ///
    /// - Returns: what was done; nil where the file offers no occasion.
    mutating func edit(_ text: inout EditedText, _ kind: HandEdit, near places: [Int]) -> String? {
        guard !text.lines.isEmpty else { return nil }
        let near = places.isEmpty || chance(35) ? nil : pick(places)
        let done =
            switch kind {
            case .insertComment, .commentLine, .renameWord, .deleteLine, .moveLine, .insertBlank:
                editLine(&text, kind, near: near)
            case .reformat, .lineEnds, .noFinalNewline: layOut(&text, kind)
            default: text.isSwift && !text.isReformatted ? editDeclaration(&text, kind, near: near) : nil
            }
        if done != nil, !kind.compiles { text.compiles = false }
        return done
    }

    /// The index of a line at a place of the generated text or right beside it, or anywhere.
    mutating func line(of text: EditedText, near place: Int?) -> Int {
        guard let place else { return Int.random(in: 0..<text.lines.count, using: &numbers) }
        let wanted = place + Int.random(in: -2...2, using: &numbers)
        return text.lines.indices.min {
            abs((text.lines[$0].origin ?? -1_000_000) - wanted) < abs((text.lines[$1].origin ?? -1_000_000) - wanted)
        } ?? 0
    }

    private mutating func editLine(_ text: inout EditedText, _ kind: HandEdit, near place: Int?) -> String? {
        let index = line(of: text, near: place)
        let line = text.lines[index].text
        let sign = text.path.hasSuffix(".swift") ? "//" : "#"
        let indent = String(line.prefix { $0 == " " })
        switch kind {
        case .insertComment:
            text.insert(["\(indent)\(sign) a note, \(mark())"], at: index, isTrivia: true)
        case .commentLine:
            guard !line.isEmpty, !line.contains("\"\"\"") else { return nil }
            text.change(index, to: "\(line)  \(sign) \(mark())")
        case .insertBlank: text.insert([""], at: index)
        case .renameWord:
            let words = PlainLines.words(Array(line.utf8)).filter { $0.first?.isLetter == true && $0.count > 3 }
            guard !words.isEmpty else { return nil }
            let word = pick(words)
            guard !Self.keywords.contains(word) else { return nil }
            text.change(index, to: line.replacing(word, with: mark(), maxReplacements: 1))
        case .deleteLine:
            let isBalanced = PlainLines.isBalanced(line)
            guard isBalanced || chance(10) else { return nil }
            text.isWhole = text.isWhole && isBalanced
            text.remove(index...index)
        default:
            guard PlainLines.isBalanced(line), !line.isEmpty else { return nil }
            let moved = text.lines[index]
            text.remove(index...index)
            let target = Int.random(in: 0...text.lines.count, using: &numbers)
            text.insert([moved.text], at: target)
            (text.isWhole, text.isTorn) = (false, true)
        }
        return "line \(index + 1): \(line.prefix(60))"
    }

    private static let keywords: Set<String> = [
        "import", "struct", "enum", "extension", "func", "init", "static", "self", "throws", "async", "await", "return",
        "mutating", "inout", "case", "guard", "else", "where", "Self", "escaping", "testable", "Suite", "Test",
        "default", "swift", "tools", "version", "true", "false",
    ]

    private mutating func layOut(_ text: inout EditedText, _ kind: HandEdit) -> String? {
        switch kind {
        case .lineEnds: text.isCRLF.toggle()
        case .noFinalNewline: text.hasFinalNewline = false
        default:
            guard text.isSwift, !text.path.hasSuffix("List.swift") else { return nil }
            let isTab = chance(50)
            text.isReformatted = true
            for index in text.lines.indices {
                let line = text.lines[index].text
                let depth = PlainLines.indent(line) / 4
                let indent = isTab ? String(repeating: "\t", count: depth) : String(repeating: "  ", count: depth)
                text.lines[index].text = indent + line.drop { $0 == " " }
            }
            return isTab ? "tabs" : "two blanks"
        }
        return ""
    }
}
