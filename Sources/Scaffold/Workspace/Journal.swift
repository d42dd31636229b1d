import FoundationEssentials

/// The folder `.scaffold/journal` of a run that is being written: the new texts, numbered, and, as the last thing to
/// appear there, the list of what goes where. With the list the run is bound to be completed; without it, it never was.
struct Journal {
    static let folder = "\(Records.folder)/journal"
    /// Made in one step, when every new text is on the disk.
    static let list = "\(folder)/journal.json"
    /// What the list is called once everything is in its place.
    static let done = "\(folder)/done.json"
    /// The record that takes the place of ``UndoRecord/folder`` at the end; empty where none is to be kept.
    static let undo = "\(folder)/undo"

    /// The list.
    struct Content: Codable, Equatable {
        var version = 1
        var entries: [Entry]
    }

    /// A ``FileChange`` whose texts lie in the journal's folder.
    struct Entry: Codable, Equatable {
        var path: String
        var found: FileDigest?
        var step: Step
        var records: [Record]

        /// What happens to the file itself.
        enum Step: Codable, Equatable {
            case stay, remove
            case replace(staged: String)
        }

        struct Record: Codable, Equatable {
            var path: String
            /// The name in the journal's folder; nil removes.
            var staged: String?
        }
    }

    static func encode(_ content: Content) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(content))
    }

    /// - Throws: a ``Diagnostic`` where the list was not written by this version of the tool, or leads out of the app:
    ///   the journal may have come with somebody else's repository.
    static func decode(_ bytes: [UInt8]) throws -> Content {
        let trouble = Diagnostic(
            message: "\(list), left by an interrupted run, cannot be read",
            suggestion: "the texts of that run lie beside it; move \(folder) away and run again")
        guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)), content.version == 1 else {
            throw trouble
        }
        for entry in content.entries {
            let recordPaths = entry.records.map(\.path)
            let staged = entry.records.compactMap(\.staged) + (entry.step.staged.map { [$0] } ?? [])
            guard ([entry.path] + recordPaths).allSatisfy({ RelativePath.problem(in: $0) == nil }),
                recordPaths.allSatisfy({ $0.hasPrefix(Records.folder + "/") }),
                staged.allSatisfy({ Int($0) != nil })
            else { throw trouble }
        }
        return content
    }
}

extension Journal.Entry.Step {
    var staged: String? {
        guard case .replace(let staged) = self else { return nil }
        return staged
    }
}
