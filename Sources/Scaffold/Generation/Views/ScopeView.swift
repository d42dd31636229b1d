extension View {
    /// One scope: a constant, or a function where it has parameters.
    static func scope(_ scope: Scope, of model: Model, in index: SchemaIndex) throws -> View {
        let statements = try statements(of: scope, model, in: index)
        let isDefault = scope == model.defaultScope
        let isFunction = !scope.parameters.isEmpty
        let type = "Scope<\(model.swiftName)>"
        return [
            "title": isDefault
                ? "defaultScope: what every query asks for that does not say unscoped()"
                : "scope \(SwiftText.comment(scope.name))",
            // The protocol has it optional, since most models have none.
            "name": isDefault ? "defaultScope: \(type)?" : SwiftIdentifier.declared(scope.name),
            "type": type,
            "isFunction": isFunction,
            "parameters": parameters(of: scope),
            "isShort": statements.count == 1,
            "statement": statements[0],
            "statements": statements,
        ]
    }

    private static func statements(of scope: Scope, _ model: Model, in index: SchemaIndex) throws -> [String] {
        var statements: [String] = []
        if let condition = scope.condition {
            // Conditions that all hold stand one by one: shorter to read, and far quicker to compile.
            let all: [Condition] = if case .and(let all) = condition { all } else { [condition] }
            statements += try all.map { "$0.where \(try $0.closure(of: model, in: index))" }
        }
        statements += try scope.order.map { "$0.order(by: \(try $0.swift(of: model, in: index)))" }
        statements += scope.include.map(include)
        switch scope.limit {
        case .rows(let limit): statements.append("$0.limit(\(SwiftText.literal(limit)))")
        case .parameter(let name): statements.append("$0.limit(\(SwiftIdentifier.declared(name)))")
        case nil: break
        }
        return statements.isEmpty ? ["_ = $0"] : statements
    }

    /// `$0.include(\.comments) { $0.include(\.author) }`
    private static func include(_ path: [String]) -> String {
        path.reversed().reduce("") { inner, name in
            "$0.include(\\.\(name))" + (inner.isEmpty ? "" : " { \(inner) }")
        }
    }

    /// `_ userId: Int`; several have their names as labels.
    private static func parameters(of scope: Scope) -> String {
        let label = scope.parameters.count == 1 ? "_ " : ""
        return scope.parameters.map { parameter in
            let type = parameter.type.swiftType
            return "\(label)\(label.isEmpty ? parameter.name : SwiftIdentifier.declared(parameter.name)): "
                + (parameter.isList ? "[\(type)]" : type)
        }.joined(separator: ", ")
    }
}
