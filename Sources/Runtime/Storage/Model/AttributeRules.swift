import ScaffoldPasswords
import ScaffoldValidation

/// The rules of one attribute, as ``Validations`` asks them.
struct AttributeRules: Sendable {
    typealias Check = @Sendable (Row, _ path: String, _ items: inout [ValidationErrorItem]) throws -> Void

    /// The names and arguments of all rules, in their order, for who describes them.
    private(set) var named: [NamedRule] = []
    /// The rules that look at the value; each adds what it finds.
    private(set) var checks: [Check] = []
    /// Whether a rule asks for a value where the column does not.
    private(set) var refusesNull = false
    /// The sentences of their own that rules have, by the rules' names.
    private(set) var messages: [String: String] = [:]
    /// The rule that the value stays what it was.
    private(set) var unchanged: Unchanged?

    mutating func add<Wrapped: ColumnValue>(_ validators: [Validator<Wrapped>], at index: Int) {
        for validator in validators {
            named.append(NamedRule(key: validator.key, arguments: validator.arguments))
            if let text = validator.text { messages[validator.key] = text }
            switch validator.demand {
            case .notNull: refusesNull = true
            case .unchanged: unchanged = Unchanged { validator.failure(on: $0) }
            case .type, nil: continue
            }
        }
        let rules = validators.filter { $0.demand == nil }
        guard !rules.isEmpty else { return }
        checks.append { row, path, items in
            let value = try Wrapped.decode(row, at: index)
            for rule in rules {
                guard var item = try rule.problem(with: value, path: path) else { continue }
                item.value = ShownValue.text(Wrapped.self, row, index)
                items.append(item)
            }
        }
    }

    /// `isImmutable`: what was set when the row was created stays.
    struct Unchanged: Sendable {
        let failure: @Sendable (_ path: String) -> ValidationErrorItem

        func problem(_ value: Value, _ prior: PriorRow, _ index: Int, _ path: String) -> ValidationErrorItem? {
            prior.mayDiffer(from: value, at: index) ? failure(path) : nil
        }
    }
}

/// A rule by its name and what it was given.
package struct NamedRule: Equatable, Sendable {
    /// Sequelize's name of the rule, or that of one's own.
    package let key: String
    /// Its arguments as text.
    package let arguments: [String]
}

/// A rule of a model's own.
struct OwnRule<M: Model>: Sendable {
    let name: String
    /// The attribute that it was added for.
    let column: Int?
    let check: @Sendable (M) async throws -> Void
    /// The attribute's value as an error shows it.
    let shown: @Sendable (Row) -> String?

    func failure(of model: M) async throws -> ValidationFailure? {
        do {
            try await check(model)
            return nil
        } catch let failure as ValidationFailure {
            return failure
        }
    }

    func item(for failure: ValidationFailure, _ row: Row) -> ValidationErrorItem {
        let attribute = column.map { M.table.attributes[$0].name }
        let isAbout = failure.path == nil || failure.path == attribute
        return ValidationErrorItem(
            message: failure.message, path: failure.path ?? attribute ?? name, value: isAbout ? shown(row) : nil,
            validatorKey: name)
    }
}

/// A value as an error item shows it.
enum ShownValue {
    /// The value at a position; nil for null and for passwords.
    static func text<T: ColumnValue>(_ type: T.Type, _ row: Row, _ index: Int) -> String? {
        guard !row.isNull(index), T.Wrapped.self != Password.self, let value = try? T.Wrapped.decode(row, at: index)
        else { return nil }
        return "\(value)"
    }
}
