/// A generated file while somebody edits it: lines that know which declaration of the generated text they came from.
struct EditedText {
    struct Line {
        var text: String
        /// The declaration that it belongs to; nil for blank lines and for lines of the user's own.
        var key: String?
        /// Where it stood in the generated text; nil for a line of the user's own.
        var origin: Int?
    }

    let path: String
    var lines: [Line]
    /// The declarations of the generated text that were edited.
    var touched: Set<String> = []
    /// The types and extensions that got new members, or others in their order.
    var homes: Set<String> = []
    /// Whether its indentation tells its declarations no longer.
    var isReformatted = false
    /// Whether nothing is left of what was generated.
    var isReplaced = false
    /// Whether lines were taken out of what they belong to and put into something else.
    var isTorn = false
    /// Where in the generated text something was edited.
    var places: [Int] = []
    var isCRLF = false
    var hasFinalNewline = true
    /// Whether the edits so far leave a Swift file that parses.
    var isWhole = true
    /// Whether they leave one that compiles.
    var compiles = true

    init(path: String, generated: [UInt8]) {
        self.path = path
        let texts = PlainLines.of(generated)
        let keys = path.hasSuffix(".swift") ? DeclarationMap(texts).keys : texts.map { _ in nil }
        lines = texts.indices.map { Line(text: texts[$0], key: keys[$0], origin: $0) }
    }

    var isSwift: Bool { path.hasSuffix(".swift") }

    var bytes: [UInt8] {
        let text = lines.map(\.text).joined(separator: isCRLF ? "\r\n" : "\n")
        return Array((text + (hasFinalNewline && !lines.isEmpty ? (isCRLF ? "\r\n" : "\n") : "")).utf8)
    }

    /// Whether something was edited that is changed, or put into something that is gone, in a generated text.
    func overlaps(_ old: DeclarationMap, _ new: DeclarationMap) -> Bool {
        isReplaced || !old.changed(in: new).isDisjoint(with: touched)
            || homes.contains { old.texts[$0] != nil && new.texts[$0] == nil }
    }

    /// What the declarations are now.
    var map: DeclarationMap { DeclarationMap(lines.map(\.text)) }

    /// The place in the generated text that a line stands at, or nearest to.
    func origin(near index: Int) -> Int {
        for distance in 0..<max(lines.count, 1) {
            for place in [index - distance, index + distance] where lines.indices.contains(place) {
                if let origin = lines[place].origin { return origin }
            }
        }
        return 0
    }

    mutating func touch(_ index: Int) {
        if let key = lines[index].key { touched.insert(key) }
        places.append(origin(near: index))
    }

    mutating func change(_ index: Int, to text: String) {
        touch(index)
        lines[index].text = text
    }

    mutating func remove(_ range: ClosedRange<Int>) {
        for index in range { touch(index) }
        lines.removeSubrange(range)
    }

    /// - Parameter isTrivia: a comment belongs to the declaration below it.
    mutating func insert(_ texts: [String], at index: Int, isTrivia: Bool = false) {
        let above = index > 0 ? lines[index - 1].key : nil
        let below = index < lines.count ? lines[index].key : nil
        if let above, above == below { touched.insert(above) }
        if isTrivia, let below { touched.insert(below) }
        places.append(origin(near: index))
        lines.insert(contentsOf: texts.map { Line(text: $0) }, at: index)
    }
}
