/// By what an item is found again on the other side: kind, name and labels of a declaration, the target of an
/// assignment, a call with its first argument, the label of an element.
struct ItemKeys {
    /// The most exact first.
    private(set) var found: [[Int]] = []
    private(set) var isDeclaration = false

    private let words: TreeWords

    init(words: TreeWords) { self.words = words }

    static let modifiers: Set<String> = [
        "public", "private", "internal", "fileprivate", "open", "package", "static", "final", "override", "mutating",
        "nonmutating", "lazy", "weak", "unowned", "convenience", "required", "indirect", "isolated", "nonisolated",
        "dynamic", "optional", "prefix", "postfix", "infix", "borrowing", "consuming", "distributed",
    ]
    private static let types: Set<String> = [
        "struct", "enum", "actor", "protocol", "typealias", "associatedtype", "macro", "precedencegroup", "var", "let",
    ]

    mutating func read(_ parts: [SwiftTree.Part], isElement: Bool) {
        let parts = parts.filter { $0.group != nil || !words.isComment($0.tokens.lowerBound) }
        if isElement { return readElement(parts) }
        let rest = beginning(of: parts)
        guard let first = rest.first else { return }
        guard let kind = word(first) else { return readStatement(rest) }
        let behind = rest.dropFirst()
        switch kind {
        case "import":
            isDeclaration = true
            found = [[10] + rest.map(\.identity)]
        case "class" where behind.first.flatMap(word).map { ["func", "var", "let", "subscript"].contains($0) } ?? false:
            read(Array(behind), isElement: false)
        case "class": readNamed(first, behind)
        case let kind where ItemKeys.types.contains(kind): readNamed(first, behind)
        case "extension":
            let head = behind.prefix { $0.group?.kind != .code }
            let name = head.prefix { !isSymbol($0, ":") && word($0) != "where" }
            found = [[11] + head.map(\.identity), [12] + name.map(\.identity)]
        case "func", "init", "subscript", "deinit": readFunction(rest)
        case "case":
            let pattern = behind.prefix { !isSymbol($0, ":") && !isSymbol($0, "=") && !isSymbol($0, ",") }
            let name = pattern.prefix { $0.group == nil }
            isDeclaration = !behind.contains { isSymbol($0, ":") }
            found = [[13] + pattern.map(\.identity), [14] + name.map(\.identity)]
        default: readStatement(rest)
        }
    }

    private mutating func readNamed(_ kind: SwiftTree.Part, _ behind: ArraySlice<SwiftTree.Part>) {
        guard let name = behind.first, name.group == nil else { return readStatement([kind] + behind) }
        isDeclaration = true
        // `var` made `let` is still the same one.
        let isProperty = ["var", "let"].contains(word(kind) ?? "")
        found = [[15, isProperty ? -1 : kind.identity, name.identity]]
    }

    private mutating func readFunction(_ parts: ArraySlice<SwiftTree.Part>) {
        isDeclaration = true
        let name = parts.prefix { $0.group == nil && !isSymbol($0, "<") }.prefix(2).map(\.identity)
        guard let list = parts.first(where: { $0.group?.kind == .list }), let group = list.group else {
            found = [[16] + name]
            return
        }
        let labels = group.items.map { $0.parts.first?.identity ?? -1 }
        found = [[17, list.identity] + name, [18] + name + [-2] + labels, [16] + name]
    }

    private mutating func readStatement(_ parts: ArraySlice<SwiftTree.Part>) {
        if let equals = parts.firstIndex(where: { isSymbol($0, "=") }),
            parts[..<equals].allSatisfy({ $0.group?.kind != .code })
        {
            found = [[20] + parts[..<equals].map(\.identity)]
            return
        }
        let head = parts.prefix { $0.group?.kind != .code && !isArguments($0) }.map(\.identity)
        guard let call = parts.first(where: { $0.group != nil }), isArguments(call) else {
            // A statement without brackets is nothing but itself: what identities are for.
            if head.count < parts.count { found = [[21] + head] }
            return
        }
        found = [[22] + head + [call.group?.items.first?.identity ?? -1]]
    }

    private func isArguments(_ part: SwiftTree.Part) -> Bool { part.group?.opening == UInt8(ascii: "(") }

    private mutating func readElement(_ parts: [SwiftTree.Part]) {
        guard let colon = parts.firstIndex(where: { isSymbol($0, ":") }) else { return }
        let label = parts[..<colon].map(\.identity)
        found = [[30] + label]
        // A parameter may get another name for its inside.
        if label.count == 2 { found.append([31, label[0]]) }
    }

    /// What follows attributes and modifiers.
    private func beginning(of parts: [SwiftTree.Part]) -> ArraySlice<SwiftTree.Part> {
        var rest = parts[...]
        while let first = rest.first, first.group == nil {
            let isAttribute = words.tokens[first.tokens.lowerBound].kind == .attribute
            guard isAttribute || word(first).map(ItemKeys.modifiers.contains) == true else { break }
            rest.removeFirst()
            while isAttribute, let dot = rest.first, isSymbol(dot, ".") { rest = rest.dropFirst(2) }
            // Arguments follow without a space: `@Test("…")`, `private(set)`.
            if let next = rest.first, isArguments(next), rest.count > 1 { rest.removeFirst() }
        }
        return rest
    }

    private func isSymbol(_ part: SwiftTree.Part, _ text: String) -> Bool {
        part.group == nil && words.isSymbol(part.tokens.lowerBound, text)
    }

    private func word(_ part: SwiftTree.Part) -> String? {
        let token = part.tokens.lowerBound
        return part.group == nil && words.tokens[token].kind == .identifier ? words.word(token) : nil
    }
}
