/// A type for what the API answers with: the readable attributes of a model and what `routes.include` names of its
/// associations, in one struct such as `PostView`.
struct ProjectionType {
    var name: String
    var action: Routes.Action
    var part: ProjectionPart
    /// The types of everything included, at any depth: all of them stand within this one.
    var inner: [Included] { part.included.flatMap(\.all) }

    /// An association as the projection shows it: with a type of its own that holds what is asked for.
    struct Included {
        var association: Association
        var part: ProjectionPart
        /// `Author`, `TagItem`, `CommentItemAuthor`: inside of the projection, so never the name of a type that the
        /// code there uses.
        var typeName: String

        /// Whether it is joined and may have found nothing.
        var isOptional: Bool {
            association.kind == .hasOne || (association.kind == .belongsTo && association.allowNull)
        }

        fileprivate var all: [Included] { [self] + part.included.flatMap(\.all) }
    }
}

/// What is shown of one model's rows.
struct ProjectionPart {
    var model: Model
    /// In the order of the model.
    var attributes: [Attribute]
    var included: [ProjectionType.Included]

    /// Whether whole rows are read, since what a virtual attribute is worked out of only its owner knows.
    var isWhole: Bool { attributes.contains(where: \.isVirtual) }

    /// The columns that are read, in their order.
    var columns: [Attribute] { isWhole ? model.columns : attributes }

    var joined: [ProjectionType.Included] { included.filter { !$0.association.isMany } }
    var loaded: [ProjectionType.Included] { included.filter(\.association.isMany) }

    /// How many cells of a row it takes, those of joined rows included.
    var width: Int { columns.count + joined.map(\.width).reduce(0, +) }
}

extension ProjectionType.Included {
    /// A column that is null only where nothing was joined, read in front where the first one shown may be null.
    var probe: Attribute? {
        guard isOptional, part.columns.first?.allowNull != false else { return nil }
        return part.model.primaryKey.first
    }

    /// How many cells of its owner's row it takes.
    var width: Int { part.width + (probe == nil ? 0 : 1) }
}

extension Model {
    /// The type that `list` answers with, or nil where that is the model itself.
    func listView(in index: SchemaIndex) throws -> ProjectionType? {
        guard let routes = offeredRoutes, isListed(in: index), !routes.listInclude.isEmpty else { return nil }
        let showsOne = showsOne(routes, in: index)
        guard routes.listInclude != routes.showInclude || !showsOne else { return try showView(in: index) }
        let name = routes.showInclude.isEmpty || !showsOne ? "View" : "ListView"
        return try projection(swiftName + name, .list, routes.listInclude, in: index)
    }

    /// The type that `show`, `create` and `update` answer with, or nil where that is the model itself.
    func showView(in index: SchemaIndex) throws -> ProjectionType? {
        guard let routes = offeredRoutes, showsOne(routes, in: index), !routes.showInclude.isEmpty else { return nil }
        return try projection(swiftName + "View", .show, routes.showInclude, in: index)
    }

    /// Whether some route answers with a list of it.
    func isListed(in index: SchemaIndex) -> Bool {
        offeredRoutes?.actions.contains(.list) == true || index.nestedLists.contains(name)
    }

    private func showsOne(_ routes: Routes, in index: SchemaIndex) -> Bool {
        routes.bulk || index.nestedRows.contains(name)
            || routes.actions.contains { [.show, .create, .update].contains($0) }
    }

    private func projection(
        _ name: String, _ action: Routes.Action, _ include: [Routes.Include], in index: SchemaIndex
    ) throws -> ProjectionType {
        var taken: Set<String> = []
        let parts = try include.compactMap { try self.included($0, within: "", &taken, in: index) }
        let part = ProjectionPart(model: self, attributes: attributes.filter(\.isShown), included: parts)
        return ProjectionType(name: name, action: action, part: part)
    }

    private func included(
        _ entry: Routes.Include, within owner: String, _ taken: inout Set<String>, in index: SchemaIndex
    ) throws -> ProjectionType.Included? {
        guard let association = association(named: entry.association) else { return nil }
        let target = try index.target(of: association)
        let alias = AssociationNames(association.name, inflector: index.inflector)
        let names = [alias.singular, alias.singular + "Item", alias.plural + "Item"].map { owner + $0 }
        let typeName = names.first { !index.isReserved($0) && !taken.contains($0) } ?? names[2] + "View"
        taken.insert(typeName)
        let nested = try entry.include.compactMap { try target.included($0, within: typeName, &taken, in: index) }
        let shown = target.attributes.filter { $0.isShown && entry.attributes.contains($0.name) }
        return .init(
            association: association, part: ProjectionPart(model: target, attributes: shown, included: nested),
            typeName: typeName)
    }
}

extension SchemaIndex {
    /// Whether a type of this name, inside of another, would hide one that generated code uses there.
    func isReserved(_ name: String) -> Bool {
        types.contains(name) || Self.typesOfSwift.contains(name)
    }

    private static let typesOfSwift: Set<String> = [
        "String", "Int", "Double", "Decimal", "Bool", "Date", "DateOnly", "TimeOfDay", "UUID", "JSON", "Data",
        "Password", "Projection", "Selection", "Row", "Sendable", "Type", "Self", "Any",
    ]
}
