/// The fingerprints of the texts under `.scaffold/base`, one line a file: `.scaffold/texts`.
///
/// Where two branches have changed a file, git's union of their records is neither's text; but the union of these lines
/// names both. A file that is as either branch generated it was edited by nobody.
struct GeneratedTexts: Equatable, Sendable {
    static let path = "\(Records.folder)/texts"

    private var digests: [String: Set<FileDigest>] = [:]

    /// Reads what ``text`` writes; any other line is passed over.
    init(_ text: String = "") {
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2).map { String(Substring($0)) }
            guard parts.count == 3, let hash = UInt64(parts[0], radix: 16), let length = Int(parts[1]) else { continue }
            digests[parts[2], default: []].insert(FileDigest(length: length, hash: hash))
        }
    }

    /// `cbf29ce484222325 0 Sources/App/Models/Post.swift` a line, by path.
    var text: String {
        digests.sorted { $0.key < $1.key }.flatMap { path, all in
            all.sorted { $0.hash < $1.hash }.map { "\(String($0.hash, radix: 16)) \($0.length) \(path)\n" }
        }.joined()
    }

    /// Whether branches that were merged have left more than one text of a file.
    func areMany(_ path: String) -> Bool { digests[path, default: []].count > 1 }

    /// Whether a text is one that was generated.
    func know(_ text: [UInt8], of path: String) -> Bool { digests[path, default: []].contains(FileDigest(text)) }

    /// Takes in what a run changes among the records.
    mutating func follow(_ changes: [FileChange]) {
        let prefix = Records.path(.base, "")
        for record in changes.flatMap(\.records) where record.path.hasPrefix(prefix) {
            digests[String(record.path.dropFirst(prefix.count))] = record.text.map { [FileDigest($0)] }
        }
    }
}

extension GeneratedTexts {
    init(in tree: AppTree) throws {
        if case .file(let text, _) = try tree.find(GeneratedTexts.path) {
            self.init(String(decoding: text, as: UTF8.self))
        } else {
            self.init()
        }
    }

    /// The changes with the one of the fingerprints that goes with them.
    static func adding(to changes: [FileChange], in tree: AppTree, mode: UInt32) throws -> [FileChange] {
        guard !changes.isEmpty else { return [] }
        var change = FileChange(path: path, found: nil, text: nil, mode: mode)
        var texts: GeneratedTexts
        switch try tree.find(path) {
        case .blocked(let obstacle): throw obstacle
        case .nothing: texts = try GeneratedTexts(ofRecordsIn: tree)
        case .file(let old, let mode):
            texts = GeneratedTexts(String(decoding: old, as: UTF8.self))
            (change.found, change.mode) = (FileDigest(old), mode)
        }
        texts.follow(changes)
        let new = Array(texts.text.utf8)
        // The records' own taking back brings its fingerprints along.
        guard FileDigest(new) != change.found, !changes.contains(where: { $0.path == path }) else { return changes }
        change.text = new
        return changes + [change]
    }

    /// Of an app that has records and no list of them.
    private init(ofRecordsIn tree: AppTree) throws {
        let records = Records(tree: tree)
        for path in try records.paths(on: .base) {
            if let text = try records.text(.base, path) { digests[path] = [FileDigest(text)] }
        }
    }
}
