import Foundation
import Testing

@testable import scaffold

/// What sequelize-cli makes of `--attributes`, taken from its tests and from runs of its code, and what we make of it:
/// the same where it is right, and the listed refusal where it is not or where a type is not ours.
struct SequelizeAttributeCases {
    private static let refusedByUs: [String: String] = [
        ":string": "the attribute name is empty", "tags:array": "name the type", "tags:array:{a,b}": "name the type",
        "first-name:string": "firstName", "n:real": "float", "n:tinyint": "smallint", "h:hstore": "json",
        "x:cidr": "string", "x:inet": "string", "x:citext": "string", "x:range": "json",
        "a:string,a:text": "stands twice",
    ]

    @Test(arguments: [
        "title:String", "title:string,,body:text", "title:string ,body:text", "n:bigint", "n:float", "n:double",
        "n:decimal",
        "n:smallint", "d:dateonly", "x:char", "role:enum:{Admin}", "role:enum:{a ,b}", "role:ENUM:{a,b}",
        "tags:array:string",
        "class:string", "role:enum:{ a,b }",
    ])
    func `what it accepts rightly is accepted`(list: String) throws {
        _ = try AttributeGrammar.parseList(list)
    }

    @Test(arguments: refusedByUs.keys.sorted())
    func `what it accepts wrongly is refused`(list: String) {
        #expect {
            _ = try AttributeGrammar.parseList(list)
        } throws: { error in
            let text = (error as? Diagnostics)?.sorted.map(\.description).joined() ?? ""
            return text.contains(Self.refusedByUs[list] ?? "?")
        }
    }

    @Test(arguments: [
        "badAttribute:datetime", "title", "title:", "title :string", "title:string\nbody:text", "n:int", "d:timestamp",
        "role:enum:{}", "role:enum:Admin|Guest", "role:enum:{a,,b}", "tags:string[]", "a:string;b:text", "a:money",
    ])
    func `what it refuses rightly is refused, with the place`(list: String) {
        #expect {
            _ = try AttributeGrammar.parseList(list)
        } throws: { error in
            let all = (error as? Diagnostics)?.all ?? []
            return !all.isEmpty
                && all.allSatisfy { $0.position?.file == "--attributes" && !$0.message.contains("undefined") }
        }
    }

    @Test(arguments: [
        "title:string:unique", "title:string!", "userId:references:User", "role:enum:{in-progress,done}",
        "role:enum:{a.b}",
        "a:string(100)", "a:decimal(10,2)",
    ])
    func `what it cannot say, we can`(list: String) throws {
        _ = try AttributeGrammar.parseList(list)
    }

    @Test(arguments: [("id:integer", "primary key"), ("createdAt:date", "comes by itself")])
    func `columns that every model has are not made twice`(list: String, reason: String) throws {
        let parsed = try AttributeGrammar.parseList(list)
        let editor = SchemaEditor([.init(file: "schema.yml", text: "name: app\nmodels:\n")])
        #expect {
            _ = try editor.adding(parsed, toModel: "User")
        } throws: { error in
            let all = (error as? Diagnostics)?.all ?? []
            return all.count == 1 && all[0].message.contains(reason) && all[0].position?.file == "--attributes"
        }
    }
}
