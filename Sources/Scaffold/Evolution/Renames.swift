/// What is called otherwise now, by the names that the database has.
struct Renames: Equatable, Sendable {
    /// The new name of each table.
    var tables: [String: String] = [:]
    /// The new name of each column, by its table's name before.
    var columns: [String: [String: String]] = [:]
    /// The new word of each value of an enum, by table and column before.
    var values: [String: [String: [String: String]]] = [:]
}

/// The single renames that come to a set of them: two names may be swapped, or one be free only when another has gone.
struct RenameSteps {
    private(set) var steps: [(from: String, to: String)] = []
    /// The names that there are, by what a database takes for the same.
    private var taken: [String: String]

    /// - Parameters:
    ///   - renames: each name with its new one.
    ///   - existing: every name that there is.
    init(_ renames: [(from: String, to: String)], among existing: some Sequence<String>) {
        taken = Dictionary(existing.map { ($0.lowercased(), $0) }) { first, _ in first }
        var pending = renames.filter { $0.from != $0.to }
        while !pending.isEmpty {
            var blocked: [(from: String, to: String)] = []
            for rename in pending {
                if taken[rename.to.lowercased()] == nil { step(rename.from, rename.to) } else { blocked.append(rename) }
            }
            if blocked.count == pending.count, let occupant = taken[blocked[0].to.lowercased()] {
                // A circle, or a name that is about to go: it makes room under another name.
                let room = freeName(like: occupant)
                step(occupant, room)
                for place in blocked.indices where blocked[place].from == occupant { blocked[place].from = room }
            }
            pending = blocked
        }
    }

    private mutating func step(_ name: String, _ newName: String) {
        taken[name.lowercased()] = nil
        taken[newName.lowercased()] = newName
        steps.append((name, newName))
    }

    private func freeName(like name: String) -> String {
        var number = 1
        while true {
            let ending = number == 1 ? "_old" : "_old\(number)"
            let free = name.prefix(Identifier.maximumLength - ending.count) + ending
            if taken[free.lowercased()] == nil { return String(free) }
            number += 1
        }
    }
}
