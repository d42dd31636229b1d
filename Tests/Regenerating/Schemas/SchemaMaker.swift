@testable import ScaffoldTests

/// Makes schemas and their parts at random, the same for the same numbers.
struct SchemaMaker {
    var numbers: SeededNumbers
    /// Members of models never get the same name twice, so that a name that is gone does not come back as another thing.
    private var used: [String: Set<String>] = [:]
    private var usedModels: Set<String> = []

    init(numbers: SeededNumbers) { self.numbers = numbers }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
    mutating func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &numbers)] }

    private static let modelNames = [
        "Post", "Comment", "Author", "Tag", "Product", "Order", "Invoice", "Profile", "Ticket", "Course", "Lesson",
        "Photo", "Album", "Review", "City", "Person", "Company", "Category", "Address", "Box",
    ]
    private static let attributeNames = [
        "title", "body", "summary", "amount", "price", "rating", "isOpen", "startsOn", "openedAt", "token", "meta",
        "code", "note", "score", "level", "color", "website", "weight", "position", "headline", "nickname", "caption",
        "reference", "quantity", "opensAt", "picture", "keywords", "isPublic", "kind", "stage", "mood",
    ]
    private static let aliases = ["owner", "editor", "keeper", "parent", "origin", "partner", "source"]
    private static let scopeNames = ["cheap", "visible", "top", "plain", "chosen", "usual"]
    private static let values = ["draft", "sent", "done", "lost", "found", "open"]

    /// Two to five models with everything that they may have.
    mutating func schema() -> RandomSchema {
        var schema = RandomSchema()
        for _ in 0..<number(2...4) { addModel(to: &schema) }
        for _ in 0..<number(1...3) { relate(&schema) }
        if chance(30) { relateManyToMany(&schema) }
        for index in schema.models.indices where !schema.models[index].isThrough { furnish(&schema.models[index]) }
        return schema
    }

    mutating func newModelName() -> String? {
        let free = Self.modelNames.filter { !usedModels.contains($0) }
        guard !free.isEmpty else { return nil }
        let name = pick(free)
        usedModels.insert(name)
        return name
    }

    @discardableResult
    mutating func addModel(to schema: inout RandomSchema) -> String? {
        guard let name = newModelName() else { return nil }
        var model = RandomSchema.Model(name: name, age: (schema.models.map(\.age).max() ?? 0) + 1)
        for _ in 0..<number(1...6) {
            if let attribute = attribute(for: model) { model.attributes.append(attribute) }
        }
        if chance(12) { model.options.append("paranoid: true") }
        if chance(8) { model.options.append("timestamps: false") }
        if model.options.count > 1 { model.options.removeLast() }
        schema.models.append(model)
        return name
    }

    mutating func newName(_ names: [String], for model: RandomSchema.Model) -> String? {
        let taken = model.members.union(used[model.name] ?? [])
        let free = names.filter { !taken.contains($0) && !taken.contains($0 + "Id") }
        guard !free.isEmpty else { return nil }
        let name = pick(free)
        used[model.name, default: []].insert(name)
        return name
    }

    mutating func newAttributeName(for model: RandomSchema.Model) -> String? {
        newName(Self.attributeNames, for: model)
    }
    mutating func newScopeName(for model: RandomSchema.Model) -> String? { newName(Self.scopeNames, for: model) }

    mutating func type() -> AttributeKind {
        if chance(15) { return .enumeration(Array(Self.values.shuffled(using: &numbers).prefix(number(2...4)))) }
        return chance(50) ? pick([.string(nil), .text, .integer, .boolean, .string(60)]) : pick(AttributeKind.plain)
    }

    mutating func newValue(besides values: [String]) -> String? {
        let free = Self.values.filter { !values.contains($0) }
        return free.isEmpty ? nil : pick(free)
    }

    mutating func attribute(for model: RandomSchema.Model) -> RandomSchema.Attribute? {
        guard let name = newAttributeName(for: model) else { return nil }
        var attribute = RandomSchema.Attribute(name: name, type: type())
        if chance(5), !model.attributes.contains(where: { $0.type == .password }) { attribute.type = .password }
        attribute.isRequired = chance(45)
        attribute.hasDefault = attribute.type.value != nil && chance(35)
        switch attribute.type {
        case .string, .integer: attribute.isUnique = !attribute.hasDefault && chance(12)
        default: break
        }
        attribute.isIndexed = !attribute.isUnique && attribute.type.isIndexable && chance(8)
        attribute.isRuled = attribute.type.rule != nil && chance(35)
        attribute.isTrimmed = attribute.type.isText && chance(15)
        if chance(10) { attribute.comment = "what \(name) is" }
        return attribute
    }

    /// A belongsTo, most often with its other side.
    @discardableResult
    mutating func relate(_ schema: inout RandomSchema) -> (child: String, alias: String)? {
        let plain = schema.models.indices.filter { !schema.models[$0].isThrough }
        guard !plain.isEmpty else { return nil }
        let (child, parent) = (pick(plain), pick(plain))
        guard let alias = newName(Self.aliases, for: schema.models[child]) else { return nil }
        let isRequired = schema.models[parent].age < schema.models[child].age && chance(50)
        let target = schema.models[parent].name
        schema.models[child].associations.append(
            .init(
                name: alias, kind: .belongsTo, target: target, foreignKey: alias + "Id", isRequired: isRequired,
                cascades: isRequired || chance(30)))
        if chance(75), child != parent {
            let name = alias + schema.models[child].name + "s"
            if !schema.models[parent].members.contains(name) {
                schema.models[parent].associations.append(
                    .init(
                        name: name, kind: chance(80) ? .hasMany : .hasOne, target: schema.models[child].name,
                        foreignKey: alias + "Id"))
            }
        }
        return (schema.models[child].name, alias)
    }

    /// A belongsToMany with both sides and the model between them.
    @discardableResult
    mutating func relateManyToMany(_ schema: inout RandomSchema) -> String? {
        let plain = schema.models.indices.filter { !schema.models[$0].isThrough }
        guard plain.count >= 2 else { return nil }
        let pair = Array(plain.shuffled(using: &numbers).prefix(2))
        let (left, right) = (schema.models[pair[0]], schema.models[pair[1]])
        let through = left.name + right.name
        let (toRight, toLeft) = ("linked\(right.name)s", "linked\(left.name)s")
        guard !left.members.contains(toRight), !right.members.contains(toLeft),
            usedModels.insert(through).inserted
        else { return nil }
        func side(_ name: String, _ other: RandomSchema.Model) -> RandomSchema.Association {
            .init(name: name, kind: .belongsToMany(through: through), target: other.name)
        }
        schema.models[pair[0]].associations.append(side(toRight, right))
        schema.models[pair[1]].associations.append(side(toLeft, left))
        var between = RandomSchema.Model(name: through, age: (schema.models.map(\.age).max() ?? 0) + 1)
        between.isThrough = true
        between.associations = [left, right].map {
            let name = $0.name.prefix(1).lowercased() + $0.name.dropFirst()
            return .init(name: name, kind: .belongsTo, target: $0.name, foreignKey: name + "Id", cascades: true)
        }
        schema.models.append(between)
        return through
    }

    /// Scopes, indexes and what its routes offer.
    mutating func furnish(_ model: inout RandomSchema.Model) {
        if chance(40) { addScope(to: &model) }
        if chance(40) { addIndex(to: &model) }
        for _ in 0..<number(0...3) { changeRoutes(of: &model) }
    }

    @discardableResult
    mutating func addScope(to model: inout RandomSchema.Model) -> Bool {
        let comparable = model.attributes.filter { $0.type.isComparable }
        guard !comparable.isEmpty, let name = newScopeName(for: model) else { return false }
        model.scopes.append(.init(name: name, attribute: pick(comparable).name))
        return true
    }

    @discardableResult
    mutating func addIndex(to model: inout RandomSchema.Model) -> Bool {
        let indexable = model.attributes.filter { $0.type.isIndexable && !$0.isIndexed && !$0.isUnique }
        guard !indexable.isEmpty else { return false }
        let fields = indexable.shuffled(using: &numbers).prefix(number(1...2)).map(\.name)
        guard !model.indexes.contains(where: { Set($0) == Set(fields) }) else { return false }
        model.indexes.append(Array(fields))
        return true
    }

    mutating func changeRoutes(of model: inout RandomSchema.Model) {
        func toggle(_ name: String?, in names: inout [String]) {
            guard let name else { return }
            if let index = names.firstIndex(of: name) { names.remove(at: index) } else { names.append(name) }
        }
        let comparable = model.attributes.filter { $0.type.isComparable }.map(\.name)
        let texts = model.attributes.filter { $0.type.isText }.map(\.name)
        switch number(0...9) {
        case 0: model.routes.except = model.routes.except == nil ? pick(["destroy", "update", "create"]) : nil
        case 1, 2: toggle(comparable.randomElement(using: &numbers), in: &model.routes.filter)
        case 3, 4: toggle(texts.randomElement(using: &numbers), in: &model.routes.search)
        case 5: model.routes.order = model.routes.order == nil ? comparable.randomElement(using: &numbers) : nil
        case 6: model.routes.limit = model.routes.limit == nil ? pick([5, 50]) : nil
        case 7 where chance(20): model.routes.isOff.toggle()
        default:
            let aliases = model.associations.filter { $0.kind == .belongsTo || $0.kind == .hasMany }.map(\.name)
            toggle(aliases.randomElement(using: &numbers), in: &model.routes.include)
        }
    }
}
