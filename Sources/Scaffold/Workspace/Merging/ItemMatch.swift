/// Which items of one group are which of another, also where they were changed or moved.
struct ItemMatch {
    /// For each item of the first the one of the second, or -1; in any order.
    private(set) var partners: [Int]
    /// The other way round.
    private(set) var origins: [Int]

    private let old: SwiftTree.Side
    private let new: SwiftTree.Side

    /// - Parameter isLoose: whether what only looks alike may be paired, as a text and what was made of it; two texts
    ///   that know nothing of each other are paired by what they are called alone.
    init(_ old: SwiftTree.Side, _ new: SwiftTree.Side, isLoose: Bool) {
        self.old = old
        self.new = new
        partners = LineDiff(from: old.items.map(\.identity), to: new.items.map(\.identity)).partners
        origins = Array(repeating: -1, count: new.items.count)
        for (index, partner) in partners.enumerated() where partner >= 0 { origins[partner] = index }
        pair { [$0.identity] }
        pairByKey(level: 0)
        guard isLoose else { return }
        pairByKey(level: 1)
        pairByKey(level: 2)
        pairAlike()
    }

    mutating func pair(_ index: Int, _ partner: Int) {
        partners[index] = partner
        origins[partner] = index
    }

    private mutating func pairByKey(level: Int) {
        pair { level < $0.keys.count ? [$0.keys[level]] : [] }
    }

    /// Pairs what is left and has the same mark; where several have it those that are most alike.
    private mutating func pair(by mark: (SwiftTree.Item) -> [Int]) {
        var marked: [Int: (old: [Int], new: [Int])] = [:]
        for index in partners.indices where partners[index] < 0 {
            for mark in mark(old.items[index]) { marked[mark, default: ([], [])].old.append(index) }
        }
        guard !marked.isEmpty else { return }
        for index in origins.indices where origins[index] < 0 {
            for mark in mark(new.items[index]) { marked[mark]?.new.append(index) }
        }
        for (old, new) in marked.values where !new.isEmpty {
            if old.count == 1, new.count == 1 { pair(old[0], new[0]) } else { pairMostAlike(old, new, atLeast: 0) }
        }
    }

    /// What has no partner on either side, between what has and rises.
    var gaps: [(old: [Int], new: [Int])] {
        var gaps: [(old: [Int], new: [Int])] = []
        var start = 0
        var next = 0
        func add(upTo index: Int, _ partner: Int) {
            let old = (start..<index).filter { partners[$0] < 0 }
            let new = (next..<partner).filter { origins[$0] < 0 }
            if !old.isEmpty, !new.isEmpty { gaps.append((old, new)) }
        }
        for index in partners.indices where partners[index] >= next {
            add(upTo: index, partners[index])
            start = index + 1
            next = partners[index] + 1
        }
        add(upTo: partners.count, origins.count)
        return gaps
    }

    /// What stands for each of the old ones: the next that begins with the same word, or else the next.
    func replacements(_ old: [Int], by new: [Int]) -> [Int: Int] {
        var free = new[...]
        return old.reduce(into: [:]) { found, index in
            let word = self.old.firstWord(of: index)
            let same = free.prefix(64).firstIndex { place in self.new.firstWord(of: place) == word }
            guard let twin = same ?? free.indices.first else { return }
            found[index] = free[twin]
            free.remove(at: twin)
        }
    }

    /// In the gaps, what has at least half of its words in common; in lists also what stands in the same place.
    private mutating func pairAlike() {
        for (old, new) in gaps {
            pairMostAlike(old, new, atLeast: 50)
            let (left, free) = (old.filter { partners[$0] < 0 }, new.filter { origins[$0] < 0 })
            if self.old.isList, left.count == free.count, left.count == old.count {
                for (index, partner) in zip(left, free) { pair(index, partner) }
            }
        }
    }

    private mutating func pairMostAlike(_ old: [Int], _ new: [Int], atLeast least: Int) {
        // Thousands of equal marks: in order, without a look.
        guard old.count * new.count <= 4096 else {
            if least == 0 { for (index, partner) in zip(old, new) { pair(index, partner) } }
            return
        }
        let before = old.map { self.old.words(of: $0) }
        let after = new.map { self.new.words(of: $0) }
        var pairs: [(likeness: Int, old: Int, new: Int)] = []
        for (row, words) in before.enumerated() {
            for (column, others) in after.enumerated() {
                let likeness = ItemMatch.likeness(words, others)
                // A declaration of another name is another one, unless nearly all of it is the same.
                let isDeclared = self.old.items[old[row]].isDeclaration || self.new.items[new[column]].isDeclaration
                if likeness >= (isDeclared && least > 0 ? 80 : least) { pairs.append((likeness, row, column)) }
            }
        }
        pairs.sort { ($1.likeness, abs($0.old - $0.new), $0.old) < ($0.likeness, abs($1.old - $1.new), $1.old) }
        for (_, row, column) in pairs where partners[old[row]] < 0 && origins[new[column]] < 0 {
            pair(old[row], new[column])
        }
    }

    /// How many of a hundred words of two sorted lists are in both.
    private static func likeness(_ a: [Int], _ b: [Int]) -> Int {
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var (i, j, both) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] { both += 1 }
            let step = (a[i] <= b[j], b[j] <= a[i])
            if step.0 { i += 1 }
            if step.1 { j += 1 }
        }
        return both * 200 / (a.count + b.count)
    }
}

extension SwiftTree {
    /// Items of a group with the text that they stand in.
    struct Side {
        let tree: SwiftTree
        var items: [Item]
        var isList: Bool

        init(_ tree: SwiftTree, _ group: Group?) {
            self.tree = tree
            items = group?.items ?? []
            isList = group?.kind == .list
        }

        /// Only some of them.
        func only(_ indices: [Int]) -> Side {
            var side = self
            side.items = indices.map { items[$0] }
            return side
        }

        func firstWord(of index: Int) -> Int {
            let first = items[index].first
            return tree.numbers.indices.contains(first) ? tree.numbers[first] : -1
        }

        /// The numbers of an item's tokens, sorted.
        func words(of index: Int) -> [Int] { tree.numbers[items[index].first..<items[index].end].sorted() }
    }
}
