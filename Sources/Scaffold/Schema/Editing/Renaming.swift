/// Gives a model, an attribute or an association another name, everywhere in the schema's text, and touches nothing else.
///
/// The reader finds what still says the old name: after the name itself was changed, each of its complaints that points at
/// the old word is a place to change, until it has none left. So whatever the schema language lets refer to a name is
/// found, and a word that merely looks the same is left alone.
///
/// ```swift
/// let result = try Renaming("Post.title", to: "headline").applied(to: sources)
/// ```
struct Renaming {
    /// What came of it.
    struct Result {
        var sources: [SchemaReader.Source]
        var before: Schema
        var after: Schema
        /// What the model, the attribute or the association is called now.
        var newName: String
    }

    let path: SchemaPath
    let newName: String

    /// - Throws: ``Diagnostic`` for a path that is none. In a new name `Post.headline` the model does not count.
    init(_ path: String, to newName: String) throws(Diagnostic) {
        let path = try SchemaPath(parsing: path)
        guard path.value == nil else {
            throw Diagnostic(
                message: "'\(path)' is a value of an enum",
                suggestion: "change it in the schema, and say 'scaffold generate --rename \(path)=\(newName)'")
        }
        let owner = path.model + "."
        self.path = path
        self.newName = path.member != nil && newName.hasPrefix(owner) ? String(newName.dropFirst(owner.count)) : newName
    }

    private var oldName: String { path.member ?? path.model }

    /// - Throws: ``Diagnostics``: what is wrong with the schema as it is, that there is no such thing, that the new name is
    ///   none or is taken, and what cannot be renamed along.
    func applied(to sources: [SchemaReader.Source]) throws -> Result {
        let before = try SchemaReader.read(sources)
        try check(before)
        var edited = sources
        for place in try places(in: sources, before) { try replace(at: place, in: &edited) }
        while true {
            do {
                let after = try SchemaReader.read(edited)
                try requireSameShape(before, after)
                return Result(sources: edited, before: before, after: after, newName: newName)
            } catch let problems as Diagnostics {
                let places = Set(problems.all.compactMap(\.position)).filter { isOldName(at: $0, in: edited) }
                guard !places.isEmpty else { throw refusal(problems) }
                // From behind, so that the places before stay where they are.
                for place in places.sorted(by: >) { try replace(at: place, in: &edited) }
            }
        }
    }
}

extension Renaming {
    private func check(_ schema: Schema) throws(Diagnostic) {
        guard let model = schema.model(named: path.model) else {
            throw Diagnostic(
                message: "there is no model '\(Shown.text(path.model))'",
                suggestion: Diagnostic.didYouMean(path.model, among: schema.models.map(\.name)))
        }
        guard oldName != newName else { throw Diagnostic(message: "'\(path)' is called that already") }
        let problem = path.member == nil ? NameRules.model(newName) : NameRules.attribute(newName)
        if let problem { throw problem }
        guard let member = path.member else { return }
        let names = model.attributes.map(\.name) + model.associations.map(\.name)
        guard names.contains(member) else {
            throw Diagnostic(
                message: "'\(model.name)' has no attribute or association '\(Shown.text(member))'",
                suggestion: Diagnostic.didYouMean(member, among: names))
        }
        guard !names.contains(newName) else {
            throw Diagnostic(message: "'\(model.name)' has '\(newName)' already", suggestion: "choose another name")
        }
    }

    /// Where the name itself stands: one key, or the options that name a foreign key.
    private func places(in sources: [SchemaReader.Source], _ schema: Schema) throws -> [SourcePosition] {
        guard let member = path.member else { return schema.model(named: path.model).map { [$0.position] } ?? [] }
        for source in sources {
            guard case .map(let top)? = try YAMLText(file: source.file, text: source.text).root(),
                case .map(let models)? = top.first("models")?.value,
                case .map(let model)? = models.first(path.model)?.value
            else { continue }
            for key in ["attributes", "associations"] {
                guard case .map(let map)? = model.first(key)?.value, let entry = map.first(member) else { continue }
                return [entry.key.position]
            }
            guard case .map(let associations)? = model.first("associations")?.value else { continue }
            let keys = associations.entries.compactMap { entry -> SourcePosition? in
                guard case .map(let options) = entry.value, let key = options.first("foreignKey")?.value.scalar,
                    key.text == member
                else { return nil }
                return key.position
            }
            if !keys.isEmpty { return keys }
        }
        throw Diagnostic(
            message: "'\(path)' is written nowhere in the schema: an association or an option brings it",
            suggestion: "name it with 'foreignKey' or 'field', or rename the association")
    }

    private func isOldName(at place: SourcePosition, in sources: [SchemaReader.Source]) -> Bool {
        guard let source = sources.first(where: { $0.file == place.file }) else { return false }
        return word(at: place, TextPlaces(source.text)) != nil
    }

    /// Where the old name begins: at the place itself, or behind the quote or the sign that stands there.
    private func word(at place: SourcePosition, _ text: TextPlaces) -> Int? {
        let name = Array(oldName.unicodeScalars)
        let offset = text.offset(of: place)
        for start in offset...(offset + 1) {
            let end = start + name.count
            guard end <= text.scalars.count, Array(text.scalars[start..<end]) == name else { continue }
            let isWhole = end == text.scalars.count || !text.scalars[end].isWordPart
            let isAlone = start == offset || !text.scalars[offset].isWordPart
            if isWhole, isAlone { return start }
        }
        return nil
    }

    private func replace(at place: SourcePosition, in sources: inout [SchemaReader.Source]) throws(Diagnostic) {
        guard let index = sources.firstIndex(where: { $0.file == place.file }) else { return }
        let text = TextPlaces(sources[index].text)
        guard let start = word(at: place, text) else {
            throw Diagnostic(
                message: "'\(oldName)' is written here in a way that cannot be changed safely", position: place,
                suggestion: "rename it by hand, with 'renamedFrom: \(oldName)'")
        }
        sources[index].text = text.inserting(newName, at: start, replacing: oldName.unicodeScalars.count)
    }

    private func refusal(_ problems: Diagnostics) -> Diagnostics {
        let head = Diagnostic(
            message: "'\(path)' cannot be renamed to '\(newName)'; with the new name in its places the schema says:")
        return Diagnostics(all: [head] + problems.all)
    }

    /// A new name changes names and nothing else.
    private func requireSameShape(_ before: Schema, _ after: Schema) throws(Diagnostic) {
        let isSame =
            before.models.count == after.models.count
            && zip(before.models, after.models).allSatisfy { old, new in
                old.attributes.count == new.attributes.count && old.associations.count == new.associations.count
                    && zip(old.attributes, new.attributes).allSatisfy { $0.allowNull == $1.allowNull }
                    && zip(old.associations, new.associations).allSatisfy { $0.kind == $1.kind }
            }
        guard !isSame else { return }
        throw Diagnostic(
            message: "with '\(newName)' for '\(path)' the schema would mean something else besides the name",
            suggestion: "rename it by hand, with 'renamedFrom: \(oldName)'")
    }
}

extension Unicode.Scalar {
    /// Whether it goes on a name.
    fileprivate var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil || self == "_" }
}
