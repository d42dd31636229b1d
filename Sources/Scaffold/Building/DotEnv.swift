/// The variables of an app's `.env` files, as far as the tool itself asks for them.
enum DotEnv {
    /// What a file sets a variable to: the last line that does so; nil when none does, or it is empty.
    static func value(of name: String, in path: String) -> String? {
        guard let bytes = try? DiskFileSystem().read(path) else { return nil }
        for line in String(decoding: bytes, as: UTF8.self).linesOfAnySystem.reversed() {
            var rest = line.trimmingPrefix(while: \.isWhitespace)
            if rest.hasPrefix("export ") { rest = rest.dropFirst(7) }
            guard rest.hasPrefix(name + "=") else { continue }
            let text = rest.dropFirst(name.count + 1)
            let value = text[..<(text.firstRange(of: " #")?.lowerBound ?? text.endIndex)]
                .filter { !"\"' \r".contains($0) }
            return value.isEmpty ? nil : value
        }
        return nil
    }
}
