/// The part of an app that a command is about, as it was typed: models by name, files and folders by path.
struct Selection {
    private var files: Set<String> = []
    private var folders: [String] = []

    /// - Parameters:
    ///   - words: as they were typed.
    ///   - paths: what there is to choose from.
    ///   - models: the files of each model.
    ///   - folder: where the command was given, relative to the app; paths may be meant from there.
    ///   - purpose: what could be done with what is chosen.
    /// - Throws: ``Diagnostics`` for words that select nothing, each with the nearest that would.
    init(
        _ words: [String], among paths: [String], models: [String: [String]] = [:], from folder: String = "",
        to purpose: String
    ) throws {
        var problems: [Diagnostic] = []
        for word in words {
            if let files = models[word] {
                self.files.formUnion(files)
            } else if let path = Selection.candidates(word, from: folder).first(where: { Selection.holds($0, paths) }) {
                folders.append(path)
            } else {
                let folders = Set(paths.flatMap(RelativePath.parents))
                problems.append(
                    Diagnostic(
                        message: "'\(Shown.text(word))' names nothing to \(purpose)",
                        suggestion: Diagnostic.didYouMean(word, among: Array(models.keys) + paths + folders)))
            }
        }
        guard problems.isEmpty else { throw Diagnostics(all: problems) }
    }

    func contains(_ path: String) -> Bool {
        files.contains(path) || folders.contains { Selection.isIn(path, $0) }
    }

    private static func isIn(_ path: String, _ folder: String) -> Bool {
        folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
    }

    private static func holds(_ folder: String, _ paths: [String]) -> Bool { paths.contains { isIn($0, folder) } }

    /// The path as it was typed, from where the user is and from the app, without dots.
    private static func candidates(_ word: String, from folder: String) -> [String] {
        guard !word.isEmpty else { return [] }
        return [plain(folder + "/" + word), plain(word)].compactMap { $0 }
    }

    /// Nil for a path that leaves the app.
    private static func plain(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            guard part == ".." else {
                parts.append(part)
                continue
            }
            guard parts.popLast() != nil else { return nil }
        }
        return parts.joined(separator: "/")
    }
}
