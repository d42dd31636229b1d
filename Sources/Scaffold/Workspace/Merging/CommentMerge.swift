/// A line comment that both sides changed, word by word: a wrong word in it breaks nothing, so what both put in the
/// same place stands one after the other.
enum CommentMerge {
    /// - Returns: nil where both changed the same words.
    static func merged(base: ArraySlice<UInt8>, mine: ArraySlice<UInt8>, generated: ArraySlice<UInt8>) -> [UInt8]? {
        let texts = [base, mine, generated].map { $0.split(separator: space, omittingEmptySubsequences: false) }
        var interner = Interner<ArraySlice<UInt8>>()
        let numbers = texts.map { $0.map { interner.number(of: $0) } }
        var words: [ArraySlice<UInt8>] = []
        for stretch in ThreeWay(base: numbers[0], mine: numbers[1], generated: numbers[2]).stretches {
            let (was, ours, theirs) = (
                numbers[0][stretch.base], numbers[1][stretch.mine], numbers[2][stretch.generated]
            )
            if stretch.isSame || was == theirs || ours == theirs {
                words += texts[1][stretch.mine]
            } else if was == ours {
                words += texts[2][stretch.generated]
            } else if was.isEmpty {
                words += texts[1][stretch.mine] + texts[2][stretch.generated]
            } else {
                return nil
            }
        }
        return Array(words.joined(separator: [space]))
    }

    private static let space = UInt8(ascii: " ")
}
