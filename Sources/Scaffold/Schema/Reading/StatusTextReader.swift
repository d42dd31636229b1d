/// Reads texts by status: `{404: Post not found, 500: Failed to get post}`.
struct StatusTextReader {
    let problems: Problems

    /// The statuses of errors that a route may answer with.
    static let errors = [400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 500, 503]

    /// - Parameters:
    ///   - owner: what the texts belong to, for messages: `'texts' of 'destroy'`.
    ///   - successes: the statuses of what went well that may have a text.
    func read(_ node: YAMLNode, owner: String, successes: [Int]) -> [StatusText] {
        guard case .map(let map) = node else {
            problems.error(
                "\(owner) has to map statuses to texts, not \(node.kind)", at: node.position,
                "{404: Post not found}")
            return []
        }
        let known = successes + Self.errors
        return map.entries.compactMap { entry in
            guard let status = Int(entry.key.text), known.contains(status) else {
                problems.error(
                    "\(owner): nothing is answered with the status '\(Shown.text(entry.key.text))' and a text",
                    at: entry.key.position, "known: \(known.map(String.init).joined(separator: ", "))")
                return nil
            }
            return text(entry.value, "the text of \(status)").map { StatusText(status: status, text: $0) }
        }
    }

    /// A sentence that is shown to people.
    func text(_ node: YAMLNode, _ what: String) -> String? {
        guard let text = node.scalar?.text, !node.isNull, !text.isEmpty, text.utf8.count <= 500,
            !text.unicodeScalars.contains("\0")
        else {
            problems.error("\(what) has to be a text of 1 to 500 bytes", at: node.position)
            return nil
        }
        return text
    }
}
