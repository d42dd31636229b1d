/// Numbers that look like chance and are the same in every run: a mix of a seed and of what they are for.
struct SampleNumber {
    private var state: UInt64

    init(seed: UInt64, _ words: String...) {
        state = seed &+ 0x9E37_79B9_7F4A_7C15
        for word in words {
            // FNV-1a, unlike `Hasher` the same in every process.
            for byte in word.utf8 { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
            _ = next()
        }
    }

    /// Of a state that is a mix already.
    init(state: UInt64) { self.state = state }

    /// A number that stands for words.
    static func mark(_ words: String...) -> UInt64 {
        var number = SampleNumber(state: 0)
        for word in words {
            for byte in word.utf8 { number.state = (number.state ^ UInt64(byte)) &* 1_099_511_628_211 }
            _ = number.next()
        }
        return number.next()
    }

    /// The next number (SplitMix64).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 on, less than the limit; 0 for a limit of none.
    mutating func next(below limit: Int) -> Int {
        limit > 0 ? Int(next() % UInt64(limit)) : 0
    }
}
