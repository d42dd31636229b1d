// The other sides.
extension Pull {
    /// Gives the models that a key leads to the other side of it.
    mutating func addOtherSides(of model: PulledModel) {
        if model.isJoin {
            let (first, second) = (model.keys[0], model.keys[1])
            for (own, other) in [(first, second), (second, first)] {
                let alias = plural(other.target)
                let options = [
                    NewEntry(key: "belongsToMany", value: .text(other.target)),
                    NewEntry(key: "through", value: .text(model.name)),
                ]
                add(alias, options, to: own.target)
            }
            return
        }
        for key in model.keys {
            let isOnly = model.keys.count { $0.target == key.target } == 1
            let many = isOnly ? plural(model.name) : key.alias + NameStyle.upperCamel(plural(model.name))
            let one = isOnly ? NameStyle.lowerCamel(model.name) : key.alias + NameStyle.upperCamel(model.name)
            var options = [
                NewEntry(key: key.isUnique ? "hasOne" : "hasMany", value: .text(model.name)),
                NewEntry(key: "foreignKey", value: .text(key.attribute)),
            ]
            let reference = key.column.reference
            if !isKey(reference), let source = reference.flatMap({ PulledNames.attribute(for: $0.column) }) {
                options.append(NewEntry(key: "sourceKey", value: .text(source)))
            }
            add(key.isUnique ? one : many, options, to: key.target)
        }
    }

    private func plural(_ model: String) -> String { NameStyle.lowerCamel(schema.inflector.pluralize(model)) }

    private mutating func add(_ alias: String, _ options: [NewEntry], to model: String) {
        guard Self.isFree(alias, taken[model] ?? []) else { return }
        taken[model, default: []].insert(alias.lowercased())
        additions[model, default: ([], [])].associations.append(NewEntry(key: alias, value: .inline(options)))
    }
}
