import ScaffoldPasswords
import ScaffoldValidation

/// The rules of a model, attribute by attribute.
///
/// ```swift
/// static let validations = Validations<User> {
///     $0.validate(\.email, .isEmail)
///     $0.validate(\.password, .len(8, 72))
/// }
/// ```
///
/// All are checked, all that fail are reported. `create` and `save` check the whole model, `update` what it changes.
/// What may not be null is known from the table and needs no rule; a null is shown to no rule.
public struct Validations<M: Model>: Sendable {
    private struct Rule: Sendable {
        let index: Int
        let problems: @Sendable (Row, _ path: String) throws -> [ValidationErrorItem]
    }

    private var rules: [Rule] = []

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
        rules.append(
            Rule(index: index) { row, path in
                guard !row.isNull(index) else { return [] }
                let value = try V.Wrapped.decode(row, at: index)
                return try validators.compactMap { validator in
                    guard var item = try validator.problem(with: value, path: path) else { return nil }
                    item.value = value is Password ? nil : "\(value)"
                    return item
                }
            })
    }

    /// What is wrong with a row's values.
    ///
    /// - Parameters:
    ///   - values: all columns' values.
    ///   - positions: the columns to look at.
    func problems(with values: [Value], at positions: Set<Int>) throws -> [ValidationErrorItem] {
        var items: [ValidationErrorItem] = []
        let row = Row(values: Values(values))
        for (index, attribute) in M.table.attributes.enumerated() where positions.contains(index) {
            if values[index] == .null {
                if !attribute.allowNull { items.append(.notNull(attribute.name, model: M.table.model)) }
                continue
            }
            if attribute.isPassword, let item = Self.length(of: values[index], attribute) { items.append(item) }
            for rule in rules where rule.index == index {
                items += try rule.problems(row, attribute.name)
            }
        }
        return items
    }

    /// bcrypt reads 72 bytes: whatever the rules say, no longer password is taken.
    private static func length(of value: Value, _ attribute: TableDefinition.Attribute) -> ValidationErrorItem? {
        guard case .blob(let bytes) = value, bytes.count > 72 || bytes.contains(0) else { return nil }
        return ValidationErrorItem(
            message: "Validation len on \(attribute.name) failed", path: attribute.name,
            validatorKey: "len", validatorArgs: ["0", "72"])
    }
}
