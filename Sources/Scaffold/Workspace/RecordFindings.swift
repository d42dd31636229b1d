/// What was found amiss with the records of generated files during a plan, for its reader.
final class RecordFindings {
    /// Files whose record has the marks of a merge in it.
    private var marked: Set<String> = []
    /// Files whose record git has put together of two.
    private var merged: Set<String> = []
    /// Files of which nothing is recorded.
    private var unknown: Set<String> = []
    private let tree: AppTree
    private var knownTexts: GeneratedTexts?

    init(_ tree: AppTree) { self.tree = tree }

    /// Read when they are first asked for.
    func texts() throws -> GeneratedTexts {
        if let knownTexts { return knownTexts }
        let texts = try GeneratedTexts(in: tree)
        knownTexts = texts
        return texts
    }

    func isMarked(_ path: String) -> Bool { marked.contains(path) || merged.contains(path) }

    func noteMarked(_ path: String, hasMarks: Bool = true) {
        if hasMarks { marked.insert(path) } else { merged.insert(path) }
    }
    func noteUnknown(_ path: String) { unknown.insert(path) }

    /// One sentence for each kind of thing.
    func words(for plan: Plan) -> [String] {
        var words: [String] = []
        if !marked.isEmpty {
            words.append(
                "the marks of a merge were in the record of \(RecordFindings.list(marked)): the side that is nearer to the "
                    + "file counts as what was generated")
        }
        // What was not there is simply made.
        let passed: [FileStatus] = [.create, .deleted, .orphaned]
        let there = plan.items.filter { unknown.contains($0.path) && !passed.contains($0.status) }
        if !there.isEmpty {
            let same = there.count { $0.status == .identical }
            words.append(
                "nothing is recorded under \(Records.folder) of how \(RecordFindings.list(Set(there.map(\.path)))) came "
                    + "about: \(same) as generated now and recorded again, \(there.count - same) taken for yours")
        }
        return words
    }

    private static func list(_ paths: Set<String>) -> String {
        paths.count > 3 ? "\(paths.count) files" : paths.sorted().joined(separator: ", ")
    }
}
