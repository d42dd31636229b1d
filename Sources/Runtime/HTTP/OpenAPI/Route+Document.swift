import ScaffoldStorage

// What a document says of a route that does not say it itself.

extension Route {
    /// `/posts/{id}` of `/posts/:id`.
    var openAPIPath: String {
        let pieces = segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .capture(let name): "{\(name)}"
            }
        }
        return "/" + pieces.joined(separator: "/")
    }

    /// `Create a post`, or the method and the path.
    var usualSummary: String {
        guard let action = operation.action, let model = operation.model else { return "\(method.rawValue) \(path)" }
        let noun = Self.words(of: model.table.model)
        switch action {
        case .list: return "List \(PathWords(path).phrase)"
        case .show: return "Show \(Self.withArticle(noun))"
        case .create: return "Create \(Self.withArticle(noun))"
        case .bulkCreate: return "Create several of them at once: \(noun)"
        case .update: return "Change \(Self.withArticle(noun))"
        case .destroy: return "Remove \(Self.withArticle(noun))"
        case .link: return "Link \(Self.withArticle(noun))"
        case .unlink: return "Unlink \(Self.withArticle(noun))"
        }
    }

    /// What an answer that is no error holds.
    func usualAnswer(_ status: Int) -> String {
        guard let action = operation.action, let model = operation.model else { return KnownStatus.phrase(of: status) }
        let noun = Self.words(of: model.table.model)
        switch action {
        case .list: return "The \(PathWords(path).phrase)."
        case .show: return "The \(noun)."
        case .create: return "The new \(noun)."
        case .bulkCreate: return "The new records."
        case .update: return "The changed \(noun)."
        case .destroy: return "The \(noun) is gone."
        case .link: return "The \(noun) is linked."
        case .unlink: return "The \(noun) is linked no more."
        }
    }

    /// `post tag` of `PostTag`.
    private static func words(of model: String) -> String {
        model.unicodeScalars.reduce(into: "") { text, scalar in
            let isNew = scalar.properties.isUppercase && !text.isEmpty
            text += (isNew ? " " : "") + scalar.properties.lowercaseMapping
        }
    }

    private static func withArticle(_ noun: String) -> String {
        "aeio".contains(noun.prefix(1)) && !noun.isEmpty ? "an \(noun)" : "a \(noun)"
    }
}
