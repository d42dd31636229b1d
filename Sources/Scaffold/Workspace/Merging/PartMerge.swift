/// The parts of an item that both sides changed, brought together token by token.
enum PartMerge {
    enum Step {
        case mine(ArraySlice<SwiftTree.Part>)
        case generated(ArraySlice<SwiftTree.Part>)
        /// The same token, or groups that stand in the same place.
        case both(SwiftTree.Part?, SwiftTree.Part, SwiftTree.Part)
        /// One token that both changed, each differently.
        case changed(SwiftTree.Part, SwiftTree.Part, SwiftTree.Part)
        case clash
    }

    static func steps(_ base: [SwiftTree.Part]?, _ mine: [SwiftTree.Part], _ generated: [SwiftTree.Part]) -> [Step] {
        guard let base else { return withoutBase(mine, generated) }
        let stretches = ThreeWay(
            mine: partners(base, mine), generated: partners(base, generated), counts: (mine.count, generated.count)
        ).stretches
        return stretches.flatMap { stretch -> [Step] in
            let (was, ours, theirs) = (base[stretch.base], mine[stretch.mine], generated[stretch.generated])
            if stretch.isSame {
                return zip(was, zip(ours, theirs)).map { .both($0, $1.0, $1.1) }
            }
            let numbers = (was.map(\.identity), ours.map(\.identity), theirs.map(\.identity))
            if numbers.0 == numbers.2 || numbers.1 == numbers.2 { return [.mine(ours)] }
            if numbers.0 == numbers.1 { return [.generated(theirs)] }
            if was.count == 1, ours.count == 1, theirs.count == 1, let was = was.first, let own = ours.first {
                return theirs.map { .changed(was, own, $0) }
            }
            return was.isEmpty ? bothAdded(ours, theirs) : [.clash]
        }
    }

    /// For each part of one the part of the other, rising: equal ones, and between those groups of the same brackets.
    private static func partners(_ old: [SwiftTree.Part], _ new: [SwiftTree.Part]) -> [Int] {
        var partners = LineDiff(from: old.map(\.identity), to: new.map(\.identity)).partners
        var next = 0
        for index in old.indices {
            if partners[index] >= 0 {
                next = partners[index] + 1
                continue
            }
            guard let group = old[index].group else { continue }
            let limit = partners[index...].first { $0 >= 0 } ?? new.count
            let twin = (next..<max(next, limit)).first { new[$0].group?.opening == group.opening }
            guard let twin else { continue }
            partners[index] = twin
            next = twin + 1
        }
        return partners
    }

    /// Two insertions in one place go well together where each is one more of a row.
    private static func bothAdded(_ mine: ArraySlice<SwiftTree.Part>, _ generated: ArraySlice<SwiftTree.Part>) -> [Step]
    {
        let isRow = mine.first?.identity == generated.first?.identity && mine.count > 1 && generated.count > 1
        return isRow ? [.mine(mine), .generated(generated)] : [.clash]
    }

    /// Only what stands in brackets may differ where nothing is known of what it was, and no arguments.
    private static func withoutBase(_ mine: [SwiftTree.Part], _ generated: [SwiftTree.Part]) -> [Step] {
        guard mine.count == generated.count else { return [.clash] }
        return zip(mine, generated).map { ours, theirs in
            let isMergeable = ours.group?.opening == theirs.group?.opening && ours.group?.opening != UInt8(ascii: "(")
            return ours.identity == theirs.identity || ours.group != nil && isMergeable
                ? .both(nil, ours, theirs) : .clash
        }
    }
}
