/// Reads an order of rows: `[-createdAt, author.lastName, lastLoginAt nulls last]`.
struct OrderReader {
    let problems: Problems
    let table: ModelTable
    let model: ModelDraft

    func read(_ node: YAMLNode) -> [Order] {
        switch node {
        case .scalar(let scalar): return node.isNull ? [] : order(scalar).map { [$0] } ?? []
        case .list(let items, _): return items.flatMap(read)
        case .map:
            problems.error(
                "an order lists attributes, it does not map them", at: node.position, "[-createdAt, title]")
            return []
        }
    }

    private func order(_ scalar: YAMLNode.Scalar) -> Order? {
        var words = scalar.text.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return nil }
        let descending = words[0].hasPrefix("-")
        if descending { words[0].removeFirst() }
        let paths = PathReader(problems: problems, table: table)
        guard let (path, attribute, isMany) = paths.attribute(words[0], of: model, scalar, skipped: descending ? 1 : 0)
        else { return nil }
        if isMany {
            problems.error(
                "'\(path.associations.joined(separator: "."))' leads to many rows, and an order needs one value of each row",
                at: scalar.position)
            return nil
        }
        if path.associations.count > 1 {
            problems.notYet("an order through more than one association is", at: scalar.position)
            return nil
        }
        guard attribute.isOrdered else {
            problems.error("a list cannot be ordered by '\(attribute.name)'", at: scalar.position)
            return nil
        }
        return nulls(words.dropFirst(), scalar).map { Order(path: path, descending: descending, nulls: $0) }
    }

    /// What stands behind the attribute: `nulls last`, or nothing, which is nil of its own.
    private func nulls(_ words: ArraySlice<String>, _ scalar: YAMLNode.Scalar) -> Order.Nulls?? {
        if words.isEmpty { return .some(nil) }
        if words.count == 2, words.first?.lowercased() == "nulls",
            let nulls = words.last.flatMap({ Order.Nulls(rawValue: $0.lowercased()) })
        {
            return nulls
        }
        problems.error(
            "'\(Shown.text(words.joined(separator: " ")))' does not belong behind an attribute", at: scalar.position,
            "write '-' in front for descending, 'nulls first' or 'nulls last' behind it")
        return nil
    }
}
