/// Which elements of one sequence are still there in another, in order: lines as a person would pair them.
///
/// What occurs once on both sides is paired first (patience), the rest by the shortest edit (Myers), which is given up
/// where the texts have hardly anything in common. Elements are numbers of an ``Interner``.
struct LineDiff: Sendable {
    /// For each old element the new one that it is, or -1.
    private(set) var partners: [Int]

    init(from old: [Int], to new: [Int]) {
        partners = Array(repeating: -1, count: old.count)
        var open = [Piece(old: 0..<old.count, new: 0..<new.count)]
        while let piece = open.popLast() {
            let piece = trim(piece, old, new)
            guard !piece.old.isEmpty, !piece.new.isEmpty else { continue }
            guard let anchors = anchors(in: piece, old, new) else { continue }
            guard !anchors.isEmpty else {
                shortest(piece, old, new)
                continue
            }
            var rest = piece
            for (old, new) in anchors {
                partners[old] = new
                open.append(Piece(old: rest.old.lowerBound..<old, new: rest.new.lowerBound..<new))
                rest = Piece(old: (old + 1)..<rest.old.upperBound, new: (new + 1)..<rest.new.upperBound)
            }
            open.append(rest)
        }
    }

    private struct Piece {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Pairs what both begin and end with.
    private mutating func trim(_ piece: Piece, _ old: [Int], _ new: [Int]) -> Piece {
        var (oldStart, oldEnd) = (piece.old.lowerBound, piece.old.upperBound)
        var (newStart, newEnd) = (piece.new.lowerBound, piece.new.upperBound)
        while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
            partners[oldStart] = newStart
            oldStart += 1
            newStart += 1
        }
        while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
            partners[oldEnd] = newEnd
        }
        return Piece(old: oldStart..<oldEnd, new: newStart..<newEnd)
    }

    /// What occurs once on both sides, as far as it is in the same order; nil when nothing at all is on both sides.
    private func anchors(in piece: Piece, _ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)]? {
        struct Places {
            var oldCount = 0
            var newCount = 0
            var new = 0
        }
        var places: [Int: Places] = [:]
        for index in piece.old { places[old[index], default: Places()].oldCount += 1 }
        var isShared = false
        for index in piece.new {
            guard var place = places[new[index]] else { continue }
            place.newCount += 1
            place.new = index
            places[new[index]] = place
            isShared = true
        }
        guard isShared else { return nil }
        let pairs = piece.old.compactMap { index -> (old: Int, new: Int)? in
            guard let place = places[old[index]], place.oldCount == 1, place.newCount == 1 else { return nil }
            return (index, place.new)
        }
        return longestRise(pairs)
    }

    /// The longest run of pairs that rise on both sides.
    private func longestRise(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        var tails: [Int] = []
        var before = Array(repeating: -1, count: pairs.count)
        for index in pairs.indices {
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if pairs[tails[middle]].new < pairs[index].new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var run: [(old: Int, new: Int)] = []
        var index = tails.last ?? -1
        while index >= 0 {
            run.append(pairs[index])
            index = before[index]
        }
        return run.reversed()
    }

    /// Myers' shortest edit, as long as it is short enough to be worth its square.
    private mutating func shortest(_ piece: Piece, _ old: [Int], _ new: [Int]) {
        let (a, b) = (piece.old, piece.new)
        let most = min(a.count + b.count, 512)
        var reach = Array(repeating: 0, count: 2 * most + 2)
        var trace: [[Int]] = []
        for distance in 0...most {
            trace.append(Array(reach[(most - distance)...(most + distance)]))
            for diagonal in stride(from: -distance, through: distance, by: 2) {
                let down =
                    diagonal == -distance
                    || diagonal != distance && reach[most + diagonal - 1] < reach[most + diagonal + 1]
                var x = down ? reach[most + diagonal + 1] : reach[most + diagonal - 1] + 1
                var y = x - diagonal
                guard x <= a.count, y <= b.count else {
                    // Beyond the edge: it stays where nothing can be reached from it.
                    reach[most + diagonal] = x
                    continue
                }
                while x < a.count, y < b.count, old[a.lowerBound + x] == new[b.lowerBound + y] {
                    x += 1
                    y += 1
                }
                reach[most + diagonal] = x
                if x == a.count, y == b.count { return follow(trace, back: distance, x, y, piece) }
            }
        }
    }

    private mutating func follow(_ trace: [[Int]], back distance: Int, _ x: Int, _ y: Int, _ piece: Piece) {
        var (x, y) = (x, y)
        for step in stride(from: distance, through: 0, by: -1) {
            let reach = trace[step]
            func at(_ diagonal: Int) -> Int {
                reach.indices.contains(diagonal + step) ? reach[diagonal + step] : 0
            }
            let diagonal = x - y
            let down = diagonal == -step || diagonal != step && at(diagonal - 1) < at(diagonal + 1)
            let from = down ? diagonal + 1 : diagonal - 1
            let fromX = step == 0 ? 0 : at(from)
            let fromY = step == 0 ? 0 : fromX - from
            while x > fromX, y > fromY {
                x -= 1
                y -= 1
                partners[piece.old.lowerBound + x] = piece.new.lowerBound + y
            }
            (x, y) = (fromX, fromY)
        }
    }
}
