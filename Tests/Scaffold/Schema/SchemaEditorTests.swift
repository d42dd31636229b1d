import Testing

@testable import scaffold

struct SchemaEditorTests {
    private func edit(_ text: String, _ name: String, _ list: String) throws -> String {
        let parsed = list.isEmpty ? [] : try AttributeGrammar.parseList(list)
        return try SchemaEditor([.init(file: "schema.yml", text: text)]).adding(parsed, toModel: name).text
    }

    private func problems(_ text: String, _ name: String, _ list: String) -> [String] {
        do {
            _ = try edit(text, name, list)
            return []
        } catch let error as Diagnostics {
            return error.sorted.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `the first model of a new app`() throws {
        let text = InitialSchema.text(name: "blog", database: .sqlite)
        #expect(
            try edit(text, "Post", "title:string(200)!:trim,status:enum(draft,published)!:=draft")
                == text + """
                      Post:
                        attributes:
                          title: string(200)! trim
                          status: enum(draft, published)! =draft

                    """)
    }

    @Test func `a model goes behind the last one, and nothing else changes`() throws {
        let text = Schemas.blog
        let edited = try edit(text, "Comment", "body:text!,post:belongsTo:Post:onDelete=CASCADE")
        #expect(
            edited == text + """
                  Comment:
                    attributes:
                      body: text!
                    associations:
                      post: {belongsTo: Post, onDelete: CASCADE}

                """)
    }

    /// What is added to a text, as the lines that were not there.
    @Test(arguments: [
        // a key behind the models, comments of it, and the file's own indentation
        (
            "name: app\nmodels:\n    A:\n        attributes:\n            x: text\n        # of A\n\n# of api\napi: {prefix: /v1}\n",
            "name: app\nmodels:\n    A:\n        attributes:\n            x: text\n        # of A\n"
                + "    B:\n        attributes:\n            y: text\n\n# of api\napi: {prefix: /v1}\n"
        ),
        // blank lines between models
        (
            "name: app\nmodels:\n  A:\n    attributes: {x: text}\n\n  C:\n    attributes: {x: text}\n",
            "name: app\nmodels:\n  A:\n    attributes: {x: text}\n\n  C:\n    attributes: {x: text}\n"
                + "\n  B:\n    attributes:\n      y: text\n"
        ),
        // no line break at the end
        ("name: app\nmodels:\n  A:", "name: app\nmodels:\n  A:\n  B:\n    attributes:\n      y: text"),
        // CRLF
        (
            "name: app\r\nmodels:\r\n  A:\r\n",
            "name: app\r\nmodels:\r\n  A:\r\n  B:\r\n    attributes:\r\n      y: text\r\n"
        ),
        // no models yet
        ("name: app\n", "name: app\nmodels:\n  B:\n    attributes:\n      y: text\n"),
        ("name: app", "name: app\nmodels:\n  B:\n    attributes:\n      y: text"),
        (
            "name: app\nmodels: # none\napi: {}\n",
            "name: app\nmodels: # none\n  B:\n    attributes:\n      y: text\napi: {}\n"
        ),
        ("name: app\nmodels: ~ # none\n", "name: app\nmodels: {B: {attributes: {y: text}}} # none\n"),
        ("name: app\nmodels: {}\n", "name: app\nmodels: {B: {attributes: {y: text}}}\n"),
        // braces
        (
            "name: app\nmodels: {A: {attributes: {x: \"a}\"}}} # }\n".replacing("\"a}\"", with: "text"),
            "name: app\nmodels: {A: {attributes: {x: text}}, B: {attributes: {y: text}}} # }\n"
        ),
        (
            "name: app\nmodels: {\n  A: {}, # last }\n}\n",
            "name: app\nmodels: {\n  A: {}, B: {attributes: {y: text}} # last }\n}\n"
        ),
        ("{name: app}\n", "{name: app, models: {B: {attributes: {y: text}}}}\n"),
        // the document's end
        (
            "---\nname: app\nmodels:\n  A:\n...\n",
            "---\nname: app\nmodels:\n  A:\n  B:\n    attributes:\n      y: text\n...\n"
        ),
    ])
    func `every style of file`(text: String, expected: String) throws {
        #expect(try edit(text, "B", "y:text") == expected)
    }

    @Test(arguments: [
        (
            "name: app\nmodels:\n  A:\n    attributes:\n      x: text   # why\n    routes: false\n  C:\n",
            "name: app\nmodels:\n  A:\n    attributes:\n      x: text   # why\n      y: string! unique\n    routes: false\n  C:\n"
        ),
        (
            "name: app\nmodels:\n  A:\n    attributes: {x: text}\n",
            "name: app\nmodels:\n  A:\n    attributes: {x: text, y: string! unique}\n"
        ),
        (
            "name: app\nmodels:\n  A: {attributes: {x: text}, routes: false}\n  C:\n",
            "name: app\nmodels:\n  A: {attributes: {x: text, y: string! unique}, routes: false}\n  C:\n"
        ),
        (
            "name: app\nmodels:\n  A:\n    attributes:\n      x: text\n\n  # next\n  C:\n",
            "name: app\nmodels:\n  A:\n    attributes:\n      x: text\n      y: string! unique\n\n  # next\n  C:\n"
        ),
        (
            "name: app\nmodels:\n  A:\n    attributes:\n      x: text\n    associations:\n      c: {belongsTo: C}\n  C:\n",
            "name: app\nmodels:\n  A:\n    attributes:\n      x: text\n      y: string! unique\n    associations:\n"
                + "      c: {belongsTo: C}\n  C:\n"
        ),
    ])
    func `an attribute goes into a model that exists`(text: String, expected: String) throws {
        #expect(try edit(text, "A", "x:text,y:string!:unique") == expected)
    }

