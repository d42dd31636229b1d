extension Condition {
    /// The condition as code within `where { … }`, whose `$0` is the columns of `model`.
    func swift(of model: Model, in index: SchemaIndex) throws -> String {
        switch self {
        case .comparison(let name, let comparison, let operands):
            guard let attribute = model.attribute(named: name) else {
                throw GenerationError(template: model.name, problem: "there is no attribute \(name)")
            }
            return comparison.swift("$0.\(attribute.swiftName)", operands.map { $0.swift(attribute, comparison) })
        case .related(let name, let condition):
            guard let association = model.association(named: name) else {
                throw GenerationError(template: model.name, problem: "there is no association \(name)")
            }
            let target = try index.target(of: association)
            let block = try condition.map { " " + (try $0.closure(of: target, in: index)) } ?? ""
            return ".exists(\\.\(name))\(block)"
        case .and(let all): return try all.map { try $0.operand(of: model, in: index) }.joined(separator: " && ")
        case .or(let all): return try all.map { try $0.operand(of: model, in: index) }.joined(separator: " || ")
        case .not(let condition):
            let text = try condition.swift(of: model, in: index)
            // What is behind `!` has no type yet that a leading dot could lean on.
            if case .related = condition { return "!Condition<\(model.swiftName)>\(text)" }
            return "!(\(text))"
        }
    }

    /// `{ $0.isActive == true }`; Swift wants it said where the columns are not used.
    func closure(of model: Model, in index: SchemaIndex) throws -> String {
        "{ \(usesColumns ? "" : "_ in ")\(try swift(of: model, in: index)) }"
    }

    /// Whether it names a column of its own model.
    private var usesColumns: Bool {
        switch self {
        case .comparison: true
        case .related: false
        case .and(let all), .or(let all): all.contains(where: \.usesColumns)
        case .not(let condition): condition.usesColumns
        }
    }

    /// As an operand of `&&` and `||`.
    private func operand(of model: Model, in index: SchemaIndex) throws -> String {
        let text = try swift(of: model, in: index)
        return switch self {
        case .and, .or: "(\(text))"
        default: text
        }
    }
}

extension Condition.Operand {
    fileprivate func swift(_ attribute: Attribute, _ comparison: Comparison) -> String {
        switch self {
        case .null: "nil"
        case .value(.string(let text)) where comparison.isOfText: SwiftText.literal(text)
        case .value(let value): attribute.swiftValue(value) ?? "nil"
        case .parameter(let name): SwiftIdentifier.declared(name)
        }
    }
}

extension Comparison {
    fileprivate func swift(_ column: String, _ operands: [String]) -> String {
        let first = operands.first ?? "nil"
        let list = operands.joined(separator: ", ")
        return switch self {
        case .eq, .is: "\(column) == \(first)"
        case .ne, .not: "\(column) != \(first)"
        case .gt: "\(column) > \(first)"
        case .gte: "\(column) >= \(first)"
        case .lt: "\(column) < \(first)"
        case .lte: "\(column) <= \(first)"
        case .in, .notIn: "\(column).\(rawValue)(\(isLone(operands) ? first : "[\(list)]"))"
        case .between, .notBetween: "\(column).\(rawValue)(\(list))"
        case .substring: "\(column).contains(\(first))"
        default: "\(column).\(rawValue)(\(first))"
        }
    }

    /// A parameter behind `in` is a list itself.
    private func isLone(_ operands: [String]) -> Bool {
        guard operands.count == 1, let first = operands.first?.unicodeScalars.first else { return false }
        return first.properties.isAlphabetic && !["true", "false"].contains(operands[0]) || first == "`"
    }
}

extension Order {
    /// The arguments of `order(by:)`: `\.author, \.lastName, .descending, nulls: .last`.
    func swift(of model: Model, in index: SchemaIndex) throws -> String {
        var arguments = path.associations.map { "\\.\($0)" }
        let owner = try path.associations.reduce(model) { try index.follow($1, from: $0) }
        arguments.append("\\.\(owner.attribute(named: path.attribute)?.swiftName ?? path.attribute)")
        if descending { arguments.append(".descending") }
        if let nulls { arguments.append("nulls: .\(nulls.rawValue)") }
        return arguments.joined(separator: ", ")
    }
}

extension SchemaIndex {
    /// The model at the other end of an association.
    func follow(_ association: String, from model: Model) throws -> Model {
        guard let found = model.association(named: association) else {
            throw GenerationError(template: model.name, problem: "there is no association \(association)")
        }
        return try target(of: found)
    }
}
