/// The known word that a mistyped one most likely means, for the "did you mean" of every message.
///
/// The distance is Damerau and Levenshtein's (insert, delete, replace, swap neighbours), without regard to case.
/// About a third of the letters may be wrong, one in words of two to five letters. Where none is that near, a word
/// that begins with what was typed (`int`: `integer`).
///
/// - Parameters:
///   - word: as it was typed.
///   - candidates: the words that are known; the first of equally near ones wins.
/// - Returns: the nearest candidate in its own spelling, or nil when none is near enough.
func nearest(_ word: some StringProtocol, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased())
    // Longer words are nobody's typing mistake, and the distance costs the product of the lengths.
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    var best: (candidate: String, distance: Int)?
    var longer: String?
    for candidate in candidates {
        let letters = Array(candidate.lowercased())
        if longer == nil, typed.count >= 3, letters.starts(with: typed) { longer = candidate }
        let shorter = min(typed.count, letters.count)
        let allowed = min(best.map { $0.distance - 1 } ?? .max, shorter < 2 ? 0 : max(1, shorter / 3))
        guard abs(letters.count - typed.count) <= allowed else { continue }
        let distance = editDistance(typed, letters)
        if distance <= allowed { best = (candidate, distance) }
    }
    return best?.candidate ?? longer
}

/// The least number of letters inserted, deleted, replaced or swapped with their neighbour that turns `a` into `b`.
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, letter) in a.enumerated() {
        var row = [i + 1]
        for (j, other) in b.enumerated() {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1))
            if i > 0, j > 0, letter == b[j - 1], a[i - 1] == other { cost = min(cost, beforeLast[j - 1] + 1) }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}

extension Diagnostic {
    /// "did you mean 'title'?", or the known words where none is near and they are few, or nothing.
    static func didYouMean(_ word: some StringProtocol, among candidates: some Collection<String>) -> String? {
        if let near = nearest(word, among: candidates) { return "did you mean '\(near)'?" }
        return (1...8).contains(candidates.count) ? "known: \(candidates.joined(separator: ", "))" : nil
    }
}
