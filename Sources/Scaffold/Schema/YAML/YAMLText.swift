import Yams

/// Reads the text of a YAML file into a ``YAMLNode`` with positions, within limits that no schema meets and that keep
/// a hostile file from taking the machine's memory or stack.
///
/// Lines and columns count from 1; columns count Unicode scalars.
struct YAMLText {
    /// Bytes of one file.
    static let maximumSize = 16 << 20
    /// Blocks within blocks.
    static let maximumDepth = 32
    /// Values of one file, aliases (`*name`) written out.
    static let maximumNodes = 1_000_000

    var file: String
    var text: String

    /// The document's root; nil for a text that holds nothing but blanks and comments.
    func root() throws(Diagnostics) -> YAMLNode? {
        try checkSize()
        try checkAliases()
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else { return nil }
            var converter = NodeConverter(file: file)
            return try converter.convert(node, depth: 0)
        } catch let error as YamlError {
            throw Diagnostics(all: [diagnostic(error)])
        } catch let error as Diagnostic {
            throw Diagnostics(all: [error])
        } catch {
            throw Diagnostics(all: [Diagnostic(message: "\(error)", position: start)])
        }
    }

    private var start: SourcePosition { SourcePosition(file: file, line: 1, column: 1) }

    private func checkSize() throws(Diagnostics) {
        guard text.utf8.count > Self.maximumSize else { return }
        throw Diagnostics(all: [
            Diagnostic(
                message: "the file has \(text.utf8.count) bytes; a schema may have \(Self.maximumSize)",
                position: start,
                suggestion: "put models into more files under schema/")
        ])
    }

    /// Yams looks for duplicates by hashing whole keys. An alias stays small until something walks through what it
    /// stands for, so a key made of aliases would take for ever (the "billion laughs"): such keys are refused here,
    /// before Yams sees them. Everything else is counted while it is converted.
    private func checkAliases() throws(Diagnostics) {
        guard let line = CollectionKeys.line(in: text) else { return }
        throw Diagnostics(all: [
            Diagnostic(
                message: "a key is made of an alias or of a collection; keys of a schema are words",
                position: SourcePosition(file: file, line: line, column: 1))
        ])
    }

    private func position(_ mark: Mark) -> SourcePosition {
        SourcePosition(file: file, line: max(mark.line, 1), column: max(mark.column, 1))
    }

    private func diagnostic(_ error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Diagnostic(
                message: "this is not YAML: \(problem)", position: position(mark), suggestion: hint(problem, mark))
        case .reader(let problem, let offset, _, _):
            Diagnostic(message: "this is not YAML: \(problem)", position: offset.map(position(ofCharacter:)) ?? start)
        case .duplicatedKeysInMapping(let keys, let context):
            duplicate(keys.first ?? "", position(context.mark))
        default:
            Diagnostic(message: "this is not YAML: \(error)", position: start)
        }
    }

    private func duplicate(_ key: String, _ position: SourcePosition) -> Diagnostic {
        Diagnostic(
            message: "the key '\(Shown.text(key))' stands twice in one mapping, here and further down",
            position: position,
            suggestion: key.contains(")")
                ? "YAML splits at commas between braces: put quotes around \"type(a, b)\"" : nil)
    }

    private func hint(_ problem: String, _ mark: Mark) -> String? {
        if problem.contains("cannot start any token") {
            return "indent with blanks, not with tabs, and quote values that begin with @, ` or %"
        }
        if problem.contains("mapping values are not allowed") {
            return "quote a value that has a colon and a blank in it, and check the indentation"
        }
        if problem.contains("did not find expected ',' or '}'") || problem.contains("did not find expected ',' or ']'")
        {
            return "close the bracket, or quote the value"
        }
        return nil
    }

    private func position(ofCharacter offset: Int) -> SourcePosition {
        let before = text.prefix(offset)
        let line = before.count { $0.isNewline } + 1
        let column = before.reversed().prefix { !$0.isNewline }.count + 1
        return SourcePosition(file: file, line: line, column: column)
    }
}

/// Yams' nodes as ours, counted as they are walked through.
private struct NodeConverter {
    let file: String
    var count = 0

    mutating func convert(_ node: Node, depth: Int) throws -> YAMLNode {
        let position = position(of: node)
        count += 1
        guard count <= YAMLText.maximumNodes else {
            throw Diagnostic(
                message:
                    "the file stands for more than \(YAMLText.maximumNodes) values once its aliases are written out",
                position: position)
        }
        guard depth <= YAMLText.maximumDepth else {
            throw Diagnostic(
                message: "blocks are nested deeper than \(YAMLText.maximumDepth) levels", position: position)
        }
        switch node {
        case .scalar(let scalar):
            return .scalar(.init(text: scalar.string, position: position, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            return .list(try sequence.map { try convert($0, depth: depth + 1) }, position)
        case .mapping(let mapping):
            return .map(try convert(mapping, position, depth))
        case .alias:
            throw Diagnostic(message: "an alias that stands for nothing", position: position)
        }
    }

    private mutating func convert(_ map: Node.Mapping, _ position: SourcePosition, _ depth: Int) throws -> YAMLNode.Map
    {
        var entries: [YAMLNode.Entry] = []
        entries.reserveCapacity(map.count)
        for (key, value) in map {
            guard case .scalar(let scalar) = try convert(key, depth: depth + 1) else {
                throw Diagnostic(message: "a key has to be a word", position: self.position(of: key))
            }
            guard scalar.text != "<<" || !scalar.isPlain else {
                throw Diagnostic(
                    message: "merge keys (<<) are not there yet", position: scalar.position,
                    suggestion: "write the keys out, or use an alias for the whole value")
            }
            entries.append(.init(key: scalar, value: try convert(value, depth: depth + 1)))
        }
        return .init(entries: entries, position: position)
    }

    private func position(of node: Node) -> SourcePosition {
        SourcePosition(file: file, line: max(node.mark?.line ?? 1, 1), column: max(node.mark?.column ?? 1, 1))
    }
}
