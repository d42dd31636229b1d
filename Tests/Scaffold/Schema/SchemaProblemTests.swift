import Testing

@testable import scaffold

/// Mistakes in schema.yml: each with its place, its cause and the nearest valid word.
struct SchemaProblemTests {
    /// The mark » stands before the place that is to be named.
    @Test(
        arguments: [
            // keys
            ("  A: {»atributes: {}}", "unknown key of a model 'atributes'", "'attributes'"),
            (
                "  A: {attributes: {x: {type: string, »allowNul: true}}}", "unknown option of an attribute",
                "'allowNull'"
            ),
            (
                "  A: {associations: {b: {belongsTo: A, »onDelet: CASCADE}}}", "unknown option of an association",
                "'onDelete'"
            ),
            ("  A: {routes: {»filtr: [id]}}", "unknown key of routes", "'filter'"),
            ("  A: {attributes: {x: {type: string, validate: {»isEmial: true}}}}", "unknown validation", "'isEmail'"),
            ("  A: {indexes: [{»feilds: [id]}]}", "unknown key of an index", "'fields'"),
            // types and values
            ("  A: {attributes: {x: »strng}}", "unknown type 'strng'", "'string'"),
            ("  A: {attributes: {x: »int!}}", "unknown type 'int'", "'integer'"),
            ("  A: {attributes: {x: \"enum(a, b)! =»c\"}}", "unknown value of 'x': 'c'", "known: a, b"),
            ("  A: {attributes: {x: \"enum(draft, done)! =»drat\"}}", "unknown value", "'draft'"),
            ("  A: {attributes: {x: integer =»abc}}", "'abc' is no value of 'x'", "whole number"),
            ("  A: {attributes: {x: smallint =»40000}}", "40000 is no smallint", ""),
            ("  A: {attributes: {x: boolean =»yes}}", "'yes' is no value", "true or false"),
            ("  A: {attributes: {x: {type: string, allowNull: »no}}}", "true or false", "'false'"),
            ("  A: {attributes: {x: {type: string(3), defaultValue: »abcd}}}", "has 4 characters", ""),
            ("  A: {attributes: {»x: }}", "has no type", "string!"),
            ("  A: {attributes: {»x: {allowNull: true}}}", "has no type", ""),
            ("  A: {attributes: {x: {type: \"string!\", »allowNull: true}}}", "contradict", ""),
            (
                "  A: {attributes: {x: {type: json, »autoIncrement: true}}}",
                "'autoIncrement' belongs to a primary key", ""
            ),
            ("  A: {attributes: {»x: integer trim}}", "'trim' fits text", ""),
            ("  A: {attributes: »[title]}", "'attributes' has to map", ""),
            ("  A: »5", "has to be a mapping", ""),
            // rules
            ("  A: {attributes: {x: {type: integer, validate: {»isEmail: true}}}}", "does not fit 'x'", ""),
            ("  A: {attributes: {x: {type: string, validate: {»min: 3}}}}", "does not fit 'x'", "len"),
            ("  A: {attributes: {x: {type: string, validate: {len: »[9, 3]}}}}", "no argument of 'len'", "least"),
            ("  A: {attributes: {x: {type: string, validate: {is: »'(a'}}}}", "cannot be read at character 3", ""),
            ("  A: {attributes: {x: {type: string, validate: {is: »'(?=a)b'}}}}", "looking ahead", ""),
            ("  A: {attributes: {x: {type: string, validate: {»isMobilePhone: true}}}}", "not there yet", ""),
            ("  A: {attributes: {x: {type: json, validate: {»isDate: true}}}}", "does not fit 'x'", ""),
            ("  A: {attributes: {x: {type: string, validate: {»isArray: true}}}}", "does not fit 'x'", ""),
            ("  A: {attributes: {x: {type: date, validate: {»isDate: true}}}}", "does not fit 'x'", "already"),
            ("  A: {attributes: {x: {type: date, validate: {isAfter: »soon}}}}", "no argument of 'isAfter'", "a day"),
            ("  A: {attributes: {x: {type: date, validate: {isAfter: »2026-02-30}}}}", "no argument of", "a moment"),
            ("  A: {attributes: {x: {type: time, validate: {isBefore: »'25:00'}}}}", "no argument of", "'09:30'"),
            ("  A: {attributes: {x: {type: string, validate: {»notNull: {msg: m}}}}}", "may be null", "allowNull"),
            ("  A: {attributes: {x: {type: string, allowNull: false, validate: {»isNull: true}}}}", "isNull", ""),
            ("  A: {attributes: {x: {type: integer, validate: {isDivisibleBy: »two}}}}", "'two' is no value", ""),
            (
                "  A: {attributes: {x: {type: string, validate: {isUrl: {»require_tdl: true}}}}}", "option of 'isUrl'",
                "tld"
            ),
            ("  A: {attributes: {x: {type: string, validate: {isUrl: {require_tld: »maybe}}}}}", "no argument", "true"),
            (
                "  A: {attributes: {x: {type: string, validate: {isUrl: {protocols: »['a\"b']}}}}}", "no argument",
                "https"
            ),
            // associations
            ("  User:\n  A: {associations: {b: {belongsTo: »Usr}}}", "unknown model 'Usr'", "'User'"),
            ("  A: {associations: {»b: {through: A}}}", "does not say what it is", "belongsTo"),
            ("  A: {associations: {b: {belongsTo: A, »hasOne: A}}}", "both belongsTo and hasOne", ""),
            ("  A: {associations: {b: {belongsTo: A, »through: A}}}", "no option of belongsTo", ""),
            ("  A: {attributes: {bId: string}, associations: {»b: {belongsTo: A}}}", "has the type string", "integer"),
            (
                "  A: {associations: {»b: {belongsTo: A, allowNull: false, onDelete: SET NULL}}}", "contradicts",
                "CASCADE"
            ),
            ("  A: {associations: {b: {belongsTo: A, onDelete: »CASCAD}}}", "unknown value of 'onDelete'", "CASCADE"),
            (
                "  A: {attributes: {n: string}, associations: {b: {belongsTo: A, targetKey: »n}}}",
                "has to be a unique attribute", ""
            ),
            ("  A: {associations: {»bs: {belongsToMany: B}}}\n  B:", "name the model in between", "AB"),
            ("  A: {associations: {bs: {belongsToMany: B, through: »AB}}}\n  B:", "unknown model 'AB'", "belongsTo: A"),
            (
                "  A: {associations: {bs: {belongsToMany: B, through: »AB}}}\n  B:\n  AB: {associations: {a: {belongsTo: A}}}",
                "no key to 'B'", "belongsTo: B"
            ),
            ("  A: {attributes: {b: references:»C}}", "unknown model 'C'", ""),
            (
                "  A: {attributes: {b: references:»B.nam}}\n  B: {attributes: {name: string unique}}",
                "has no attribute 'nam'", "'name'"
            ),
            // names
            ("  A: {attributes: {title: string, »Title: text}}", "the name 'Title'", ""),
            ("  A: {attributes: {first_name: string, »firstName: text}}", "the Swift member 'firstName'", "swiftName"),
            ("  A: {attributes: {tag: string}, associations: {»tag: {belongsTo: A}}}", "'tag'", "another name"),
            ("  A:\n  »a:", "differ only by case", ""),
            ("  »Task: {attributes: {t: string}}", "'Task'", "swiftName: TaskItem"),
            ("  A: {attributes: {»save: boolean}}", "'save'", "swiftName"),
            ("  A: {attributes: {»self: boolean}}", "'self'", "swiftName"),
            ("  »'a\"b': {}", "contains", ""),
            ("  A: {attributes: {»\"a/b\": string}}", "contains '/'", "'aB'"),
            ("  A: {attributes: {»\"\u{1F600}\": string}}", "contains", ""),
            // The column of what follows counts scalars, an emoji is one.
            (
                "  A: {attributes: {x: {type: string, comment: \"\u{1F600}\", »allowNul: 1}}}", "'allowNul'",
                "'allowNull'"
            ),
            // routes
            ("  A: {routes: {only: [»lst]}}", "unknown action 'lst'", "'list'"),
            ("  A: {routes: {only: [»index]}}", "unknown action 'index'", "'list'"),
            ("  A: {routes: {only: [list], »except: [show]}}", "exclude each other", ""),
            ("  A: {attributes: {title: string}, routes: {search: [»titel]}}", "has no attribute 'titel'", "'title'"),
            ("  A: {attributes: {n: integer}, routes: {search: [»n]}}", "looks into readable texts", ""),
            (
                "  A: {attributes: {page: integer}, routes: {filter: [»page]}}", "cannot be called 'page'",
                "another name"
            ),
            ("  A: {attributes: {p: password}, routes: {filter: [»p]}}", "cannot be filtered", ""),
            ("  A: {routes: {include: [»b]}}", "has no association 'b'", ""),
            ("  A: {routes: {limit: »0}}", "from 1 to 1000 or none", ""),
            ("  A: {routes: {limit: »nome}}", "from 1 to 1000 or none", ""),
            ("  A: {routes: {limit: none, »pages: cursor}}", "'pages' and 'limit: none' exclude each other", ""),
            ("  A: {routes: {pages: »cursors}}", "'cursors'", "'cursor'"),
            ("  A: {routes: {sort: [»creatdAt]}}", "has no attribute 'creatdAt'", "'createdAt'"),
            ("  A: {routes: {sort: [»-createdAt]}}", "in which direction", "'createdAt'"),
            ("  A: {routes: {sort: [id, »id]}}", "twice", ""),
            ("  A: {routes: {sort: »{id: 1}}}", "not a mapping", "[createdAt, title]"),
            ("  A: {attributes: {j: json}, routes: {sort: [»j]}}", "cannot be sorted by 'j'", ""),
            ("  A: {attributes: {p: password}, routes: {sort: [»p]}}", "cannot be sorted by 'p'", ""),
            (
                "  A: {attributes: {x: {type: string, readable: none}}, routes: {sort: [»x]}}",
                "'x' is not readable, and the order", ""
            ),
            (
                "  A: {attributes: {x: {type: string, readable: none}}, routes: {pages: cursor, »order: [x]}}",
                "'x' is not readable, and a cursor", ""
            ),
            (
                "  A: {attributes: {x: string}, routes: {pages: cursor, »order: [-x]}}", "'x' may be null",
                "-x nulls last"
            ),
            (
                "  A: {associations: {b: {belongsTo: B}}, routes: {pages: cursor, »order: [b.id]}}\n  B: {}",
                "attributes of 'A' itself", "'b.id'"
            ),
            ("  A: {attributes: {cursor: integer}, routes: {filter: [»cursor]}}", "cannot be called 'cursor'", ""),
            ("  A: {scopes: {»listing: {where: {id: 1}}}}", "'listing'", ""),
            ("  A: {routes: {path: »posts}}", "begin with a slash", ""),
            // indexes and scopes
            ("  A: {indexes: [[»titel]], attributes: {title: string}}", "has no attribute 'titel'", "'title'"),
            ("  A: {scopes: {on: {where: {»isActive: true}}}}", "has no attribute 'isActive'", ""),
            ("  A: {scopes: {»findAll: {where: {id: 1}}}}", "'findAll'", ""),
        ] as [(String, String, String)])
    func `a mistake has its place, its cause and a way out`(
        marked: String, cause: String, suggestion: String
    ) throws {
        let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.firstIndex { $0.contains("»") })
        let column = lines[line].unicodeScalars.prefix { $0 != "»" }.count + 1
        let found = Schemas.problems(models: marked.filter { $0 != "»" })
        #expect(
            found.contains {
                $0.hasPrefix("schema.yml:\(line + 3):\(column): error: ") && $0.contains(cause)
                    && $0.contains(suggestion)
            }, "\(found)")
    }

    @Test func `every mistake is reported at once, in the order of the file`() {
        let found = Schemas.problems(
            """
            name: my shop
            databse: sqlite
            models:
              Post:
                attributes: {title: strng, body: {typ: text}}
                associations: {author: {belongsTo: Usr}}
                routes: {filter: [stat]}
            """)
        #expect(found.count == 6, "\(found)")
        #expect(found.map { Int($0.split(separator: ":")[1]) ?? 0 } == [1, 2, 5, 5, 6, 7])
    }

    @Test func `a value that YAML splits at a comma gets the hint to quote it, and nothing else`() {
        #expect(
            Schemas.problems(models: "  A: {attributes: {status: enum(a, b, c)! =a, title: string}}") == [
                "schema.yml:3:28: error: YAML splits the value of 'status' at its comma "
                    + "(put quotes around it: \"enum(a, b, c)! =a\")"
            ])
        #expect(
            Schemas.problems(models: "  A: {attributes: {p: {type: decimal(10, 2), allowNull: false}}}") == [
                "schema.yml:3:30: error: YAML splits the value of 'type' at its comma (put quotes around it: \"decimal(10, 2)\")"
            ])
    }

    @Test(arguments: [
        "auth: {model: User}",
        "models: {A: {attributes: {x: {type: string, readable: owner}}}}", "models: {A: {routes: {owner: b}}}",
        "models: {A: {attributes: {x: {type: string, readable: [owner, admin]}}}}",
        "models: {A: {routes: {access: {read: anyone}}}}",
        "models: {A: {associations: {b: {belongsTo: B}}, routes: {sort: [b.id]}}, B: }",
    ])
    func `what this version does not carry is refused by name`(text: String) {
        let found = Schemas.problems("name: app\n" + text)
        #expect(found.contains { $0.contains("not there yet") }, "\(found)")
    }

    @Test func `both ends of an association have to agree`() {
        let models = """
              User: {associations: {posts: {hasMany: Post, foreignKey: authorId}}}
              Post: {associations: {author: {belongsTo: User, foreignKey: userId}}}
            """
        #expect(
            Schemas.problems(models: models) == [
                "schema.yml:3:60: error: 'Post' has no key 'authorId'; its belongsTo 'author' to 'User' has the key 'userId' "
                    + "(write 'foreignKey: userId', or the same foreignKey at both sides)"
            ])
        let ambiguous = """
              User: {associations: {posts: {hasMany: Post}}}
              Post: {associations: {author: {belongsTo: User}, editor: {belongsTo: User}}}
            """
        let found = Schemas.problems(models: ambiguous)
        #expect(found.count == 1 && found[0].contains("ambiguous") && found[0].contains("foreignKey: authorId"))
    }

    @Test func `assign goes by a unique attribute, and can make rows only of it`() {
        func models(_ tag: String) -> String {
            """
              Post: {associations: {tags: {belongsToMany: Tag, through: PT, assign: {by: name, create: true}}}}
              Tag: {attributes: \(tag)}
              PT: {associations: {post: {belongsTo: Post}, tag: {belongsTo: Tag}}}
            """
        }
        #expect(Schemas.problems(models: models("{name: string! unique}")).isEmpty)
        #expect(Schemas.problems(models: models("{name: string!}"))[0].contains("has to be unique"))
        #expect(
            Schemas.problems(models: models("{name: string! unique, kind: string!}"))[0].contains(
                "'kind' is required too"))
    }

    @Test func `an alias cannot bring a method that another brings`() {
        let models = """
              Post: {associations: {tag: {belongsTo: Tag}, tags: {belongsToMany: Tag, through: PT}}}
              Tag:
              PT: {associations: {post: {belongsTo: Post}, tag: {belongsTo: Tag}}}
            """
        let found = Schemas.problems(models: models)
        #expect(found.count == 1 && found[0].contains("'createTag'"), "\(found)")
    }

    @Test func `a name of 300 characters is refused, and shown cut`() {
        let name = String(repeating: "n", count: 300)
        let found = Schemas.problems(models: "  A: {attributes: {\(name): string}}")
        #expect(found.count == 1 && found[0].contains("300 characters") && found[0].utf8.count < 250)
        #expect(Schemas.problems(models: "  A\(name): {}").count == 1)
    }

    @Test func `models in two files are one namespace`() {
        let sources: [SchemaReader.Source] = [
            .init(file: "schema.yml", text: "name: app\nmodels: {A: {associations: {b: {belongsTo: B}}}}\n"),
            .init(file: "schema/b.yml", text: "models:\n  B:\n"),
            .init(file: "schema/c.yml", text: "models:\n  B:\nname: x\n"),
        ]
        #expect(throws: Never.self) { try SchemaReader.read(Array(sources.prefix(2))) }
        do {
            _ = try SchemaReader.read(sources)
            Issue.record("read")
        } catch {
            #expect(
                error.sorted.map(\.description) == [
                    "schema/c.yml:2:3: error: the model 'B' stands twice (first in schema/b.yml:2)",
                    "schema/c.yml:3:1: error: 'name' stands in two files (first in schema.yml:1)",
                ])
        }
    }

    @Test func `every engine is read by its name, and other names of it have a hint`() throws {
        #expect(try Schemas.read("name: app\ndatabase: postgresql\n").database == .postgresql)
        #expect(try Schemas.read("name: app\ndatabase: MySQL\n").database == .mysql)
        #expect(try Schemas.read("name: app\n").database == .sqlite)
        #expect(Schemas.problems("name: app\ndatabase: postgres\n")[0].contains("'postgresql'"))
        #expect(Schemas.problems("name: app\ndatabase: oracle\n")[0].contains("sqlite"))
    }
}
