// The engines that an app is built with stand as traits in the line of its Package.swift that brings the runtime:
// `.package(name: "scaffold", path: "…", traits: [.defaults, "PostgreSQL"])`.

extension RuntimeDependency {
    /// The same with a trait more; with nil, or a trait that is there, nothing changes.
    func with(_ trait: String?) -> RuntimeDependency {
        guard let trait, !RuntimeTraits(in: declaration).names.contains(trait) else { return self }
        var copy = self
        copy.declaration = RuntimeTraits(in: declaration).declaration(adding: trait)
        return copy
    }
}

/// The traits in the declaration of a dependency.
struct RuntimeTraits {
    private let declaration: String
    /// What stands between the brackets behind `traits:`.
    private let list: Range<String.Index>?

    init(in declaration: String) {
        self.declaration = declaration
        list = declaration.firstRange(of: "traits:").flatMap { label in
            let rest = declaration[label.upperBound...]
            guard let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") else { return nil }
            return declaration.index(after: open)..<close
        }
    }

    /// Their names: `PostgreSQL`.
    var names: [String] {
        guard let list else { return [] }
        return declaration[list].split(separator: ",").compactMap { item in
            let name = item.trimmingPrefix(while: \.isWhitespace)
            guard name.first == "\"" else { return nil }
            return String(name.dropFirst().prefix { $0 != "\"" })
        }
    }

    /// The declaration with a trait more.
    func declaration(adding trait: String) -> String {
        var text = declaration
        if let list {
            let isEmpty = text[list].allSatisfy(\.isWhitespace)
            text.insert(contentsOf: isEmpty ? "\"\(trait)\"" : ", \"\(trait)\"", at: list.upperBound)
        } else if let close = text.lastIndex(of: ")") {
            text.insert(contentsOf: ", traits: [.defaults, \"\(trait)\"]", at: close)
        }
        return text
    }
}
