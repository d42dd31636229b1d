/// Three texts merged line by line. Lines that differ only in how they end count as the same.
struct LineMerge: Sendable {
    /// The merged text, with markers where ``places`` is not 0.
    private(set) var text: [UInt8] = []
    /// How many places clash.
    private(set) var places = 0

    private let base: TextLines
    private let mine: TextLines
    private let generated: TextLines
    private let lineEnd: [UInt8]

    /// - Parameter isDoubted: marks every place in which mine and generated differ, whoever changed it.
    init(base: [UInt8], mine: [UInt8], generated: [UInt8], isDoubted: Bool = false) {
        self.base = TextLines(base)
        self.mine = TextLines(mine)
        self.generated = TextLines(generated)
        lineEnd = self.mine.lineEnd ?? self.generated.lineEnd ?? [newline]
        var interner = Interner<ArraySlice<UInt8>>()
        let numbers = (
            base: interner.numbers(of: self.base), mine: interner.numbers(of: self.mine),
            generated: interner.numbers(of: self.generated)
        )
        for stretch in ThreeWay(base: numbers.base, mine: numbers.mine, generated: numbers.generated).stretches {
            let changed = numbers.mine[stretch.mine]
            let wanted = numbers.generated[stretch.generated]
            let was = numbers.base[stretch.base]
            if stretch.isSame || changed == wanted || !isDoubted && wanted == was {
                text += lines(of: self.mine, stretch.mine, isMine: true)
            } else if !isDoubted, changed == was {
                text += lines(of: self.generated, stretch.generated)
            } else {
                places += 1
                text += ConflictMarkers.place(
                    mine: lines(of: self.mine, stretch.mine, isMine: true), base: lines(of: self.base, stretch.base),
                    generated: lines(of: self.generated, stretch.generated), lineEnd: lineEnd)
            }
        }
        end()
    }

    /// Mine's lines as they are, others with mine's line end; all of them ended.
    private func lines(of source: TextLines, _ range: Range<Int>, isMine: Bool = false) -> [UInt8] {
        var text: [UInt8] = []
        for line in range {
            if isMine, source.whole(line).last == newline {
                text += source.whole(line)
            } else {
                text += source.content(line) + lineEnd
            }
        }
        return text
    }

    /// The end of the text stays as mine has it.
    private mutating func end() {
        let example = mine.count > 0 ? mine : generated
        guard places == 0, !example.isEnded, text.last == newline else { return }
        text.removeLast()
        if text.last == carriageReturn { text.removeLast() }
    }
}
