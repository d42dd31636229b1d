/// What has to be known of a group in all three texts before its merged items are written.
struct GroupMerge {
    let base: SwiftTree.Side
    let mine: SwiftTree.Side
    let generated: SwiftTree.Side
    /// What comes of the group; what both sides are rid of is not among them.
    private(set) var trios: [Trio]
    /// How far generated's lines have to be moved.
    let indentation: Indentation
    /// Whether all items and the closing bracket begin lines in all texts, so that markers can stand between.
    let holdsConflicts: Bool
    /// Whether a comma stands behind the last element.
    let hasLastComma: Bool

    var isList: Bool { mine.isList }

    init(
        _ trees: DeclarationMerge, _ base: SwiftTree.Group?, _ mine: SwiftTree.Group, _ generated: SwiftTree.Group,
        _ indentation: Indentation
    ) {
        self.base = SwiftTree.Side(trees.base ?? trees.generated, base)
        self.generated = SwiftTree.Side(trees.generated, generated)
        self.mine = SwiftTree.Side(trees.mine, mine).withoutLeftovers(base: self.base, generated: self.generated)
        let sides = (self.base, self.mine, self.generated)
        trios = Trio.ordered(base: sides.0, mine: sides.1, generated: sides.2).filter { trio in
            guard let was = trio.base.map({ sides.0.items[$0].identity }) else { return true }
            if trio.generated == nil { return trio.mine.map { sides.1.items[$0].identity } != was }
            if trio.mine == nil { return trio.generated.map { sides.2.items[$0].identity } != was }
            return true
        }
        func areLines(_ side: SwiftTree.Side, _ group: SwiftTree.Group?) -> Bool {
            guard let group else { return true }
            return (group.items.map(\.first) + [group.close]).allSatisfy {
                side.tree.space(before: $0).contains(newline)
            }
        }
        holdsConflicts =
            mine.kind == .code && areLines(sides.0, base) && areLines(sides.1, mine) && areLines(sides.2, generated)
        let commas = (base?.items.last?.hasComma, mine.items.last?.hasComma, generated.items.last?.hasComma)
        hasLastComma = (commas.0 == commas.1 ? commas.2 : commas.1) ?? commas.1 ?? commas.2 ?? false
        self.indentation = GroupMerge.indentation(trios, sides.1, sides.2, trees.steps) ?? indentation
    }

    /// Read off the first item that stands at the beginning of a line in both.
    private static func indentation(
        _ trios: [Trio], _ mine: SwiftTree.Side, _ generated: SwiftTree.Side, _ steps: (from: [UInt8], to: [UInt8])
    ) -> Indentation? {
        for trio in trios {
            guard let ours = trio.mine, let theirs = trio.generated,
                let to = Indentation.of(mine.tree.space(before: mine.items[ours].first)),
                let from = Indentation.of(generated.tree.space(before: generated.items[theirs].first))
            else { continue }
            return Indentation(from: from, to: to, steps: steps)
        }
        return nil
    }

    // MARK: - Space

    private func space(_ side: SwiftTree.Side, _ index: Int?) -> ArraySlice<UInt8>? {
        index.flatMap { side.items.indices.contains($0) ? side.tree.space(before: side.items[$0].first) : nil }
    }

    /// The white space that an item begins with.
    func space(before trio: Trio, isFirst: Bool, endsStatement: Bool) -> [UInt8] {
        let own = ownSpace(trio)
        guard isList else {
            if isFirst || endsStatement || own.contains(newline) { return own }
            return [newline] + (lineSpace.flatMap(Indentation.of) ?? [])
        }
        if isFirst {
            let first = (space(base, 0), space(mine, 0), space(generated, 0))
            return Array((first.0 == first.1 ? first.2 : first.1) ?? first.1 ?? own[...])
        }
        let wasFirst = trio.mine.map { $0 == 0 } ?? (trio.generated == 0)
        if let style = styleOfMine, wasFirst || trio.mine == nil { return style }
        guard wasFirst else { return own }
        if let second = space(mine, 1) { return Array(second) }
        if let second = space(generated, 1) { return indentation.changed(second) }
        return own.contains(newline) ? own : [UInt8(ascii: " ")]
    }

    private func ownSpace(_ trio: Trio) -> [UInt8] {
        let theirs = space(generated, trio.generated)
        guard let ours = space(mine, trio.mine) else { return theirs.map(indentation.changed) ?? [] }
        guard let theirs, let was = space(base, trio.base), was == ours else { return Array(ours) }
        return Array(theirs)
    }

    /// How the user parts the elements, where that is another way than it was generated.
    private var styleOfMine: [UInt8]? {
        let ours = mine.items.dropFirst().map { mine.tree.space(before: $0.first) }
        let was = base.items.dropFirst().map { base.tree.space(before: $0.first) }
        guard let first = ours.first, Array(ours) != Array(was) else { return nil }
        if ours.allSatisfy({ $0.contains(newline) }) {
            let wasLines = was.allSatisfy { $0.contains(newline) } && !was.isEmpty
            return wasLines ? nil : [newline] + (Indentation.of(first) ?? [])
        }
        let isJoined = !ours.contains { $0.contains(newline) } && was.contains { $0.contains(newline) }
        return isJoined ? Array(first) : nil
    }

    /// The space before an item that begins a line.
    private var lineSpace: ArraySlice<UInt8>? {
        for side in [mine, generated] {
            for item in side.items where side.tree.space(before: item.first).contains(newline) {
                return side.tree.space(before: item.first)
            }
        }
        return nil
    }

    // MARK: - Ends and conflicts

    /// The comments that follow an element and its comma.
    func tail(of trio: Trio) -> (tree: SwiftTree, tokens: Range<Int>) {
        func comments(_ side: SwiftTree.Side, _ index: Int?) -> Range<Int> {
            guard let item = index.map({ side.items[$0] }) else { return 0..<0 }
            return (item.tail.lowerBound + (item.hasComma ? 1 : 0))..<item.tail.upperBound
        }
        let ours = comments(mine, trio.mine)
        let theirs = comments(generated, trio.generated)
        let was = comments(base, trio.base)
        let isMine = trio.mine != nil && mine.tree.numbers[ours] != base.tree.numbers[was] || trio.generated == nil
        return isMine ? (mine.tree, ours) : (generated.tree, theirs)
    }

    /// An item that clashes, by lines.
    func conflict(_ trio: Trio) -> LineMerge {
        func lines(_ side: SwiftTree.Side, _ index: Int?) -> [UInt8] {
            guard let item = index.map({ side.items[$0] }) else { return [] }
            let space = side.tree.space(before: item.first)
            let start = space.firstIndex(of: newline).map { $0 + 1 } ?? space.startIndex
            return Array(space[start...] + side.tree.text(of: item.first..<item.end)) + [newline]
        }
        return LineMerge(
            base: lines(base, trio.base), mine: lines(mine, trio.mine), generated: lines(generated, trio.generated))
    }
}
