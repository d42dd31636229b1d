/// Which models a test can make a value of: every rule can be kept, and what a value has to belong to can be made
/// as well.
struct SampleIndex: Sendable {
    private var answers: [String: Bool] = [:]

    init(_ index: SchemaIndex) {
        for model in index.schema.models { _ = isPossible(model, in: index, within: []) }
    }

    func isPossible(_ model: Model) -> Bool { answers[model.name] ?? false }

    /// - Parameter within: the models whose values wait for one of this; a circle of required keys has no beginning.
    private mutating func isPossible(_ model: Model, in index: SchemaIndex, within: Set<String>) -> Bool {
        if let answer = answers[model.name] { return answer }
        guard !within.contains(model.name), within.count < 100 else { return false }
        let answer = model.columns.filter(\.isRequired).allSatisfy { attribute in
            guard let reference = attribute.references else { return attribute.sample() != nil }
            guard let target = try? index.model(reference.model) else { return false }
            return isPossible(target, in: index, within: within.union([model.name]))
        }
        answers[model.name] = answer
        return answer
    }
}

/// One attribute of a sample, with its value.
struct Sample {
    var attribute: Attribute
    var value: SampleValue
}

extension Model {
    /// What a sample is made of: what is required, or the first attribute that can be given where nothing is.
    func samples(in index: SchemaIndex) throws -> [Sample] {
        let initial = columns.filter(\.isInitial)
        let required = initial.filter(\.isRequired)
        let first = initial.first { !$0.isPrimaryKey && $0.isWritable && $0.references == nil && $0.sample() != nil }
        let chosen = required.isEmpty ? first.map { [$0] } ?? [] : required
        return try chosen.compactMap { attribute in
            try attribute.sampleOfReference(in: index)
                ?? attribute.sample().map { Sample(attribute: attribute, value: $0) }
        }
    }
}

extension Attribute {
    /// A key of a sample of the model that this attribute refers to.
    fileprivate func sampleOfReference(in index: SchemaIndex) throws -> Sample? {
        guard let references else { return nil }
        let target = try index.model(references.model)
        let key = target.attribute(named: references.attribute)?.swiftName ?? references.attribute
        let swift = "\(target.swiftName).sample().\(key)"
        return Sample(attribute: self, value: SampleValue(swift: swift, json: type.json(swift)).numbered)
    }
}

extension AttributeType {
    /// The Swift value `expression` of this type as a JSON value.
    func json(_ expression: String) -> String {
        switch self {
        case .smallint, .integer, .bigint: ".integer(\(expression))"
        case .uuid: ".string(\(expression).uuidString)"
        default: ".string(\(expression))"
        }
    }
}
