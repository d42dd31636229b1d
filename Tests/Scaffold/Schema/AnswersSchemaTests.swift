import Testing

@testable import scaffold

/// What schema.yml says of answers: envelopes, shapes of errors, texts and messages.
@Suite struct AnswersSchemaTests {
    private func read(_ api: String, routes: String = "true") throws -> Schema {
        try Schemas.read("name: app\napi: \(api)\nmodels: {Post: {attributes: {title: string}, routes: \(routes)}}")
    }

    @Test func `answers and errors are ours unless the schema says otherwise`() throws {
        let api = try read("{prefix: /api}").api
        #expect(api.envelope == .data && !api.success)
        #expect(api.errors == ErrorAnswers())
        #expect(api.errors.form == .problem && api.errors.validation == 422 && api.errors.duplicate == 409)
    }

    @Test func `what the guide answers with can be said`() throws {
        let api = try read(
            "{envelope: named, success: true, errors: {shape: error, success: false, validation: 400, "
                + "duplicate: 400, first: true, texts: {500: internal error}}}"
        ).api
        #expect(api.envelope == .named && api.success)
        #expect(
            api.errors
                == ErrorAnswers(
                    form: .error, saysSuccess: true, validation: 400, duplicate: 400, first: true,
                    texts: [StatusText(status: 500, text: "internal error")]))
        #expect(try read("{envelope: none, success: true}").api.envelope == .none)
    }

    @Test func `texts belong to actions and statuses`() throws {
        let routes = try #require(
            try read(
                "{}",
                routes: "{texts: {show: {404: Post not found, 500: \"Failed, sorry\"}, destroy: {200: Gone}}}"
            ).models[0].routes)
        #expect(
            routes.texts == [
                .show: [
                    StatusText(status: 404, text: "Post not found"), StatusText(status: 500, text: "Failed, sorry"),
                ],
                .destroy: [StatusText(status: 200, text: "Gone")],
            ])
    }

    /// The mark » stands before the place that is to be named.
    @Test(
        arguments: [
            ("api: {envelope: »nmaed}", "unknown value of 'envelope'", "did you mean 'named'"),
            ("api: {»enveloppe: named}", "unknown key of api", "'envelope'"),
            ("api: {»success: true}", "'success' goes with named answers", "envelope: named"),
            ("api: {envelope: named, success: »yes}", "has to be true or false", "'true'"),
            ("api: {errors: »message}", "'errors' of 'api' has to be a mapping", "shape"),
            ("api: {errors: {shape: »mesage}}", "unknown value of 'shape'", "'message'"),
            ("api: {errors: {»shap: error}}", "unknown key of errors", "'shape'"),
            ("api: {errors: {»success: true}}", "an error is no success", "success: false"),
            ("api: {errors: {validation: »500}}", "'validation' has to be a status", "422, 400"),
            ("api: {errors: {duplicate: »conflict}}", "'duplicate' has to be a status", "409, 400, 422"),
            ("api: {errors: {first: »1}}", "true or false", "'true'"),
            ("api: {errors: {texts: {»200: fine}}}", "nothing is answered with the status '200'", "404"),
            ("api: {errors: {texts: {500: »}}}", "the text of 500 has to be a text", ""),
            ("models: {A: {routes: {texts: »[a]}}}", "'texts' of 'A' has to be a mapping", "list, show"),
            ("models: {A: {routes: {texts: {»shw: {404: a}}}}}", "unknown action 'shw'", "'show'"),
            ("models: {A: {routes: {texts: {show: »a}}}}", "'texts' of 'show' has to map", "404"),
            ("models: {A: {routes: {texts: {show: {»201: a}}}}}", "the status '201'", "known: 400"),
            ("models: {A: {routes: {texts: {list: {»200: a}}}}}", "the status '200'", ""),
            ("models: {A: {routes: {texts: {show: {»abc: a}}}}}", "the status 'abc'", ""),
            ("models: {A: {routes: {texts: {show: {404: »[a]}}}}}", "has to be a text", ""),
            ("models: {A: {routes: {texts: {create: »{200: a, 201: b}}}}}", "one status when all goes well", ""),
            ("models: {A: {routes: {only: [list], texts: {»show: {404: a}}}}}", "not among the actions", "leave"),
            ("models: {A: {attributes: {x: {type: string, unique: {»mgs: a}}}}}", "unknown key of unique", "'msg'"),
            ("models: {A: {attributes: {x: {type: string, unique: {msg: »[a]}}}}}", "'msg' has to be a text", ""),
            (
                "models: {A: {attributes: {x: {type: string, unique: {args: false, »msg: a}}}}}", "what is not unique",
                ""
            ),
            ("models: {A: {indexes: [{fields: [id], »msg: a}]}}", "'msg' belongs to a unique index", "unique: true"),
            ("models: {A: {attributes: {x: {type: integer, validate: {type: »true}}}}}", "takes a sentence", "msg"),
            ("models: {A: {attributes: {x: {type: integer, validate: {»isInt: true}}}}}", "does not fit", "already"),
        ])
    func `a mistake is named with its place and what was meant`(marked: String, message: String, hint: String) throws {
        let text = "name: app\n" + marked.replacing("»", with: "")
        let place = try #require(marked.firstRange(of: "»")).lowerBound
        let column = marked.distance(from: marked.startIndex, to: place) + 1
        let found = Schemas.problems(text)
        #expect(found.count == 1, "\(found)")
        let only = try #require(found.first)
        #expect(only.hasPrefix("schema.yml:2:\(column): error:"), "\(only)")
        #expect(only.contains(message), "\(only)")
        #expect(only.contains(hint), "\(only)")
    }

    @Test func `a name that an answer uses already is refused`() {
        func problems(_ api: String, _ models: String) -> [String] {
            Schemas.problems("name: app\napi: \(api)\nmodels: {\(models)}")
        }
        let success = problems("{envelope: named, success: true}", "Success: {attributes: {x: string}}")
        #expect(success.count == 1 && success[0].contains("'success' of 'Success' would stand twice"))
        #expect(problems("{envelope: named}", "Success: {attributes: {x: string}}").isEmpty)
        let message = problems(
            "{envelope: named}", "Message: {attributes: {x: string}, routes: {texts: {create: {201: Sent}}}}")
        #expect(message.count == 1 && message[0].contains("'message' of 'Message'"))
        #expect(
            problems("{envelope: named}", "Message: {attributes: {x: string}, routes: {texts: {destroy: {200: Gone}}}}")
                .isEmpty)
        let bare = problems("{envelope: none, success: true}", "A: {attributes: {success: boolean}}")
        #expect(bare.count == 1 && bare[0].contains("'success' of 'A'"))
    }

    @Test func `sentences of rules are kept, those of types and of uniqueness too`() throws {
        let model = try Schemas.read(
            models: """
                  Place:
                    attributes:
                      name: {type: string, allowNull: false, unique: {msg: Name taken}, validate: {notNull: {msg: Name?}}}
                      size: {type: integer, validate: {isInt: {msg: A number}, min: {args: [1], msg: More}}}
                      kind: {type: "enum(a, b)", validate: {isIn: {args: true, msg: a or b}}}
                      open: {type: boolean, validate: {type: {msg: Yes or no}}}
                      code: {type: uuid, validate: {isUUID: {msg: A UUID}}}
                    indexes: [{fields: [size, kind], unique: true, msg: Both taken}]
                """
        ).models[0]
        let rules = Dictionary(uniqueKeysWithValues: model.attributes.map { ($0.name, $0.rules) })
        #expect(rules["name"] == [".notNull.message(\"Name?\")"])
        #expect(rules["size"] == [".type.message(\"A number\")", ".min(1).message(\"More\")"])
        #expect(rules["kind"] == [".type.message(\"a or b\")"])
        #expect(rules["open"] == [".type.message(\"Yes or no\")"])
        #expect(rules["code"] == [".type.message(\"A UUID\")"])
        #expect(
            model.uniqueMessages == [
                UniqueMessage(attributes: ["name"], text: "Name taken"),
                UniqueMessage(attributes: ["size", "kind"], text: "Both taken"),
            ])
        #expect(model.attribute(named: "name")?.isUnique == true)
    }

    @Test func `a sentence changes no table`() throws {
        func tables(_ unique: String, _ message: String) throws -> [Table] {
            try Schemas.read(
                models: "  A: {attributes: {x: {type: string, unique: \(unique)}}, "
                    + "indexes: [{fields: [x, id], unique: true\(message)}]}"
            ).tables()
        }
        #expect(try tables("true", "") == tables("{msg: taken}", ", msg: both taken"))
    }

    @Test(arguments: ["author: [id, secret]", "author: {attributes: [password]}", "{posts: [id, {author: [secret]}]}"])
    func `what may not be read is in no include, however deep`(include: String) throws {
        let name = include.hasPrefix("{") ? "User" : "Post"
        let routes = "routes: {include: \(include.hasPrefix("{") ? include : "{\(include)}")}"
        let found = Schemas.problems(
            models: """
                  User:
                    attributes: {name: string, secret: {type: string, readable: none}, password: password}
                    associations: {posts: {hasMany: Post, foreignKey: authorId}}
                    \(name == "User" ? routes : "")
                  Post:
                    associations: {author: {belongsTo: User, foreignKey: authorId}}
                    \(name == "Post" ? routes : "")
                """)
        #expect(found.count == 1)
        #expect(found.first?.contains("is not readable, so no answer shows it") == true, "\(found)")
    }
}
