/// A type for what the API answers with: the readable columns of a model and what `routes.include` names of its
/// associations, in one struct such as `PostView`.
struct ProjectionType {
    var name: String
    var action: Routes.Action
    var included: [Included]

    /// An association as the projection shows it: with a type of its own that holds the columns asked for.
    struct Included {
        var association: Association
        var target: Model
        var columns: [Attribute]
        /// `Author`, `TagItem`: inside of the projection, so never the name of a type that the code there uses.
        var typeName: String
    }
}

extension Model {
    /// The type that `list` answers with, or nil where that is the model itself.
    func listView(in index: SchemaIndex) throws -> ProjectionType? {
        guard let routes = offeredRoutes, routes.actions.contains(.list), !routes.listInclude.isEmpty else {
            return nil
        }
        guard routes.listInclude != routes.showInclude || !showsOne(routes) else { return try showView(in: index) }
        let name = routes.showInclude.isEmpty || !showsOne(routes) ? "View" : "ListView"
        return try projection(swiftName + name, .list, routes.listInclude, in: index)
    }

    /// The type that `show`, `create` and `update` answer with, or nil where that is the model itself.
    func showView(in index: SchemaIndex) throws -> ProjectionType? {
        guard let routes = offeredRoutes, showsOne(routes), !routes.showInclude.isEmpty else { return nil }
        return try projection(swiftName + "View", .show, routes.showInclude, in: index)
    }

    private func showsOne(_ routes: Routes) -> Bool {
        routes.actions.contains { [.show, .create, .update].contains($0) }
    }

    private func projection(
        _ name: String, _ action: Routes.Action, _ include: [Routes.Include], in index: SchemaIndex
    ) throws -> ProjectionType {
        var taken: Set<String> = []
        let included = try include.compactMap { entry -> ProjectionType.Included? in
            guard let association = association(named: entry.association) else { return nil }
            let target = try index.target(of: association)
            let columns = target.columns.filter { $0.isShown && (entry.attributes.contains($0.name)) }
            let alias = AssociationNames(association.name, inflector: index.inflector)
            let names = [alias.singular, alias.singular + "Item", alias.plural + "Item"]
            let typeName = names.first { !index.isReserved($0) && !taken.contains($0) } ?? names[2] + "View"
            taken.insert(typeName)
            return .init(association: association, target: target, columns: columns, typeName: typeName)
        }
        return ProjectionType(name: name, action: action, included: included)
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
