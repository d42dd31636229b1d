extension View {
    /// The projections that a model's routes ask for, `PostListView` before `PostView`.
    static func projections(of model: Model, in index: SchemaIndex) throws -> [View] {
        let show = try model.showView(in: index)
        let list = try model.listView(in: index)
        let distinct = list?.name == show?.name ? [show] : [list, show]
        return distinct.compactMap { $0 }.map { projection($0, of: model) }
    }

    private static func projection(_ projection: ProjectionType, of model: Model) -> View {
        let columns = model.columns.filter(\.isShown)
        let included = includedViews(projection.included, behind: columns.count)
        let article = NameStyle.phraseWithArticle(model.singular).capitalizedFirst
        let place = projection.name.hasSuffix("ListView") ? "in a list" : "with"
        return [
            "summary":
                "\(article) as the API answers \(place): its readable attributes and what `routes.include` lists.",
            "view": projection.name,
            "owner": model.swiftName,
            "columns": fields(columns),
            "keyPaths": keyPaths(columns),
            "included": included,
            "joined": zip(projection.included, included).filter { !$0.0.association.isMany }.map(\.1),
            "loaded": zip(projection.included, included).filter { $0.0.association.isMany }.map(\.1),
            "encoded": encoded(projection, columns),
        ]
    }

    /// The included associations: what is joined has its columns behind those of the model, in the same row.
    private static func includedViews(_ included: [ProjectionType.Included], behind columns: Int) -> [View] {
        var place = columns
        return included.map { one in
            defer { if !one.association.isMany { place += one.columns.count } }
            return includedView(one, at: place)
        }
    }

    private static func includedView(_ included: ProjectionType.Included, at place: Int) -> View {
        let association = included.association
        let isOptional = association.kind == .hasOne || (association.kind == .belongsTo && association.allowNull)
        let name = included.typeName
        return [
            "name": association.identifier,
            "bare": association.name,
            "property": SwiftIdentifier.inMethod(association.name),
            "type": name,
            "value": association.isMany ? "[\(name)]" : name + (isOptional ? "?" : ""),
            "isMany": association.isMany,
            "isOptional": isOptional,
            "place": place,
            "target": included.target.swiftName,
            "fields": fields(included.columns),
            "keyPaths": keyPaths(included.columns),
        ]
    }

    private static func fields(_ columns: [Attribute]) -> [View] {
        columns.enumerated().map { place, column in
            [
                "name": column.identifier,
                "value": column.propertyType,
                "place": place,
                "property": SwiftIdentifier.inMethod(column.swiftName),
            ]
        }
    }

    private static func keyPaths(_ columns: [Attribute]) -> String {
        columns.map { "\\.\($0.swiftName)" }.joined(separator: ", ")
    }

    private static func encoded(_ projection: ProjectionType, _ columns: [Attribute]) -> [View] {
        let whole: View = [
            "name": projection.name,
            "members": members(columns, projection.included.map(\.association.name)),
        ]
        return [whole]
            + projection.included.map { included in
                ["name": "\(projection.name).\(included.typeName)", "members": members(included.columns, [])]
            }
    }
}
