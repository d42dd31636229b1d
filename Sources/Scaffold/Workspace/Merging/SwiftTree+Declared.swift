extension SwiftTree {
    /// Whether a merged text declares something twice that neither side does: both added it, each in another place,
    /// which lines alone do not see.
    static func declaresTwice(_ merged: [UInt8], mine: [UInt8], generated: [UInt8]) -> Bool {
        var numbers = TreeNumbers()
        guard let tree = SwiftTree(merged, numbers: &numbers), let own = SwiftTree(mine, numbers: &numbers),
            let other = SwiftTree(generated, numbers: &numbers)
        else { return false }
        let (ours, theirs) = (own.declared(&numbers), other.declared(&numbers))
        return tree.declared(&numbers).contains { $1 > 1 && $1 > max(ours[$0] ?? 0, theirs[$0] ?? 0) }
    }

    /// Whether a merged text declares what one side took away, because the other had moved it: lines alone see both take it
    /// from its old place, and one put it in another.
    static func keepsWhatWent(_ merged: [UInt8], base: [UInt8], mine: [UInt8], generated: [UInt8]) -> Bool {
        var numbers = TreeNumbers()
        let trees = [merged, base, mine, generated].compactMap { SwiftTree($0, numbers: &numbers) }
        guard trees.count == 4 else { return false }
        // Also wherever they stand: what they stand in may have got another name.
        return [true, false].contains { isOwned in
            let counts = trees.map { $0.declared(&numbers, isOwned: isOwned) }
            return counts[1].contains { key, before in
                let (now, own, new) = (counts[0][key] ?? 0, counts[2][key] ?? 0, counts[3][key] ?? 0)
                return min(own, new) < before && max(own, new) >= before && now > min(own, new)
            }
        }
    }

    /// How often each declaration is there.
    ///
    /// - Parameter isOwned: whether they are told apart by what they stand in.
    private func declared(_ numbers: inout TreeNumbers, isOwned: Bool = true) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        var open: [(owner: Int, group: Group)] = [(0, root)]
        while let (owner, group) = open.popLast() {
            for item in group.items {
                // An extension without a key of its own may well be there several times.
                let key = numbers.node([isOwned ? owner : 0, item.keys.first ?? -1])
                if item.isDeclaration { counts[key, default: 0] += 1 }
                for part in item.parts { if let inner = part.group, inner.kind == .code { open.append((key, inner)) } }
            }
        }
        return counts
    }
}