    @Test func `an association makes its block, and a model without anything gets both`() throws {
        let text = "name: app\nmodels:\n  A:\n  C:\n"
        #expect(
            try edit(text, "A", "x:text,c:belongsTo:C") == """
                name: app
                models:
                  A:
                    attributes:
                      x: text
                    associations:
                      c: {belongsTo: C}
                  C:

                """)
    }

    @Test func `an edit says what was added`() throws {
        let editor = SchemaEditor([
            .init(file: "schema.yml", text: "name: app\n"),
            .init(file: "schema/a.yml", text: "models:\n  A: {attributes: {x: text}}\n"),
        ])
        let new = try editor.adding(AttributeGrammar.parseList("y:text"), toModel: "B", underscored: true)
        #expect(new.file == "schema.yml" && new.isNewModel && new.added == ["y"])
        #expect(new.text == "name: app\nmodels:\n  B:\n    underscored: true\n    attributes:\n      y: text\n")
        #expect(new.schema.model(named: "B")?.attribute(named: "createdAt")?.field == "created_at")
        let grown = try editor.adding(AttributeGrammar.parseList("x:text,y:text"), toModel: "A")
        #expect(grown.file == "schema/a.yml" && !grown.isNewModel && grown.added == ["y"])
        #expect(grown.text == "models:\n  A: {attributes: {x: text, y: text}}\n")
    }

    @Test func `nothing new is an error, and so is a change`() {
        #expect(
            problems(Schemas.blog, "Post", "title:string(200)!:trim,author:belongsTo:User:foreignKey=userId") == [
                "--name:1:1: error: the model 'Post' already exists and has all of these attributes"
            ])
        #expect(problems(Schemas.blog, "Tag", "") == ["--name:1:1: error: the model 'Tag' already exists"])
        let changed = problems(Schemas.blog, "Post", "more:text,title:text!,author:belongsTo:Tag")
        #expect(changed.count == 2)
        #expect(changed[0].hasPrefix("--attributes:1:11: error: 'Post' has 'title' already, and differently"))
        #expect(changed[1].hasPrefix("--attributes:1:23: error: 'Post' has 'author' already, and differently"))
    }

    @Test func `mistakes in what is added have their place in the list`() {
        #expect(
            problems(Schemas.blog, "Comment", "body:text,by:belongsTo:Usr") == [
                "--attributes:1:11: error: unknown model 'Usr' (did you mean 'User'?)"
            ])
        let shadow = problems(Schemas.blog, "Task", "title:string")
        #expect(shadow.count == 1 && shadow[0].hasPrefix("--name:1:1: error: ") && shadow[0].contains("TaskItem"))
        #expect(problems(Schemas.blog, "a/b", "x:text")[0].hasPrefix("--name:1:1: error: "))
        #expect(
            problems("name: app\nmodels: {A: {attributes: {x: txt}}}\n", "B", "y:text")[0].hasPrefix(
                "schema.yml:2:30: error: "))
    }

    @Test func `what cannot be added without a change elsewhere is refused`() {
        let shared = "name: app\nmodels:\n  A: &a {attributes: {x: text}}\n  C: *a\n"
        #expect(problems(shared, "C", "y:text").contains { $0.contains("without changing something else") })
        #expect(problems(shared, "A", "y:text").contains { $0.contains("without changing something else") })
    }

    @Test(arguments: [
        "a:string(20)!:unique:trim", "a:enum(x,y)!:=x", "a:decimal(8,2):=0.5", "a:references:User",
        "a:references:User.email!:index", "a:belongsTo:User:onDelete=SET_NULL:unique=true",
        "a:hasMany:User:foreignKey=aId",
    ])
    func `what is written is read as it was meant, in blocks and in braces`(list: String) throws {
        let user = "User: {attributes: {email: string! unique}}"
        let block = try Schemas.read(edit("name: app\nmodels:\n  \(user)\n", "B", list))
        let flow = try Schemas.read(edit("name: app\nmodels: {\(user)}\n", "B", list))
        #expect(problems("name: app\nmodels: {\(user), B: }\n", "B", list).isEmpty)
        func plain(_ model: Model?) -> [String] {
            (model?.attributes ?? []).map {
                "\($0.name) \($0.type) \($0.allowNull) \($0.isUnique) \(String(describing: $0.defaultValue))"
            }
        }
        #expect(plain(block.model(named: "B")) == plain(flow.model(named: "B")))
        // A second time there is nothing new.
        let again = problems(try edit("name: app\nmodels:\n  \(user)\n", "B", list), "B", list)
        #expect(again.count == 1 && again[0].contains("already exists"), "\(again)")
    }
}
