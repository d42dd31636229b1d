extension View {
    /// The projections that a model's routes ask for, `PostListView` before `PostView`.
    static func projections(of model: Model, in index: SchemaIndex) throws -> [View] {
        let show = try model.showView(in: index)
        let list = try model.listView(in: index)
        let distinct = list?.name == show?.name ? [show] : [list, show]
        return distinct.compactMap { $0 }.map { projection($0, of: model) }
    }

    private static func projection(_ projection: ProjectionType, of model: Model) -> View {
        let article = NameStyle.phraseWithArticle(model.singular).capitalizedFirst
        let place = projection.name.hasSuffix("ListView") ? "in a list" : "with"
        let whole: View = [
            "summary":
                "\(article) as the API answers \(place): its readable attributes and what `routes.include` lists.",
            "view": projection.name,
            "owner": model.swiftName,
            "types": projection.inner.map(includedType),
            "encoded": [encoded(projection.name, projection.part)]
                + projection.inner.map { encoded("\(projection.name).\($0.typeName)", $0.part) },
        ]
        return whole.merging(content(projection.part))
    }

    private static func includedType(_ included: ProjectionType.Included) -> View {
        let selection = selection(of: included.part)
        let own: View = [
            "type": included.typeName,
            "isMany": included.association.isMany,
            "target": included.part.model.swiftName,
            "isShort": selection.count == 1,
            "short": selection.first ?? "",
            "selectionLines": selection,
        ]
        return own.merging(content(included.part))
    }

    /// The properties of a type and how they are read from a row.
    private static func content(_ part: ProjectionPart) -> View {
        [
            "properties": properties(of: part),
            "selection": selection(of: part),
            "readings": readings(of: part),
        ]
    }

    private static func properties(of part: ProjectionPart) -> [View] {
        let own: [View] =
            part.isWhole
            ? [["name": part.recordName, "value": part.model.swiftName]]
            : part.columns.map { ["name": $0.identifier, "value": $0.propertyType] }
        return own
            + part.included.map { one in
                let name = one.typeName
                let value = one.association.isMany ? "[\(name)]" : name + (one.isOptional ? "?" : "")
                return ["name": one.association.identifier, "value": value]
            }
    }

    /// What is read: the columns, then those of what is joined, in the same row; then further statements.
    private static func selection(of part: ProjectionPart) -> [String] {
        let lists = part.loaded.map { "$0.load(\\.\($0.association.name), into: \\.\($0.association.name))" }
        return columns(part.columns) + part.joined.flatMap(join) + lists
    }

    private static func columns(_ columns: [Attribute]) -> [String] {
        columns.isEmpty ? [] : ["$0.columns(\(columns.map { "\\.\($0.swiftName)" }.joined(separator: ", ")))"]
    }

    private static func join(_ included: ProjectionType.Included) -> [String] {
        let head = "$0.join(\\.\(included.association.name)) {"
        let own = columns((included.probe.map { [$0] } ?? []) + included.part.columns)
        let body = own + included.part.joined.flatMap(join)
        return body.count == 1 ? ["\(head) \(body[0]) }"] : [head] + body.map { "    " + $0 } + ["}"]
    }

    private static func readings(of part: ProjectionPart) -> [View] {
        var readings: [View] =
            part.isWhole
            ? [["left": part.recordName, "right": "try \(part.model.swiftName)(row: row)"]]
            : part.columns.enumerated().map { place, column in
                ["left": SwiftIdentifier.inMethod(column.swiftName), "right": "try row[\(place)]"]
            }
        var place = part.columns.count
        for one in part.joined {
            let start = one.probe == nil ? place : place + 1
            let value = "\(one.typeName)(row: row.from(\(start)))"
            let right = one.isOptional ? "try row.isNull(\(place)) ? nil : \(value)" : "try \(value)"
            readings.append(["left": SwiftIdentifier.inMethod(one.association.name), "right": right])
            place += one.width
        }
        readings += part.loaded.map { ["left": SwiftIdentifier.inMethod($0.association.name), "right": "[]"] }
        return readings
    }

    private static func encoded(_ name: String, _ part: ProjectionPart) -> View {
        let associations = part.included.map(\.association.name)
        guard part.isWhole else { return ["name": name, "members": members(part.attributes, associations)] }
        let own: [View] = part.attributes.map {
            ["key": SwiftText.literal($0.name), "property": "\(part.recordName).\($0.swiftName)"]
        }
        return ["name": name, "members": own + members([], associations)]
    }
}

extension ProjectionPart {
    /// The property that holds a whole row, which no association may be called like.
    var recordName: String {
        included.contains { $0.association.name == "record" } ? "wholeRecord" : "record"
    }
}
