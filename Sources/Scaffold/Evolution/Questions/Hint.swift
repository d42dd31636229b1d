/// What a person says of a change before its migration can be written: an option of the command line, a line of a hints
/// file, or an answer at a terminal.
enum Hint: Equatable, Hashable, Sendable {
    /// What was called so is called otherwise now, and keeps what it holds.
    case rename(SchemaPath, to: String)
    /// It goes, with what it holds.
    case drop(SchemaPath)
    /// What rows that are there get: a value as the schema writes it, or `sql:` and an expression.
    case backfill(SchemaPath, String)
    /// What is going to be lost may be.
    case allowDataLoss
}

extension Hint {
    /// Reads `Post.title=headline`; the new name may be written in full, `Post.title=Post.headline`.
    static func rename(_ text: String) throws(Diagnostic) -> Hint {
        let (path, name) = try pair(text, "--rename Post.title=headline")
        let owner = [path.model, path.value == nil ? nil : path.member].compactMap(\.self).joined(separator: ".") + "."
        return .rename(
            path, to: path.member != nil && name.hasPrefix(owner) ? String(name.dropFirst(owner.count)) : name)
    }

    /// Reads `Post.slug=none`, `Post.slug=sql:lower(title)`.
    static func backfill(_ text: String) throws(Diagnostic) -> Hint {
        let (path, value) = try pair(text, "--backfill Post.slug=none")
        guard path.member != nil, path.value == nil else {
            throw Diagnostic(
                message: "'\(path)' is no attribute that rows could have a value in",
                suggestion: "--backfill Post.slug=none")
        }
        return .backfill(path, value)
    }

    private static func pair(_ text: String, _ example: String) throws(Diagnostic) -> (SchemaPath, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else {
            throw Diagnostic(message: "'\(Shown.text(text))' says nothing behind a '='", suggestion: example)
        }
        return (try SchemaPath(parsing: parts[0]), parts[1])
    }

    /// As it stands on a command line, quoted for a shell where that is needed.
    var flag: String {
        switch self {
        case .rename(let path, let name): "--rename " + Self.shell("\(path)=\(name)")
        case .drop(let path): "--drop " + Self.shell("\(path)")
        case .backfill(let path, let value): "--backfill " + Self.shell("\(path)=\(value)")
        case .allowDataLoss: "--allow-data-loss"
        }
    }

    private static func shell(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "=", ":", ",", "/": true
            default: false
            }
        }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
