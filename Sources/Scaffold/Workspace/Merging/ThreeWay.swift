/// Three sequences cut into stretches that are the same in all of them and stretches that are not (diff3).
struct ThreeWay: Sendable {
    struct Stretch: Equatable, Sendable {
        var base: Range<Int>
        var mine: Range<Int>
        var generated: Range<Int>
        /// Whether its elements are paired, one by one, in all three.
        var isSame: Bool
    }

    private(set) var stretches: [Stretch] = []

    /// - Parameters:
    ///   - mine: for each element of the base the one of mine that it is, or -1, rising.
    ///   - generated: the same for what is generated.
    ///   - counts: how many elements mine and generated have.
    init(mine: [Int], generated: [Int], counts: (mine: Int, generated: Int)) {
        var last = Stretch(base: 0..<0, mine: 0..<0, generated: 0..<0, isSame: true)
        func changed(upTo base: Int, _ mine: Int, _ generated: Int) -> Stretch {
            Stretch(
                base: last.base.upperBound..<base, mine: last.mine.upperBound..<mine,
                generated: last.generated.upperBound..<generated, isSame: false)
        }
        func isEmpty(_ stretch: Stretch) -> Bool {
            stretch.base.isEmpty && stretch.mine.isEmpty && stretch.generated.isEmpty
        }
        for base in mine.indices where mine[base] >= 0 && generated[base] >= 0 {
            let between = changed(upTo: base, mine[base], generated[base])
            if isEmpty(between), last.isSame {
                last.base = last.base.lowerBound..<(base + 1)
                last.mine = last.mine.lowerBound..<(mine[base] + 1)
                last.generated = last.generated.lowerBound..<(generated[base] + 1)
                continue
            }
            if !isEmpty(last) { stretches.append(last) }
            if !isEmpty(between) { stretches.append(between) }
            last = Stretch(
                base: base..<(base + 1), mine: mine[base]..<(mine[base] + 1),
                generated: generated[base]..<(generated[base] + 1), isSame: true)
        }
        if !isEmpty(last) { stretches.append(last) }
        let rest = changed(upTo: mine.count, counts.mine, counts.generated)
        if !isEmpty(rest) { stretches.append(rest) }
    }

    /// By the numbers of an ``Interner``.
    init(base: [Int], mine: [Int], generated: [Int]) {
        self.init(
            mine: LineDiff(from: base, to: mine).partners, generated: LineDiff(from: base, to: generated).partners,
            counts: (mine.count, generated.count))
    }
}
