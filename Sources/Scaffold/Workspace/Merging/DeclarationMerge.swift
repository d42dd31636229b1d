/// Swift texts merged by what they declare, where lines alone would clash.
///
/// Groups are merged item by item, an item that both sides changed part by part. What clashes even then is marked, in
/// the smallest item that stands on lines of its own.
struct DeclarationMerge {
    let base: SwiftTree?
    let mine: SwiftTree
    let generated: SwiftTree
    /// How generated and mine indent.
    let steps: (from: [UInt8], to: [UInt8])
    private(set) var merged = MergedText()

    /// - Returns: nil where a text is none whose brackets pair.
    init?(base: [UInt8]?, mine: [UInt8], generated: [UInt8]) {
        var numbers = TreeNumbers()
        guard let ours = SwiftTree(DeclarationMerge.framed(mine), numbers: &numbers),
            let theirs = SwiftTree(DeclarationMerge.framed(generated), numbers: &numbers)
        else { return nil }
        if let base {
            guard let tree = SwiftTree(DeclarationMerge.framed(base), numbers: &numbers) else { return nil }
            self.base = tree
        } else {
            self.base = nil
        }
        self.mine = ours
        self.generated = theirs
        let step = theirs.step ?? []
        steps = (step, ours.step ?? step)
        guard mergeItems(self.base?.root, ours.root, theirs.root, .unchanged) else { return nil }
        merged.add(space: space(self.base?.root.close, ours.root.close, theirs.root.close), [])
    }

    var places: Int { merged.places }

    /// The merged text, with mine's line ends.
    func text(like example: [UInt8]) -> [UInt8] {
        var text = Array(merged.bytes.dropFirst())
        if steps.to == Array("    ".utf8) {
            text = ComposedLines.fitted(text, from: [mine.bytes, generated.bytes, base?.bytes ?? []])
        }
        if let last = example.last, last != newline, places == 0 { while text.last == newline { text.removeLast() } }
        return LineEndings.adapt(text, to: example)
    }

    /// With a line end before and behind it, so that every item of the file stands on lines of its own.
    private static func framed(_ text: [UInt8]) -> [UInt8] {
        let lines = TextLines(text)
        return (0..<lines.count).reduce(into: [newline]) { $0 += lines.content($1) + [newline] }
    }

    /// The space before a token that all have: mine's, unless only generated changed it.
    func space(_ base: Int?, _ mine: Int, _ generated: Int) -> ArraySlice<UInt8> {
        let own = self.mine.space(before: mine)
        guard let base, let tree = self.base, tree.space(before: base) == own else { return own }
        return self.generated.space(before: generated)
    }

    /// - Returns: false where it clashes and the group cannot hold a conflict.
    private mutating func mergeItems(
        _ base: SwiftTree.Group?, _ mine: SwiftTree.Group, _ generated: SwiftTree.Group, _ indentation: Indentation
    ) -> Bool {
        let group = GroupMerge(self, base, mine, generated, indentation)
        var isFirst = true
        for (place, trio) in group.trios.enumerated() {
            let mark = merged.mark
            let space = group.space(before: trio, isFirst: isFirst, endsStatement: merged.endsStatement)
            if !merge(group, trio, space) {
                merged.cut(to: mark)
                guard group.holdsConflicts else { return false }
                merged.add(group.conflict(trio))
            }
            isFirst = false
            guard group.isList else { continue }
            if place + 1 < group.trios.count || group.hasLastComma { merged.add(space: [], ",".utf8) }
            let tail = group.tail(of: trio)
            guard let first = tail.tokens.first else { continue }
            merged.add(space: tail.tree.space(before: first), tail.tokens, of: tail.tree)
        }
        return true
    }

