extension View {
    /// What a list may be asked: the statements of `static let listing`.
    static func listing(of model: Model, _ routes: Routes, in index: SchemaIndex) throws -> [String] {
        let pages = routes.pages == .cursor && routes.limit != nil ? ["$0.pages(.cursor)"] : []
        return try routes.filter.map { try filter($0, of: model, in: index) }
            + searches(routes.search, of: model, in: index)
            + orders(routes, of: model, in: index)
            + sorts(routes, of: model) + members(routes, of: model)
            + ["$0.limit(\(routes.limit.map(SwiftText.literal) ?? "nil"))"] + pages
    }

    /// `$0.filter("tag", through: \.tags) { $0.name }`
    private static func filter(_ filter: Routes.Filter, of model: Model, in index: SchemaIndex) throws -> String {
        let name = SwiftText.literal(filter.name)
        let column = try filter.path.column(of: model, in: index)
        guard let last = filter.path.associations.last else { return "$0.filter(\(name), \\.\(column))" }
        return within(
            filter.path.associations.dropLast(), "$0.filter(\(name), through: \\.\(last)) { $0.\(column) }")
    }

    /// `$0.search { [$0.title, $0.content] }`, for what each way through associations leads to.
    private static func searches(
        _ paths: [AttributePath], of model: Model, in index: SchemaIndex
    ) throws -> [String] {
        var ways: [[String]] = []
        for path in paths where !ways.contains(path.associations) { ways.append(path.associations) }
        return try ways.map { way in
            let columns = try paths.filter { $0.associations == way }.map {
                "$0.\(try $0.column(of: model, in: index))"
            }
            return within(way[...], "$0.search { [\(columns.joined(separator: ", "))] }")
        }
    }

    /// `$0.through(\.author) { … }`
    private static func within(_ associations: ArraySlice<String>, _ statement: String) -> String {
        associations.reversed().reduce(statement) { "$0.through(\\.\($1)) { \($0) }" }
    }

    /// Pages need an order that is always the same: where the schema names none, that of the primary key.
    private static func orders(_ routes: Routes, of model: Model, in index: SchemaIndex) throws -> [String] {
        let key = model.primaryKey.map { Order(path: AttributePath(attribute: $0.name), descending: false) }
        return try (routes.order.isEmpty ? key : routes.order).map {
            "$0.order(by: \(try $0.swift(of: model, in: index)))"
        }
    }

    private static func sorts(_ routes: Routes, of model: Model) -> [String] {
        let columns = routes.sort.compactMap { model.attribute(named: $0).map { "\\.\($0.swiftName)" } }
        return columns.isEmpty ? [] : ["$0.sort(\(columns.joined(separator: ", ")))"]
    }

    /// What a request may choose from of what the answer shows.
    private static func members(_ routes: Routes, of model: Model) -> [String] {
        let included = routes.listInclude.map { SwiftText.literal($0.association) }
        let fields = model.attributes.filter(\.isShown).map { SwiftText.literal($0.name) } + included
        let include = included.isEmpty ? [] : ["$0.include(\(included.joined(separator: ", ")))"]
        return (fields.isEmpty ? [] : ["$0.fields(\(fields.joined(separator: ", ")))"]) + include
    }
}

extension Routes {
    /// The method of the model that reads what a list answers with.
    var finder: String {
        guard limit != nil else { return "findAll" }
        return pages == .cursor ? "findPage" : "findAndCountAll"
    }
}

extension AttributePath {
    /// The property at the end of the path.
    fileprivate func column(of model: Model, in index: SchemaIndex) throws -> String {
        let owner = try associations.reduce(model) { try index.follow($1, from: $0) }
        return owner.attribute(named: attribute)?.swiftName ?? attribute
    }
}
