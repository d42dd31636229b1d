import HTTPTypes
public import ScaffoldStorage
import ScaffoldValidation

extension Request {
    /// What the body says of a model. What is wrong with single fields is not thrown: `create` and `update` tell it
    /// together with what validation finds.
    ///
    /// - Throws: ``HTTPProblem`` if the body is no JSON object.
    public func input<Record: Model>(for model: Record.Type) async throws -> Input<Record> {
        try Input(await object(), assigns: [], readOnly: [])
    }

    /// What the body says of a model, lists of names included.
    ///
    /// - Throws: ``HTTPProblem`` if the body is no JSON object.
    public func input<Record: InputModel>(for model: Record.Type) async throws -> Input<Record> {
        try Input(await object(), assigns: model.assigns, readOnly: model.readOnly)
    }

    private func object() async throws -> JSONObject {
        let json = try await json()
        guard let object = json.object else {
            throw HTTPProblem(.badRequest, "The body must be a JSON object, not \(json.kind)")
        }
        return object
    }
}

extension Input {
    /// How many unknown fields are named: enough for a mistake, too few to make us busy.
    private static var mostUnknown: Int { 20 }

    init(_ object: JSONObject, assigns: [String], readOnly: [String]) throws {
        var unknown: [String] = []
        for (name, value) in object {
            if assigns.contains(name) {
                read(list: name, value)
            } else if let index = Record.table.position(of: name) {
                read(Record.table.attributes[index], at: index, value, readOnly: readOnly)
            } else if unknown.count < Self.mostUnknown {
                unknown.append(name)
            }
        }
        try readMisfits()
        guard !unknown.isEmpty else { return }
        let known = Record.table.attributes.filter { !$0.isMade && !readOnly.contains($0.name) }.map(\.name) + assigns
        for name in unknown {
            let hint = NearestWord.hint(name, in: known)
            add(String(name.prefix(100)), "\(name.prefix(100)) is not known\(hint)", .unknown, "unknown")
        }
    }

    private mutating func read(list name: String, _ value: JSON) {
        let texts = value.array?.compactMap(\.string)
        guard let texts, texts.count == value.array?.count, !texts.contains(where: { $0.utf8.contains(0) }) else {
            return add(name, "\(name) must be a list of strings", .type, "type")
        }
        lists[name] = texts
    }

    private mutating func read(
        _ attribute: TableDefinition.Attribute, at index: Int, _ value: JSON, readOnly: [String]
    ) {
        guard !attribute.isMade, !readOnly.contains(attribute.name) else {
            return add(attribute.name, "\(attribute.name) cannot be set", .validation, "writable")
        }
        switch InputValue.read(value, for: attribute) {
        case .success(let value): changes.set(index: index, value)
        case .failure(let refusal): add(attribute.name, at: index, refusal)
        }
    }

    /// A value that its column cannot hold is told together with the others; where a rule of the model has something
    /// against it too, what that rule says is told.
    private mutating func readMisfits() throws {
        for (index, value, limit) in changes.misfits where try !Record.validations.refuse(value, at: index) {
            changes.forget(index: index)
            add(
                Record.table.attributes[index].name, at: index,
                InputValue.Refusal(expected: limit.expected, validator: limit.validator), .validation)
        }
    }

    /// In the model's own words where it has some for this rule, or for values of another type.
    private mutating func add(
        _ name: String, at index: Int, _ refusal: InputValue.Refusal, _ kind: ValidationErrorItem.Kind = .type
    ) {
        let own = Record.validations.message(of: refusal.validator, at: index)
        let ofType = kind == .type ? Record.validations.message(of: "type", at: index) : nil
        add(name, own ?? ofType ?? "\(name) must be \(refusal.expected)", kind, refusal.validator)
    }

    private mutating func add(_ path: String, _ message: String, _ kind: ValidationErrorItem.Kind, _ key: String) {
        problems.append(ValidationErrorItem(message: message, type: kind, path: path, validatorKey: key))
    }
}

extension TableDefinition.Attribute {
    /// Whether the database or the runtime makes its values, so that nobody else does.
    var isMade: Bool {
        autoIncrement || timestamp != nil || isVersion || primaryKey && defaultValue != nil
    }
}
