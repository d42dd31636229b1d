/// The order in which scripts run: by their names, but none before those that it needs.
struct ScriptOrder {
    private let byName: [String: Script]
    /// In the order in which they run.
    private(set) var scripts: [Script] = []
    private var done: Set<String> = []
    /// Those that wait for the one that is looked at, the first of all in front.
    private var waiting: [String] = []

    /// - Parameter all: in the order of their names.
    /// - Throws: ``SeederOrderError`` for a circle, or one that needs a seeder that there is not.
    init(_ all: [Script]) throws {
        byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
        for script in all { try add(script) }
    }

    private mutating func add(_ script: Script) throws {
        guard !done.contains(script.name) else { return }
        if let start = waiting.firstIndex(of: script.name) {
            let circle = (waiting[start...] + [script.name]).joined(separator: " needs ")
            throw SeederOrderError(name: script.name, reason: "seeders need each other in a circle: \(circle)")
        }
        waiting.append(script.name)
        for name in script.dependencies.sorted() {
            guard let needed = byName[name] else {
                throw SeederOrderError(
                    name: script.name, reason: "it needs the seeder \(name), which is not in SeederList.swift")
            }
            try add(needed)
        }
        waiting.removeLast()
        done.insert(script.name)
        scripts.append(script)
    }

    /// All that a script needs, and what that needs.
    func needed(by script: Script) -> Set<String> {
        var names: Set<String> = []
        var open = script.dependencies
        while let name = open.popLast() {
            if names.insert(name).inserted { open += byName[name]?.dependencies ?? [] }
        }
        return names
    }
}

/// Seeders that cannot be brought into an order.
public struct SeederOrderError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The seeder that it was found at.
    public var name: String
    public var reason: String

    public var description: String { "\(name): \(reason)" }
}
