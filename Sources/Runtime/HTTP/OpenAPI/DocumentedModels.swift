import ScaffoldStorage

/// The models that a document is about, for pictures of them.
enum DocumentedModels {
    /// The pictures of the models of these routes; nil for none. Columns that no request sets and no answer shows are
    /// nobody's business.
    static func json(of routes: [Route]) -> JSON? {
        var models: [any Model.Type] = []
        for model in routes.compactMap(\.operation.model) where !models.contains(where: { $0 == model }) {
            models.append(model)
        }
        guard !models.isEmpty else { return nil }
        let shown = Dictionary(models.map { ($0.table.model, names(of: $0)) }) { first, _ in first }
        let pictures = ModelPicture.all(of: models).map { picture in
            var picture = picture
            if let names = shown[picture.name] { picture.attributes.removeAll { !names.contains($0.name) } }
            return picture
        }
        return try? JSON(parsing: JSONWriter.bytes(of: pictures))
    }

    /// What requests say and answers show of a model.
    private static func names(of model: any Model.Type) -> Set<String> {
        let readOnly = (model as? any InputModel.Type)?.readOnly ?? []
        let set = model.table.attributes.filter { !$0.isMade && !readOnly.contains($0.name) }.map(\.name)
        let blank = (try? model.blank()) as? any JSONEncodable
        let shown = blank.flatMap { JSONOutline(of: $0) }?.members.map(\.name) ?? []
        return Set(set + shown)
    }
}
