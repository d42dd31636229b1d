/// Finds the word that was most likely meant.
package enum NearestWord {
    /// The known word nearest to the one that was written; nil if none is near.
    package static func of(_ word: String, in known: [String]) -> String? {
        guard word.count <= 64 else { return nil }
        let lowercased = word.lowercased()
        return
            known
            .map { ($0, distance(Array(lowercased), Array($0.lowercased()))) }
            .filter { $1 <= max(1, min(word.count, $0.count) / 3) }
            .min { $0.1 < $1.1 }?.0
    }

    /// `did you mean 'title'?`, or nothing, to add to a message.
    package static func hint(_ word: String, in known: [String]) -> String {
        of(word, in: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// How many letters must be added, removed, replaced or swapped with their neighbour (Damerau and Levenshtein).
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
