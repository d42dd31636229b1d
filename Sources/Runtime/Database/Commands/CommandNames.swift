import ArgumentParser

/// The commands there are, to say which one a mistyped word was meant to be.
enum CommandNames {
    static let all = DatabaseCommands.configuration.groupedSubcommands.flatMap(\.subcommands)
        .compactMap { $0.configuration.commandName }

    /// The error for a first word that is no command; nil when it is one.
    static func problem(in arguments: [String]) -> (any Error)? {
        guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !all.contains(word) else { return nil }
        let nearest = all.map { (name: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
        let hint = nearest.flatMap { $0.distance <= max(2, $0.name.count / 3) ? "did you mean \($0.name)?" : nil }
        return ValidationError("unknown command \(word); \(hint ?? "there are: \(all.joined(separator: ", "))")")
    }

    /// How many letters must be added, removed or replaced to make one word the other.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (right[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
