import Foundation
import Testing

@testable import scaffold

struct SchemaJSONSchemaTests {
    private func definitions() throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(SchemaJSONSchema.text.utf8))
        return try #require((json as? [String: Any])?["definitions"] as? [String: Any])
    }

    @Test func `every key that the reader knows is there, and no other`() throws {
        let definitions = try definitions()
        for block in SchemaBlock.allCases {
            let definition = try #require(definitions[block.rawValue] as? [String: Any])
            let properties = try #require(definition["properties"] as? [String: Any])
            #expect(Set(properties.keys) == Set(block.keys.filter(\.entry.isThere).map(\.name)))
            #expect(definition["additionalProperties"] as? Bool == false)
        }
    }

    @Test func `every reference leads somewhere`() throws {
        let names = try Set(definitions().keys)
        let references = SchemaJSONSchema.text.matches(of: /#\/definitions\/([a-zA-Z]+)/).map { String($0.1) }
        #expect(references.count > 8)
        #expect(references.allSatisfy(names.contains))
    }

    /// A key whose value nothing looks at would be ignored in silence: each is given a value that cannot be right.
    @Test(arguments: SchemaBlock.allCases)
    func `every key that is known is looked at`(block: SchemaBlock) {
        let wrong = "[[[wrong]]]"
        for (name, entry) in block.keys where entry.isThere {
            let text: String
            switch block {
            case .top: text = "\(name == "name" ? "" : "name: app\n")\(name): \(wrong)"
            case .api: text = "name: app\napi: {\(name): \(wrong)}"
            case .cors: text = "name: app\napi: {cors: {\(name): \(wrong)}}"
            case .errors: text = "name: app\napi: {errors: {\(name): \(wrong)}}"
            case .model: text = "name: app\nmodels: {A: {\(name): \(wrong)}}"
            case .attribute where name == "type": text = "name: app\nmodels: {A: {attributes: {x: {type: \(wrong)}}}}"
            case .attribute where name == "values":
                text = "name: app\nmodels: {A: {attributes: {x: {type: enum, values: \(wrong)}}}}"
            case .attribute: text = "name: app\nmodels: {A: {attributes: {x: {type: string, \(name): \(wrong)}}}}"
            case .association: text = association(name, wrong)
            case .paranoid, .assign, .scope, .index, .indexField, .routes, .include, .validate, .reference,
                .defaultValue, .texts, .unique:
                text = inner(block, name, wrong)
            }
            #expect(!Schemas.problems(text).isEmpty, "\(text)")
        }
    }

    private func association(_ name: String, _ wrong: String) -> String {
        let kind =
            Association.Kind.allCases.first { AssociationKey.shortOptions(of: $0).contains(name) } ?? .belongsToMany
        let options = AssociationKey(rawValue: name)?.kind == nil ? "\(kind.rawValue): A, " : ""
        let through = kind == .belongsToMany && name != "through" ? "through: T, " : ""
        let rest = name == "otherKey" ? "foreignKey: aId, " : ""
        return "name: app\nmodels:\n  A: {associations: {x: {\(options)\(through)\(rest)\(name): \(wrong)}}}\n"
            + "  T: {associations: {a: {belongsTo: A}, b: {belongsTo: A}}}\n"
    }

    private func inner(_ block: SchemaBlock, _ name: String, _ wrong: String) -> String {
        let model: String
        switch block {
        case .scope: model = "scopes: {s: {\(name): \(wrong)}}"
        case .paranoid: model = "paranoid: {\(name): \(wrong)}"
        case .indexField:
            model = "attributes: {n: string}, indexes: [[{\(name == "name" ? "" : "name: n, ")\(name): \(wrong)}]]"
        case .include:
            model = "associations: {a: {belongsTo: A}}, routes: {include: {a: {\(name): \(wrong)}}}"
        case .index: model = "indexes: [{\(name == "fields" ? "" : "fields: [id], ")\(name): \(wrong)}]"
        case .routes: model = "routes: {\(name): \(wrong)}"
        case .validate: model = "attributes: {x: {type: string, validate: {\(name): \(wrong)}}}"
        case .reference:
            model = "attributes: {x: {references: {\(name == "model" ? "" : "model: A, ")\(name): \(wrong)}}}"
        case .texts: model = "routes: {texts: {\(name): \(wrong)}}"
        case .unique: model = "attributes: {x: {type: string, unique: {\(name): \(wrong)}}}"
        case .defaultValue: model = "attributes: {x: {type: string, defaultValue: {\(name): \(wrong)}}}"
        default:
            model =
                "attributes: {n: string unique}, associations: {xs: {belongsToMany: A, through: T, foreignKey: aId, "
                + "assign: {\(name == "by" ? "" : "by: n, ")\(name): \(wrong)}}}"
        }
        return "name: app\nmodels:\n  A: {\(model)}\n  T: {associations: {a: {belongsTo: A}, b: {belongsTo: A}}}\n"
    }
}
