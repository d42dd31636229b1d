/// The files of models as they were rendered last on this machine. While neither the schema nor the tool has changed,
/// their texts are read where they lie and not rendered again.
///
/// Whatever they are made of beside the schema and the tool itself has to be part of the key.
struct RenderedModels: Sendable {
    /// Among the tool's own files in an app; not for git. The first line is the key, the others are `LENGTH HASH PATH`.
    static let name = "bin/rendered"
    /// Fewer models are rendered sooner than looked up.
    static let least = 50

    /// Stands for all that the files are made of; nil where that cannot be told.
    let key: String?
    /// Every file that models have; nil where they were made of something else.
    private(set) var paths: Set<String>?
    /// The texts that are as they were rendered.
    private(set) var texts: [String: String] = [:]

    /// - Parameter sources: the files of the schema.
    init(of sources: [SchemaReader.Source], in workspace: Workspace) throws {
        key = RenderedModels.key(of: sources)
        guard let key, let book = try? workspace.book(RenderedModels.name) else { return }
        let lines = book.linesOfAnySystem
        guard let first = lines.first, first == key else { return }
        let records = Records(tree: AppTree(root: workspace.root, files: workspace.files))
        var paths: Set<String> = []
        var texts: [String: String] = [:]
        for line in lines.dropFirst() where !line.isEmpty {
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count == 3, RelativePath.problem(in: String(parts[2])) == nil else { return }
            let path = String(parts[2])
            paths.insert(path)
            // The text of a file that was left in conflict waits beside its base.
            for shelf in [Records.Shelf.base, .waiting] {
                let text = try records.text(shelf, path)
                guard let text, FileDigest(text).line == "\(parts[0]) \(parts[1])" else { continue }
                texts[path] = String(decoding: text, as: UTF8.self)
                break
            }
        }
        self.paths = paths
        self.texts = texts
    }

    /// What is kept of these files for the next run.
    func book(of files: [GeneratedFile]) -> String? {
        guard let key else { return nil }
        return ([key] + files.map { "\(FileDigest(Array($0.text.utf8)).line) \($0.path)" }).joined(separator: "\n")
            + "\n"
    }

    private static func key(of sources: [SchemaReader.Source]) -> String? {
        guard let tool = Machine.executable, let build = BuildInputs.fingerprint(file: tool) else { return nil }
        let texts = sources.sorted { $0.file < $1.file }.map { "\($0.file)\n\($0.text)\n" }.joined()
        return "1 \(build) \(FileDigest(Array(texts.utf8)).line)"
    }
}

extension FileDigest {
    fileprivate var line: String { "\(length) \(String(hash, radix: 16))" }
}
