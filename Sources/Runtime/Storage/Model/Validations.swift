import ScaffoldPasswords
import ScaffoldValidation

/// The rules of a model: attribute by attribute, and those that look at all of it.
///
/// ```swift
/// static let validations = Validations<Place> {
///     $0.validate(\.name, .len(max: 200), .notEmpty.message("A place needs a name"))
///     $0.validate(\.closesAt, "closesLater") { place in
///         if place.closesAt <= place.opensAt { throw ValidationFailure("closes before it opens") }
///     }
///     $0.validate("bothCoordsOrNone") { place in
///         if (place.latitude == nil) != (place.longitude == nil) {
///             throw ValidationFailure("Either both latitude and longitude, or neither!")
///         }
///     }
/// }
/// ```
///
/// All are checked, all that fail are reported. `create` and `save` check the whole model, `update` what it changes,
/// and the model's own rules on what comes out. What may not be null is known from the table and needs no rule; a null
/// is shown to no rule but the model's own.
///
/// The model's own rules are asked when the model can be built: not while an attribute is null that may not be, or
/// of the wrong type. What only the database makes is not known to them yet: a counted key is 0, a default in SQL
/// its type's empty value. An update of many rows at once (`Post.update(where:)`) knows none of them as a whole, and
/// does not ask.
public struct Validations<M: Model>: Sendable {
    /// By the position of the attribute; as long as the last one that has rules.
    private var attributes: [AttributeRules] = []
    /// The model's own, in the order in which they were added.
    private var own: [OwnRule<M>] = []
    /// Whether there are any of those. (To ask the array would be to look for its type first.)
    private(set) var hasOwn = false
    /// Whether the values of a row that is there already are needed to check it.
    private(set) var needsStoredRow = false

    /// No rules.
    public init() {}

    /// The rules that the closure adds.
    public init(_ build: (inout Validations<M>) -> Void) {
        build(&self)
    }

    /// Adds rules for an attribute.
    ///
    /// - Parameters:
    ///   - column: the attribute.
    ///   - validators: its rules, checked in this order.
    public mutating func validate<V>(
        _ column: KeyPath<M.Columns, Column<M, V>>, _ validators: Validator<V.Wrapped>...
    ) {
        let index = M.columns[keyPath: column].index
        guard index >= 0 else { return }
        while attributes.count <= index { attributes.append(AttributeRules()) }
        attributes[index].add(validators, at: index)
        needsStoredRow = needsStoredRow || attributes[index].unchanged != nil
    }

    /// Adds a rule of the model's own for an attribute. It is asked when the attribute is written, null included.
    ///
    /// - Parameters:
    ///   - column: the attribute, under which a failure is reported.
    ///   - name: the rule's name, which an error item carries as `validatorKey`.
    ///   - rule: looks at the whole model, and throws a ``ValidationFailure`` where it does not like what it sees.
    public mutating func validate<V>(
        _ column: KeyPath<M.Columns, Column<M, V>>, _ name: String,
        _ rule: @escaping @Sendable (M) async throws -> Void
    ) {
        let column = M.columns[keyPath: column]
        hasOwn = true
        own.append(OwnRule(name: name, column: column.index, check: rule) { ShownValue.text(V.self, $0, column.index) })
    }

    /// Adds a rule of the model's own that looks at all of it.
    ///
    /// - Parameters:
    ///   - name: the rule's name, under which a failure is reported unless it says another path.
    ///   - rule: looks at the model, and throws a ``ValidationFailure`` where it does not like what it sees.
    public mutating func validate(_ name: String, _ rule: @escaping @Sendable (M) async throws -> Void) {
        hasOwn = true
        own.append(OwnRule(name: name, column: nil, check: rule) { _ in nil })
    }

    /// The rules of an attribute that have a name, in their order.
    package func rules(at column: Int) -> [NamedRule] {
        attributes.indices.contains(column) ? attributes[column].named : []
    }

    /// Whether an attribute stays what it was when its row was created.
    func isImmutable(_ column: Int) -> Bool { column < attributes.count && attributes[column].unchanged != nil }