    /// Writes one item; false where it clashes.
    private mutating func merge(_ group: GroupMerge, _ trio: Trio, _ space: [UInt8]) -> Bool {
        let base = trio.base.map { group.base.items[$0] }
        switch (trio.mine.map { group.mine.items[$0] }, trio.generated.map { group.generated.items[$0] }) {
        case (nil, nil): return true
        case (let ours?, nil):
            guard base == nil else { return false }
            merged.add(space: space, ours.first..<ours.end, of: mine)
        case (nil, let theirs?):
            guard base == nil else { return false }
            merged.add(space: space, theirs.first..<theirs.end, of: generated, indentation: group.indentation)
        case (let ours?, let theirs?):
            return mergeParts(base?.parts, ours.parts, theirs.parts, space, group.indentation)
        }
        return true
    }

    private mutating func mergeParts(
        _ base: [SwiftTree.Part]?, _ ours: [SwiftTree.Part], _ theirs: [SwiftTree.Part], _ space: [UInt8],
        _ indentation: Indentation
    ) -> Bool {
        var space: [UInt8]? = space
        func add(_ part: SwiftTree.Part, of tree: SwiftTree, to merged: inout MergedText, _ indentation: Indentation) {
            let before = space ?? indentation.changed(tree.space(before: part.tokens.lowerBound))
            merged.add(space: before, part.tokens, of: tree, indentation: indentation)
            space = nil
        }
        let steps = PartMerge.steps(base, ours, theirs)
        if PartMerge.haveBothChanged(steps), isProperty(ours) { return false }
        for step in steps {
            switch step {
            case .clash: return false
            case .mine(let parts): for part in parts { add(part, of: mine, to: &merged, .unchanged) }
            case .generated(let parts): for part in parts { add(part, of: generated, to: &merged, indentation) }
            case .changed(let base, let ours, let theirs):
                let first = (base.tokens.lowerBound, ours.tokens.lowerBound, theirs.tokens.lowerBound)
                guard mine.tokens[first.1].kind == .lineComment, let tree = self.base,
                    let text = CommentMerge.merged(
                        base: tree.text(of: base.tokens), mine: mine.text(of: ours.tokens),
                        generated: generated.text(of: theirs.tokens))
                else { return false }
                merged.add(space: space ?? Array(self.space(first.0, first.1, first.2)), text, needsLine: true)
                space = nil
            case .both(let base, let ours, let theirs):
                let first = (base?.tokens.lowerBound, ours.tokens.lowerBound, theirs.tokens.lowerBound)
                let before = space ?? Array(self.space(first.0, first.1, first.2))
                space = nil
                guard mergePart(base, ours, theirs, before, indentation) else { return false }
            }
        }
        return true
    }

    /// Whether an item declares a property: its type and its value fit each other, and are changed together.
    private func isProperty(_ parts: [SwiftTree.Part]) -> Bool {
        parts.lazy.filter { $0.group == nil }.prefix(6).contains { part in
            let word = mine.text(of: part.tokens)
            return word.elementsEqual("var".utf8) || word.elementsEqual("let".utf8)
        }
    }

    /// A part that all have.
    private mutating func mergePart(
        _ base: SwiftTree.Part?, _ ours: SwiftTree.Part, _ theirs: SwiftTree.Part, _ space: [UInt8],
        _ indentation: Indentation
    ) -> Bool {
        if let base, let tree = self.base, tree.text(of: base.tokens) == mine.text(of: ours.tokens) {
            merged.add(space: space, theirs.tokens, of: generated, indentation: indentation)
            return true
        }
        if ours.identity == theirs.identity || base?.identity == theirs.identity {
            merged.add(space: space, ours.tokens, of: mine)
            return true
        }
        guard let own = ours.group, let other = theirs.group else { return false }
        merged.add(space: space, own.open..<(own.open + 1), of: mine)
        guard mergeItems(base?.group, own, other, indentation) else { return false }
        merged.add(space: self.space(base?.group?.close, own.close, other.close), own.close..<(own.close + 1), of: mine)
        return true
    }
}
