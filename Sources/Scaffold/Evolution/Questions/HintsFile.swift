import FoundationEssentials

/// A file of hints, for scripts and for answers that are given more than once:
///
/// ```json
/// {"rename": {"Post.title": "headline"}, "drop": ["Post.body"], "backfill": {"Post.slug": "none"}, "allowDataLoss": true}
/// ```
struct HintsFile: Codable, Equatable {
    var rename: [String: String]?
    var drop: [String]?
    var backfill: [String: String]?
    var allowDataLoss: Bool?

    private static let keys = ["rename", "drop", "backfill", "allowDataLoss"]

    /// - Throws: ``Diagnostic`` for a text that is no such file, or has a key that means nothing.
    static func hints(in text: String, file: String) throws -> [Hint] {
        let data = Data(text.utf8)
        let place = SourcePosition(file: file, line: 1, column: 1)
        guard let contents = try? JSONDecoder().decode(HintsFile.self, from: data),
            let all = try? JSONDecoder().decode([String: AnyKey].self, from: data)
        else {
            throw Diagnostic(
                message: "this is no file of hints", position: place,
                suggestion: #"{"rename": {"Post.title": "headline"}, "drop": ["Post.body"]}"#)
        }
        if let unknown = all.keys.sorted().first(where: { !keys.contains($0) }) {
            throw Diagnostic(
                message: "unknown key '\(Shown.text(unknown))' of a file of hints", position: place,
                suggestion: Diagnostic.didYouMean(unknown, among: keys))
        }
        return try contents.hints()
    }

    private func hints() throws -> [Hint] {
        var hints: [Hint] = []
        for (path, name) in (rename ?? [:]).sorted(by: { $0.key < $1.key }) {
            hints.append(try .rename("\(path)=\(name)"))
        }
        for path in drop ?? [] { hints.append(.drop(try SchemaPath(parsing: path))) }
        for (path, value) in (backfill ?? [:]).sorted(by: { $0.key < $1.key }) {
            hints.append(try .backfill("\(path)=\(value)"))
        }
        if allowDataLoss == true { hints.append(.allowDataLoss) }
        return hints
    }

    /// Any value of JSON: only its key counts.
    private struct AnyKey: Decodable {
        init(from decoder: any Decoder) {}
    }
}
