import Testing

@testable import scaffold

struct AttributeGrammarTests {
    /// What a list says, each attribute as schema.yml would have it.
    private func read(_ list: String) throws -> [String] {
        try AttributeGrammar.parseList(list).map { $0.form.entry(named: $0.name).flow }
    }

    /// What is wrong with a list, without the part that every message has.
    private func problems(_ list: String) -> [String] {
        do {
            _ = try AttributeGrammar.parseList(list)
            return []
        } catch {
            return error.sorted.map(\.description)
        }
    }

    // MARK: What sequelize-cli accepts rightly

    @Test(arguments: [
        "first_name:string,last_name:string,bio:text,role:enum:{Admin,Guest User},reviews:array:text",
        "first_name:string last_name:string bio:text role:enum:{Admin,Guest User} reviews:array:text",
        "first_name:string, last_name:string, bio:text, role:enum:{Admin, Guest User}, reviews:array:text",
        "first_name:string ,last_name:string,,bio:text  role:ENUM:{ Admin ,Guest User } reviews:array:Text",
        " first_name:String last_name:STRING bio:Text role:enum(Admin,Guest User) reviews:array(text) ",
    ])
    func `separators, braces and case make no difference`(list: String) throws {
        #expect(
            try read(list) == [
                "first_name: string", "last_name: string", "bio: text", "role: \"enum(Admin, Guest User)\"",
                "reviews: array(text)",
            ])
    }

    @Test func `the values of an enum have Swift names`() throws {
        let list = try AttributeGrammar.parseList("role:enum:{Admin,Guest User,in-progress,none,2fa,default}")
        guard case .attribute(let attribute) = list[0].form, case .enum(_, let cases) = attribute.type else {
            Issue.record("not an enum")
            return
        }
        #expect(cases.map(\.value) == ["Admin", "Guest User", "in-progress", "none", "2fa", "default"])
        #expect(cases.map(\.swiftName) == ["admin", "guestUser", "inProgress", "noneValue", "_2fa", "default"])
    }

    // MARK: The grammar, production by production

    @Test(arguments: [
        ("a:string", "a: string"), ("a:string(200)", "a: string(200)"), ("a:char(2)", "a: char(2)"),
        ("a:decimal", "a: \"decimal(10, 2)\""), ("a:decimal(12,4)", "a: \"decimal(12, 4)\""),
        ("a:decimal( 12 )", "a: \"decimal(12, 0)\""), ("a:string!", "a: string!"), ("a:text?", "a: \"text?\""),
        ("a:string!:unique", "a: string! unique"), ("a:string:index", "a: string index"),
        ("a:uuid:primary", "a: uuid primary"), ("a:string:trim:lowercase", "a: string trim lowercase"),
        ("a:boolean!:=true", "a: boolean! =true"), ("a:integer:=-3", "a: integer =-3"), ("a:date:=now", "a: date =now"),
        ("a:enum(x,y)!:=x", "a: \"enum(x, y)! =x\""), ("a:enum(x=0, y=1)", "a: \"enum(x=0, y=1)\""),
        ("a:array:string", "a: array(string)"), ("a:array(string(20))!", "a: array(string(20))!"),
        ("a:references:User", "a: \"references:User\""), ("a:references:User.email", "a: \"references:User.email\""),
        ("a:references:User!:index", "a: \"references:User! index\""), ("a:belongsTo:User", "a: {belongsTo: User}"),
        (
            "a:belongsTo:User:foreignKey=userId:onDelete=SET_NULL",
            "a: {belongsTo: User, foreignKey: userId, onDelete: SET NULL}"
        ),
        ("a:hasOne:Profile", "a: {hasOne: Profile}"),
        ("a:hasmany:Post:sourceKey=code", "a: {hasMany: Post, sourceKey: code}"),
        ("a:belongsToMany:Tag:through=PostTag", "a: {belongsToMany: Tag, through: PostTag}"),
        ("class:string", "class: string"),
    ])
    func `accepted`(list: String, written: String) throws {
        #expect(try read(list) == [written])
    }

    @Test(arguments: [
        "smallint", "integer", "bigint", "float", "double", "boolean", "date", "dateonly", "time", "uuid", "json",
        "blob",
        "password", "text", "char", "virtual",
    ])
    func `every type`(type: String) throws {
        #expect(try read("a:\(type)") == ["a: \(type)"])
    }

    @Test(arguments: [
        // name
        (":string", 1, "empty"), ("1st:string", 1, "begins with a digit"), ("first-name:string", 1, "'firstName'"),
        ("title", 1, "it has no type"), ("a:string,A:text", 10, "stands twice"), ("a\u{1F600}:string", 1, "contains"),
        // type
        ("title:", 7, "the type is missing"), ("a:strng", 3, "'string'"), ("a:text(9)", 8, "takes no arguments"),
        ("a:string[]", 3, "array(string)"), ("a:double precision", 10, "it has no type"),
        // arguments
        ("a:string()", 10, "a value is missing"), ("a:string(0)", 10, "from 1 to 65535"),
        ("a:string(x)", 10, "not a length"),
        ("a:string(1,2)", 12, "at most 1 argument"), ("a:decimal(4,5)", 13, "from 0 to 4"),
        ("a:string(9", 9, "not closed"),
        // enum and array
        ("a:enum", 3, "enum(draft, published)"), ("a:enum:string", 3, "has to list its values"),
        ("a:enum:{}", 9, "a value is missing"), ("a:enum:{a,,b}", 11, "a value is missing"),
        ("a:enum(a,a)", 10, "stands twice"),
        ("a:enum(Admin,admin)", 14, "both called 'admin'"), ("a:enum(x=1,y=1)", 12, "the number 1"),
        ("a:enum(x=1,y)", 12, "every value"), ("a:enum(x=one)", 8, "not a whole number"),
        ("a:enum:{Admin,\"Guest\"}", 15, "'\"'"), ("a:enum:Admin|Guest", 3, "has to list its values"),
        ("a:array", 3, "array(text)"), ("a:array:enum", 9, "cannot hold"), ("a:array:{a,b}", 9, "name the type"),
        ("a:array:array:text", 9, "cannot hold"), ("a:array(text", 13, "not closed"),
        // nullability and modifiers
        ("a:string!?", 10, "exclude each other"), ("a:string!unique", 10, "follow a colon"),
        ("a:string:", 10, "missing behind ':'"),
        ("a:string:uniqe", 10, "'unique'"), ("a:string:NOT_NULL", 10, "'!'"),
        ("a:string:unique:unique", 17, "stands twice"),
        ("a:string:=", 11, "missing behind '='"), ("a:string:='x'", 11, "cannot hold '''"),
        ("a:string:default:x", 10, "=value"),
        // references and associations
        ("a:references", 13, "the model is missing"), ("a:references:", 14, "the model is missing"),
        ("a:references:User.", 19, "empty"), ("a:integer:references:users", 11, "instead of the type"),
        ("a:belongsTo", 12, "the model is missing"), ("a:belongsTo:User:forignKey=x", 18, "'foreignKey'"),
        ("a:belongsTo:User:foreignKey", 28, "'='"), ("a:belongsTo:User:foreignKey=", 29, "a value is missing"),
        ("a:belongsTo:User:through=X", 18, "unknown option 'through'"), ("a:belongsTo:User!", 17, "follow a colon"),
        // separators
        ("a:string,", 9, "nothing behind"), (",a:string", 1, "nothing before"), ("", 1, "empty"),
        ("a:string;b:text", 3, "unknown type"),
    ])
    func `refused with the column and the reason`(list: String, column: Int, reason: String) {
        let found = problems(list)
        #expect(
            found.contains { $0.hasPrefix("--attributes:1:\(column): error: ") && $0.contains(reason) },
            "\(found)")
    }

    @Test(arguments: [
        ("int", "integer"), ("bool", "boolean"), ("datetime", "date"), ("timestamp", "date"), ("varchar", "string"),
        ("money", "decimal"), ("real", "float"), ("tinyint", "smallint"), ("hstore", "json"), ("cidr", "string"),
        ("jsonb", "json"), ("citext", "string"), ("range", "json"), ("now", "date"), ("number", "integer"),
        ("geometry", "json"),
    ])
    func `types of elsewhere get the nearest of ours`(type: String, ours: String) {
        #expect(
            problems("n:\(type)") == [
                "--attributes:1:3: error: attribute 'n:\(type)' cannot be parsed: unknown type '\(type)' "
                    + "(the nearest is '\(ours)')"
            ])
    }

    @Test func `every mistake of a list is reported`() {
        #expect(problems("a:int,b:string,c:bool,-:text").count == 3)
    }

    @Test func `a reference stays apart from an index and a name from its case`() throws {
        let list = try AttributeGrammar.parseList("title:string(20)! unique:boolean")
        #expect(list.map(\.name) == ["title", "unique"])
        #expect(list[1].position == SourcePosition(file: "--attributes", line: 1, column: 19))
    }

    // MARK: Hostile text

    @Test(arguments: [
        "a:string\nb:text", "a:string\tb:text", "a:string\u{0}", "a:str\u{202E}ing", "a:enum:{a,\u{1B}[31mb}",
    ])
    func `what cannot be seen is refused by name`(list: String) {
        let found = problems(list)
        #expect(found.count == 1)
        #expect(found[0].unicodeScalars.allSatisfy { !Shown.isHidden($0) })
    }

    @Test func `the braces that made sequelize-cli hang take no time`() throws {
        let clock = ContinuousClock()
        let took = clock.measure {
            _ = problems("status:enum:{pending,completed,cancelled,in-progress}")
            _ = problems("status:enum:{" + String(repeating: "pending,completed,", count: 400) + "\"}")
        }
        #expect(took < .seconds(1))
    }

    @Test func `a list of a megabyte is refused, and shown cut`() {
        let found = problems("a:" + String(repeating: "x", count: 1 << 20))
        #expect(found.count == 1)
        #expect(found[0].contains("may have") && found[0].utf8.count < 300)
        let name = problems(String(repeating: "n", count: 100_000) + ":string")
        #expect(name.count == 1 && name[0].utf8.count < 400)
    }
}
