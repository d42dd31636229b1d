import Testing

@testable import scaffold

@Suite struct LineDiffTests {
    /// Checks that partners are equal and rise.
    private func check(_ old: [Int], _ new: [Int]) -> Int {
        let partners = LineDiff(from: old, to: new).partners
        var last = -1
        for (index, partner) in partners.enumerated() where partner >= 0 {
            #expect(old[index] == new[partner])
            #expect(partner > last)
            last = partner
        }
        return partners.count { $0 >= 0 }
    }

    @Test func `what is the same is paired`() {
        #expect(check([], []) == 0)
        #expect(check([1, 2, 3], [1, 2, 3]) == 3)
        #expect(check([1, 2, 3], [4, 5]) == 0)
        #expect(check([1, 2, 3, 4], [1, 9, 3, 4]) == 3)
        #expect(check([1, 1, 2, 1, 1, 3, 1], [1, 2, 1, 1, 1, 3]) == 5)
        #expect(check([7, 7, 7, 7], [7, 7]) == 2)
    }

    @Test func `hardly less is paired than could be`() {
        var random = SeededRandom(seed: 5)
        var (paired, most) = (0, 0)
        for _ in 0..<2000 {
            let old = (0..<Int.random(in: 0...12, using: &random)).map { _ in Int.random(in: 0...2, using: &random) }
            let new = (0..<Int.random(in: 0...12, using: &random)).map { _ in Int.random(in: 0...2, using: &random) }
            paired += check(old, new)
            most += LineDiffTests.common(old, new)
        }
        #expect(paired * 20 > most * 19)
    }

    /// The length of the longest common subsequence.
    private static func common(_ a: [Int], _ b: [Int]) -> Int {
        var row = Array(repeating: 0, count: b.count + 1)
        for x in a {
            var corner = 0
            for (index, y) in b.enumerated() {
                (corner, row[index + 1]) = (row[index + 1], x == y ? corner + 1 : max(row[index], row[index + 1]))
            }
        }
        return row.last ?? 0
    }

    @Test func `long sequences take a moment, alike or not`() {
        let clock = ContinuousClock()
        var random = SeededRandom(seed: 1)
        let old = Array(0..<20_000)
        let shuffled = old.shuffled(using: &random)
        let few = old.map { $0 % 3 }
        let other = old.map { $0 * 7 % 5 % 3 }
        let time = clock.measure {
            _ = check(old, shuffled)
            _ = check(few, other)
            _ = check(old, old.map { $0 + 20_000 })
        }
        #expect(time < .seconds(10))
    }
}

/// The same numbers at every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
