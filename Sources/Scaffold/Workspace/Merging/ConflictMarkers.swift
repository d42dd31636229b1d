/// The lines that fence in what could not be merged, as git writes them with `merge.conflictStyle = diff3`.
enum ConflictMarkers {
    static let mine = "<<<<<<< mine"
    static let base = "||||||| as last generated"
    static let middle = "======="
    static let generated = ">>>>>>> generated"

    /// One place that clashes. The three parts are whole lines.
    static func place(
        mine: [UInt8], base: [UInt8], generated: [UInt8], lineEnd: [UInt8] = [newline]
    ) -> [UInt8] {
        var text: [UInt8] = []
        func add(_ part: [UInt8]) {
            text += part
            if text.last != newline { text += lineEnd }
        }
        add(Array(self.mine.utf8))
        add(mine)
        add(Array(self.base.utf8))
        add(base)
        add(Array(middle.utf8))
        add(generated)
        add(Array(self.generated.utf8))
        return text
    }

    /// Whether a line begins like a marker that git or this tool writes. `=======` alone may underline a heading.
    static func isThere(in text: [UInt8]) -> Bool {
        let marks = ["<<<<<<< ", "||||||| ", ">>>>>>> "].map { Array($0.utf8) }
        var start = 0
        while start < text.count {
            if marks.contains(where: { text[start...].starts(with: $0) }) { return true }
            guard let end = text[start...].firstIndex(of: newline) else { return false }
            start = end + 1
        }
        return false
    }
}
