/// Follows a path through associations: `author.profile.bio`.
struct PathReader {
    let problems: Problems
    let table: ModelTable

    /// The attribute at the end of a path.
    ///
    /// - Parameters:
    ///   - model: where the path begins.
    ///   - skipped: how many characters of the scalar stand before the path.
    /// - Returns: nil where it leads nowhere, which has been reported.
    func attribute(
        _ text: String, of model: ModelDraft, _ scalar: YAMLNode.Scalar, skipped: Int = 0
    ) -> (path: AttributePath, attribute: Attribute, isMany: Bool)? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let end = follow(parts.dropLast(), from: model, scalar, skipped) else { return nil }
        let name = parts.last ?? ""
        guard let attribute = end.model.anyAttribute(named: name) else {
            missing(name, of: end.model, at: scalar.position(offset: end.offset))
            return nil
        }
        return (AttributePath(associations: parts.dropLast(), attribute: name), attribute, end.isMany)
    }

    /// The associations of a path that names nothing else.
    func associations(_ scalar: YAMLNode.Scalar, of model: ModelDraft) -> [String]? {
        let parts = scalar.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return follow(parts[...], from: model, scalar, 0) == nil ? nil : parts
    }

    private typealias End = (model: ModelDraft, offset: Int, isMany: Bool)

    private func follow(
        _ names: ArraySlice<String>, from start: ModelDraft, _ scalar: YAMLNode.Scalar, _ skipped: Int
    ) -> End? {
        var end: End = (start, skipped, false)
        for name in names {
            guard let association = end.model.association(named: name) else {
                problems.error(
                    "'\(end.model.name)' has no association '\(Shown.text(name))'",
                    at: scalar.position(offset: end.offset),
                    Diagnostic.didYouMean(name, among: end.model.associations.map(\.name)))
                return nil
            }
            // What is wrong with the association itself has been reported.
            guard let target = table[association.target.text] else { return nil }
            end = (
                target, end.offset + name.unicodeScalars.count + 1,
                end.isMany || [.hasMany, .belongsToMany].contains(association.kind)
            )
        }
        return end
    }

    private func missing(_ name: String, of model: ModelDraft, at position: SourcePosition) {
        let association = model.association(named: name)
        problems.error(
            "'\(model.name)' has no attribute '\(Shown.text(name))'", at: position,
            association.map {
                $0.kind == .belongsTo
                    ? "did you mean '\($0.resolved?.foreignKey ?? name + "Id")'?" : "name its attribute: \(name).id"
            }
                ?? Diagnostic.didYouMean(
                    name, among: (model.attributes.map(\.attribute) + model.keptAttributes).map(\.name)))
    }
}

extension ModelDraft {
    /// The attribute of this name, those included that the runtime keeps.
    func anyAttribute(named name: String) -> Attribute? {
        attribute(named: name) ?? keptAttributes.first { $0.name == name }
    }
}

extension Attribute {
    /// Whether one row's value of it comes before another's.
    var isOrdered: Bool {
        switch type {
        case .json, .blob, .password, .array: false
        default: !isVirtual
        }
    }
}
