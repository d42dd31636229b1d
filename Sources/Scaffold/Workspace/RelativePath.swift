/// The rules for paths that the tool writes: inside the app, and the same on every machine.
enum RelativePath {
    /// What is wrong with a path as text; nil when nothing is.
    ///
    ///     RelativePath.problem(in: "../other/Post.swift")   // "leaves the app"
    static func problem(in path: String) -> String? {
        if path.isEmpty { return "is empty" }
        if path.hasPrefix("/") { return "is absolute and leaves the app" }
        if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f || $0 == UInt8(ascii: "\\") }) {
            return "has a backslash or a control character in it"
        }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if parts.contains("..") { return "leaves the app" }
        if parts.contains(where: { $0.isEmpty || $0 == "." }) { return "has an empty part" }
        if parts.contains(where: { $0.utf8.count > 255 }) { return "has a part of more than 255 bytes" }
        if let first = parts.first?.lowercased(), first == ".git" { return "is inside .git" }
        return nil
    }

    /// `a`, `a/b` and `a/b/c` for `a/b/c/d`.
    static func parents(of path: String) -> [String] {
        let bytes = path.utf8
        return bytes.indices.filter { bytes[$0] == slash }.map { String(path[..<$0]) }
    }

    /// `a/b` for `a/b/c`; empty at the top.
    static func parent(of path: String) -> String {
        path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? ""
    }

    /// `c` for `a/b/c`.
    static func name(of path: String) -> String {
        path.utf8.lastIndex(of: slash).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    private static let slash = UInt8(ascii: "/")
}
