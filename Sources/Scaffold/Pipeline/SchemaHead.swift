/// The first lines of schema.yml: the app's name and its engine.
enum SchemaHead {
    /// A schema's text with another name and engine and every other byte as it was. A key that is not there is put in
    /// front.
    ///
    /// - Parameters:
    ///   - name: may hold anything: what is no name is refused when the text is read.
    ///   - database: nil leaves the schema's own.
    static func set(name: String, database: DatabaseEngine?, in text: String) -> String {
        var lines = text.linesOfAnySystem.map { String($0) }
        if let database { replace("database", by: database.rawValue, in: &lines) }
        replace("name", by: name, in: &lines)
        return lines.joined(separator: "\n")
    }

    /// A schema's text with another value of one key at its top.
    ///
    /// - Parameter other: the key that it is put behind where it is new; in front of all unless said.
    static func set(_ key: String, to value: String, behind other: String? = nil, in text: String) -> String {
        var lines = text.linesOfAnySystem.map { String($0) }
        if let other, !lines.contains(where: { $0.hasPrefix(key + ":") }),
            let place = lines.firstIndex(where: { $0.hasPrefix(other + ":") })
        {
            lines.insert("\(key): \(value)\(lines[place].hasSuffix("\r") ? "\r" : "")", at: place + 1)
            return lines.joined(separator: "\n")
        }
        replace(key, by: value, in: &lines)
        return lines.joined(separator: "\n")
    }

    private static func replace(_ key: String, by value: String, in lines: inout [String]) {
        guard let place = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) else {
            let head = lines.prefix { $0.hasPrefix("#") || $0 == "---" }.count
            return lines.insert("\(key): \(value)", at: head)
        }
        let old = lines[place]
        let code = old.firstRange(of: " #").map { old[..<$0.lowerBound] } ?? old[...]
        let blanks = code.reversed().prefix { $0 == " " }.count
        let comment = code.endIndex == old.endIndex ? "" : String(old[code.index(code.endIndex, offsetBy: -blanks)...])
        let ending = old.hasSuffix("\r") && comment.isEmpty ? "\r" : ""
        lines[place] = "\(key): \(value)\(comment)\(ending)"
    }
}

extension SchemaHead {
    /// The value of a key at the top of a schema's text.
    static func value(of key: String, in text: String) -> String? {
        let line = text.linesOfAnySystem.first { $0.hasPrefix(key + ":") }
        return line.map { String($0.dropFirst(key.count + 1).prefix { $0 != "#" }.filter { !$0.isWhitespace }) }
    }
}
