import Synchronization

/// Numbers for sample values that have to differ from one another.
enum Sample {
    private static let last = Atomic(0)

    static func number() -> Int { last.add(1, ordering: .relaxed).newValue }
}