    /// The sentence of its own that a rule of an attribute has, for those who find its value wrong elsewhere.
    ///
    /// - Parameter key: the rule's name, such as `len`.
    package func message(of key: String, at column: Int) -> String? {
        column < attributes.count ? attributes[column].messages[key] : nil
    }

    /// Whether the rules of an attribute have something against a value that is not null.
    package func refuse(_ value: Value, at column: Int) throws -> Bool {
        guard column < attributes.count else { return false }
        var values = [Value](repeating: .null, count: M.table.attributes.count)
        values[column] = value
        var items: [ValidationErrorItem] = []
        for check in attributes[column].checks { try check(Row(values: Values(values)), "", &items) }
        return !items.isEmpty
    }

    /// What is wrong with a row's values, by the rules of attributes and by the model's own.
    ///
    /// - Parameters:
    ///   - values: all columns' values.
    ///   - positions: the columns to look at.
    ///   - prior: what the row held before.
    ///   - found: what was found wrong before; of those attributes nothing more is said.
    nonisolated(nonsending) func problems(
        with values: [Value], at positions: ColumnSet, over prior: PriorRow = .none,
        besides found: [ValidationErrorItem] = []
    ) async throws -> [ValidationErrorItem] {
        let items = try attributeProblems(with: values, at: positions, over: prior, besides: found)
        if !hasOwn || prior.isUnknown || !found.isEmpty || items.contains(where: { $0.type == .notNull }) {
            return items
        }
        return try await items + ownProblems(with: values, at: positions)
    }

    /// What is wrong with a row's values by the rules of attributes.
    func attributeProblems(
        with values: [Value], at positions: ColumnSet, over prior: PriorRow, besides found: [ValidationErrorItem]
    ) throws -> [ValidationErrorItem] {
        var items = found
        let row = Row(values: Values(values))
        // by position: whole attributes and rules are not copied where nothing is asked of them
        let (table, refusesNull, passwords) = (M.table.attributes, M.table.refusesNull, M.table.passwords)
        for index in table.indices where positions.contains(index) {
            if !found.isEmpty, found.contains(where: { $0.path == table[index].name }) { continue }
            let hasRules = index < attributes.count
            if hasRules, let item = attributes[index].unchanged?.problem(values[index], prior, index, table[index].name)
            {
                items.append(item)
            }
            if case .null = values[index] {
                if refusesNull[index] || hasRules && attributes[index].refusesNull {
                    let message = hasRules ? attributes[index].messages["notNull"] : nil
                    items.append(.notNull(table[index].name, model: M.table.model, message: message))
                }
                continue
            }
            if passwords.contains(index), let item = Self.length(of: values[index], table[index]) { items.append(item) }
            guard hasRules else { continue }
            for check in attributes[index].checks { try check(row, table[index].name, &items) }
        }
        return found.isEmpty ? items : Self.inOrder(items)
    }

    /// In the order of the attributes, whoever found them; what is about none of them comes last.
    private static func inOrder(_ items: [ValidationErrorItem]) -> [ValidationErrorItem] {
        let places = items.enumerated().map { place, item in
            (M.table.position(of: item.path) ?? M.table.attributes.count, place)
        }
        return places.sorted { $0 < $1 }.map { items[$0.1] }
    }

    /// What the model's own rules say.
    nonisolated(nonsending) private func ownProblems(with values: [Value], at positions: ColumnSet) async throws
        -> [ValidationErrorItem]
    {
        var values = values
        for (index, attribute) in M.table.attributes.enumerated() where values[index] == .null && !attribute.allowNull {
            values[index] = attribute.type.blank
        }
        let model = try M(row: Row(values: Values(values)))
        var items: [ValidationErrorItem] = []
        for rule in own where rule.column.map(positions.contains) ?? true {
            guard let failure = try await rule.failure(of: model) else { continue }
            items.append(rule.item(for: failure, Row(values: Values(values))))
        }
        return items
    }

    /// bcrypt reads 72 bytes: whatever the rules say, no longer password is taken.
    private static func length(of value: Value, _ attribute: TableDefinition.Attribute) -> ValidationErrorItem? {
        guard case .blob(let bytes) = value, bytes.count > 72 || bytes.contains(0) else { return nil }
        return Validator<Password>.len(0, 72).failure(on: attribute.name)
    }
}
