/// Settles what a primary key does by itself: one whole number is counted up by the database, one UUID is made by the
/// app, unless the schema says otherwise; the parts of a key of several are given by whoever makes the row.
struct PrimaryKeys {
    let problems: Problems

    func settle(_ model: ModelDraft) {
        let places = model.attributes.indices.filter { model.attributes[$0].attribute.isPrimaryKey }
        for place in places {
            if places.count == 1 {
                complete(&model.attributes[place])
            } else if model.attributes[place].autoIncrement == true {
                problems.error(
                    "'\(model.attributes[place].attribute.name)' is a part of the primary key of '\(model.name)', "
                        + "and only a key of one attribute is counted up",
                    at: model.attributes[place].attribute.position, "leave 'autoIncrement' out")
            }
        }
    }

    private func complete(_ draft: inout AttributeDraft) {
        guard draft.reference == nil else { return }
        switch draft.attribute.type {
        case .smallint, .integer, .bigint:
            let counts = draft.autoIncrement ?? (draft.defaultValue == nil)
            draft.attribute.autoIncrement = counts
            if counts { draft.attribute.isWritable = false }
        case .uuid:
            if draft.defaultValue == nil { draft.attribute.defaultValue = .uuidv4 }
        default: break
        }
    }
}
