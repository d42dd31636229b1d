import FoundationEssentials

/// What the last run changed and the texts that stood there before: the folder `.scaffold/undo`, which belongs to one
/// machine. It appears in the same step as what it tells of.
struct UndoRecord: Codable, Equatable, Sendable {
    static let folder = "\(Records.folder)/undo"
    static let name = "undo.json"

    /// Who changed it, and when.
    struct Run: Codable, Equatable, Sendable {
        /// The command without its arguments, which may hold a password: `model:generate`.
        var command: String
        /// Seconds since 1970.
        var at: Int
    }

    /// One file, those under `.scaffold` included.
    struct Entry: Codable, Equatable, Sendable {
        var path: String
        /// Nil where nothing was.
        var before: Former?
        /// What the run left there; nil for nothing.
        var after: FileDigest?
    }

    struct Former: Codable, Equatable, Sendable {
        /// The name of the text in the folder.
        var text: String
        var mode: UInt32
        var digest: FileDigest
    }

    var version = 1
    var run: Run
    var entries: [Entry]

    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    /// - Throws: a ``Diagnostic`` where it is not this version's, or leads out of the app.
    init(decoding bytes: [UInt8]) throws {
        guard let record = try? JSONDecoder().decode(UndoRecord.self, from: Data(bytes)), record.version == 1,
            record.entries.allSatisfy({ entry in
                RelativePath.problem(in: entry.path) == nil && entry.before.map { Int($0.text) != nil } ?? true
            })
        else {
            throw Diagnostic(
                message: "\(UndoRecord.folder)/\(UndoRecord.name), the record of the last run, cannot be read",
                suggestion: "nothing was changed; version control has what was there before")
        }
        self = record
    }

    init(run: Run, entries: [Entry]) {
        self.run = run
        self.entries = entries
    }
}

extension UndoRecord.Run {
    /// The run of this process.
    static var ofThisProcess: UndoRecord.Run {
        let command = CommandLine.arguments.dropFirst().first ?? ""
        let isWord = command.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: ":") }
        return .init(command: isWord ? command : "", at: Int(Date().timeIntervalSince1970))
    }

    /// How long ago it was: `3 minutes ago`.
    func age(at now: Int = Int(Date().timeIntervalSince1970)) -> String {
        let seconds = now > at ? now - at : 0
        let units = [("day", 86_400), ("hour", 3_600), ("minute", 60)]
        guard let (name, length) = units.first(where: { seconds >= $0.1 }) else { return "just now" }
        let count = seconds / length
        return "\(count) \(name)\(count == 1 ? "" : "s") ago"
    }
}
