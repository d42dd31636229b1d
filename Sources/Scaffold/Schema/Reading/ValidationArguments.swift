/// Reads the arguments of one rule.
struct ValidationArguments {
    let problems: Problems
    let attribute: Attribute
    let key: ValidationKey

    /// The arguments, or nil where they are wrong.
    func read(_ node: YAMLNode, _ form: ValidationKey.Form) -> [Validation.Argument]? {
        switch form {
        case .flag:
            if node.boolean == true { return [] }
            return wrong(node, "write '\(key.rawValue): true'")
        case .range: return range(node)
        case .list: return list(node)
        case .number, .value: return argument(single(node)).map { [$0] }
        case .moment: return moment(single(node))
        case .version: return version(node)
        case .address: return address(node)
        case .pattern: return pattern(node)
        }
    }

    private func wrong(_ node: YAMLNode, _ suggestion: String) -> [Validation.Argument]? {
        problems.error("\(node.kind) is no argument of '\(key.rawValue)'", at: node.position, suggestion)
        return nil
    }

    /// Sequelize takes `min: 3` and `min: [3]`.
    private func single(_ node: YAMLNode) -> YAMLNode {
        if case .list(let items, _) = node, items.count == 1 { return items[0] }
        return node
    }

    private func range(_ node: YAMLNode) -> [Validation.Argument]? {
        guard case .list(let items, _) = node, items.count == 2, let low = items[0].integer, let high = items[1].integer
        else {
            return wrong(node, "write the least and the greatest length: [8, 72]")
        }
        guard 0 <= low, low <= high, high <= 1 << 30 else {
            return wrong(node, "the least length comes first: [8, 72]")
        }
        return [.integer(low), .integer(high)]
    }

    private func list(_ node: YAMLNode) -> [Validation.Argument]? {
        guard case .list(var items, _) = node, !items.isEmpty else { return wrong(node, "write the values: [[a, b]]") }
        if items.count == 1, case .list(let inner, _) = items[0] { items = inner }
        let arguments = items.compactMap(argument)
        return arguments.count == items.count && !items.isEmpty ? arguments : nil
    }

    /// A value of the attribute's type.
    private func argument(_ node: YAMLNode) -> Validation.Argument? {
        var plain = attribute
        // A rule may ask for more than a column holds; what is asked for is the schema's business.
        if attribute.type.isWriting || attribute.type == .password { plain.type = .text }
        switch ValueReader(problems: problems).value(node, of: plain) {
        case .string(let text): return .string(text)
        case .integer(let number): return .integer(number)
        case .double(let number): return .double(number)
        default: return nil
        }
    }

    private func moment(_ node: YAMLNode) -> [Validation.Argument]? {
        guard let text = node.scalar?.text, CalendarText.names(text, attribute.type) else {
            return wrong(node, "write \(CalendarText.example(attribute.type))")
        }
        return [.string(text)]
    }

    private func version(_ node: YAMLNode) -> [Validation.Argument]? {
        let node = single(node)
        if node.boolean == true || node.scalar?.text == "all" { return [] }
        let digits = node.scalar.map { $0.text.hasPrefix("v") ? String($0.text.dropFirst()) : $0.text } ?? ""
        guard let version = Int(digits), (1...8).contains(version) else {
            return wrong(node, "write true or a version from 1 to 8")
        }
        return [.integer(version)]
    }

    /// validator.js's options of addresses, by its names, in the order of Swift's parameters.
    private func address(_ node: YAMLNode) -> [Validation.Argument]? {
        if node.boolean == true { return [] }
        guard case .map(let map) = node else { return wrong(node, "write 'isUrl: true'") }
        let options = [
            ("protocols", "protocols"), ("require_protocol", "requireProtocol"), ("require_tld", "requireTLD"),
        ]
        for entry in map.entries where !options.contains(where: { $0.0 == entry.key.text }) {
            problems.unknown(
                "option of 'isUrl'", entry.key.text, at: entry.key.position, among: options.map(\.0) + ["args", "msg"])
            return nil
        }
        var arguments: [Validation.Argument] = []
        for (key, name) in options {
            guard let value = map.first(key)?.value else { continue }
            if key == "protocols" {
                guard case .list(let items, _) = value, let words = protocols(items) else {
                    return wrong(value, "write the protocols: [https]")
                }
                arguments.append(.words(name, words))
            } else {
                guard let flag = value.boolean else { return wrong(value, "write '\(key): true' or false") }
                arguments.append(.flag(name, flag))
            }
        }
        return arguments
    }

    /// Schemes of RFC 3986; nil where one is none.
    private func protocols(_ items: [YAMLNode]) -> [String]? {
        let words = items.compactMap { $0.scalar?.text }.filter { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9+.-]*/) != nil }
        return words.count == items.count && !words.isEmpty ? words : nil
    }

    /// `'^[a-z]+$'`, `[pattern, flags]` or JavaScript's `/^[a-z]+$/i`.
    private func pattern(_ node: YAMLNode) -> [Validation.Argument]? {
        var parts: [String]
        switch node {
        case .scalar(let scalar) where !node.isNull: parts = literal(scalar.text) ?? [scalar.text]
        case .list(let items, _) where (1...2).contains(items.count) && items.allSatisfy({ $0.scalar != nil }):
            parts = items.compactMap { $0.scalar?.text }
        default: return wrong(node, "write a regular expression: '^[a-z]+$'")
        }
        if parts.count == 2, parts[1].isEmpty { parts.removeLast() }
        if let problem = PatternRules.problem(parts[0], flags: parts.count > 1 ? parts[1] : "") {
            problems.error("'\(key.rawValue)' of '\(attribute.name)': \(problem)", at: node.position)
            return nil
        }
        return parts.map { .string($0) }
    }

    private func literal(_ text: String) -> [String]? {
        guard text.count > 2, text.first == "/", let end = text.lastIndex(of: "/"), end > text.startIndex else {
            return nil
        }
        let flags = text[text.index(after: end)...]
        guard flags.allSatisfy({ "gimsuy".contains($0) }) else { return nil }
        return [String(text[text.index(after: text.startIndex)..<end]), flags.filter { $0 != "g" && $0 != "y" }]
    }
}
