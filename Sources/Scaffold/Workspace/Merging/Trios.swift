/// What is the same item in base, mine and generated, in the order of the merged group.
struct Trio {
    var base: Int?
    var mine: Int?
    var generated: Int?

    /// The order is mine's; what only generated has follows there the one that it follows in generated. Where only
    /// generated changed the order, it is the other way round.
    static func ordered(base: SwiftTree.Side, mine: SwiftTree.Side, generated: SwiftTree.Side) -> [Trio] {
        var toMine = ItemMatch(base, mine, isLoose: true)
        var toGenerated = ItemMatch(base, generated, isLoose: true)
        pairReplaced(&toMine, &toGenerated)
        let ours = toMine.origins.indices.filter { toMine.origins[$0] < 0 }
        let theirs = toGenerated.origins.indices.filter { toGenerated.origins[$0] < 0 }
        let added = ItemMatch(mine.only(ours), generated.only(theirs), isLoose: false)
        var twin = Array(repeating: -1, count: mine.items.count)
        for (index, partner) in added.partners.enumerated() where partner >= 0 {
            let (own, other) = (ours[index], theirs[partner])
            // Where nothing is known of what was there, both may be the one extension.
            if base.items.isEmpty || !mine.extends(own, apartFrom: generated, other) { twin[own] = other }
        }

        func index(_ value: Int) -> Int? { value < 0 ? nil : value }
        let mineTrios = mine.items.indices.map { place in
            let origin = toMine.origins[place]
            let other = origin < 0 ? twin[place] : toGenerated.partners[origin]
            return Trio(base: index(origin), mine: place, generated: index(other))
        }
        var byGenerated: [Int: Trio] = [:]
        for trio in mineTrios { if let place = trio.generated { byGenerated[place] = trio } }
        let generatedTrios = generated.items.indices.map { place in
            byGenerated[place] ?? Trio(base: index(toGenerated.origins[place]), mine: nil, generated: place)
        }
        if rises(toMine.partners), !rises(toGenerated.partners) {
            return weave(mineTrios, into: generatedTrios) { $0.mine }
        }
        return weave(generatedTrios, into: mineTrios) { $0.generated }
    }

    /// What both sides have something else for is the same item still: they changed it differently.
    private static func pairReplaced(_ toMine: inout ItemMatch, _ toGenerated: inout ItemMatch) {
        func replacements(_ side: ItemMatch, _ other: ItemMatch) -> [Int: Int] {
            side.gaps.reduce(into: [:]) { found, gap in
                let gone = gap.old.filter { other.partners[$0] < 0 }
                found.merge(side.replacements(gone, by: gap.new)) { first, _ in first }
            }
        }
        let (ours, theirs) = (replacements(toMine, toGenerated), replacements(toGenerated, toMine))
        for (index, mine) in ours {
            guard let generated = theirs[index] else { continue }
            toMine.pair(index, mine)
            toGenerated.pair(index, generated)
        }
    }

    private static func rises(_ partners: [Int]) -> Bool {
        var last = -1
        return partners.allSatisfy { partner in
            defer { last = max(last, partner) }
            return partner < 0 || partner > last
        }
    }

    /// - Parameter place: where a trio stands among the others.
    private static func weave(_ others: [Trio], into trios: [Trio], by place: (Trio) -> Int?) -> [Trio] {
        var shared: [Int: Int] = [:]
        for (index, trio) in trios.enumerated() { if let place = place(trio) { shared[place] = index } }
        var front: [Trio] = []
        var before: [Int: [Trio]] = [:]
        var after: [Int: [Trio]] = [:]
        var anchor: Int?
        for trio in others {
            if let index = place(trio).flatMap({ shared[$0] }) {
                if anchor == nil {
                    before[index] = front
                    front = []
                }
                anchor = index
            } else if let anchor {
                after[anchor, default: []].append(trio)
            } else {
                front.append(trio)
            }
        }
        return trios.indices.flatMap { (before[$0] ?? []) + [trios[$0]] + (after[$0] ?? []) } + front
    }
}

extension SwiftTree.Side {
    /// Whether two items are extensions that declare different things: there may be many of one type.
    fileprivate func extends(_ index: Int, apartFrom other: SwiftTree.Side, _ otherIndex: Int) -> Bool {
        guard let own = members(ofExtension: index), let theirs = other.members(ofExtension: otherIndex) else {
            return false
        }
        return own.isDisjoint(with: theirs)
    }

    /// The keys of what an extension declares; nil for what is none.
    private func members(ofExtension index: Int) -> Set<Int>? {
        let parts = items[index].parts
        guard parts.contains(where: { $0.group == nil && tree.text(of: $0.tokens).elementsEqual("extension".utf8) }),
            let group = parts.last?.group, group.kind == .code
        else { return nil }
        return Set(group.items.flatMap(\.keys))
    }
}
