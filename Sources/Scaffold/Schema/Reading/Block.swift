/// A mapping of the schema whose keys are known: what it holds by key, with unknown keys already reported.
struct Block<Key: SchemaKey> {
    private(set) var values: [Key: YAMLNode] = [:]
    private var keys: [Key: YAMLNode.Scalar] = [:]
    let position: SourcePosition
    /// Whether every key was one that is known; where it is not, a key that seems to be missing may be among the others.
    private(set) var isUnderstood = true
    private let problems: Problems

    /// Reports keys that nothing knows (with the nearest that it does know) and those of a later version.
    ///
    /// - Parameter owner: What the block belongs to, for messages: `model 'Post'`.
    init?(_ node: YAMLNode, owner: String, _ problems: Problems) {
        guard case .map(let map) = node else {
            problems.error(
                "\(owner) has to be a mapping of keys to values, not \(node.kind)", at: node.position,
                "keys are \(Self.known.joined(separator: ", "))")
            return nil
        }
        position = map.position
        self.problems = problems
        for entry in SplitValues.mended(map, problems) {
            guard let key = Key(rawValue: entry.key.text) else {
                isUnderstood = false
                problems.unknown("\(Key.noun)", entry.key.text, at: entry.key.position, among: Self.known)
                continue
            }
            guard key.entry.isThere else {
                isUnderstood = false
                problems.notYet(
                    "'\(key.rawValue)' (\(key.entry.summary.lowercasedFirst)) of \(owner) is", at: entry.key.position)
                continue
            }
            values[key] = entry.value
            keys[key] = entry.key
        }
    }

    private static var known: [String] { Key.allCases.filter(\.entry.isThere).map(\.rawValue) }

    subscript(key: Key) -> YAMLNode? { values[key] }

    /// Where the key itself stands.
    func place(of key: Key) -> SourcePosition { keys[key]?.position ?? position }

    /// The value of a key as text, whatever it looks like (`true`, `12`).
    func text(_ key: Key) -> YAMLNode.Scalar? {
        guard let node = values[key] else { return nil }
        guard case .scalar(let scalar) = node, !node.isNull else {
            problems.error("'\(key.rawValue)' has to be a word, not \(node.kind)", at: node.position)
            return nil
        }
        return scalar
    }

    func flag(_ key: Key) -> Bool? {
        guard let node = values[key] else { return nil }
        if let flag = node.boolean { return flag }
        let word = node.scalar?.text.lowercased() ?? ""
        let meant =
            ["yes", "on", "y", "1"].contains(word) ? "true" : ["no", "off", "n", "0"].contains(word) ? "false" : nil
        problems.error(
            "'\(key.rawValue)' has to be true or false, not \(node.kind)", at: node.position,
            meant.map { "did you mean '\($0)'?" })
        return nil
    }

    /// A value that is one of a few words, in any case.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ key: Key, _ type: Word.Type) -> Word? {
        guard let scalar = text(key) else { return nil }
        if let word = Word.allCases.first(where: { $0.rawValue.lowercased() == scalar.text.lowercased() }) {
            return word
        }
        problems.unknown(
            "value of '\(key.rawValue)':", scalar.text, at: scalar.position, among: Word.allCases.map(\.rawValue))
        return nil
    }
}

extension String {
    /// `Soft delete` as it stands within a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
