import Foundation
import Testing

@testable import scaffold

/// What a schema leaves out.
struct SchemaDefaultsTests {
    @Test func `hasMany adds its key to the target`() throws {
        let schema = try Schemas.read(models: "  User: {associations: {posts: {hasMany: Post}}}\n  Post:\n")
        let key = try #require(schema.model(named: "Post")?.attribute(named: "userId"))
        #expect(key.allowNull && key.type == .integer)
        #expect(key.references == Reference(model: "User", attribute: "id", onDelete: .setNull, onUpdate: .cascade))
        #expect(schema.model(named: "Post")?.indexes.map(\.name) == ["posts_user_id"])
    }

    @Test func `a key that is required and says nothing of deletion keeps its owner from being deleted`() throws {
        let schema = try Schemas.read(
            models:
                "  A: {associations: {b: {belongsTo: B, allowNull: false}}}\n  B: {attributes: {id: uuid primary}}\n")
        let key = try #require(schema.model(named: "A")?.attribute(named: "bId"))
        #expect(key.references?.onDelete == .noAction)
        #expect(key.type == .uuid)
        #expect(schema.model(named: "B")?.attribute(named: "id")?.defaultValue == .uuidv4)
    }

    @Test func `keys are called after alias and key, columns after the model's style`() throws {
        let schema = try Schemas.read(
            models: """
                  Place: {underscored: true, associations: {homeCountry: {belongsTo: Country}}}
                  Country: {attributes: {code: char(2) primary}}
                """)
        let key = try #require(schema.model(named: "Place")?.attribute(named: "homeCountryCode"))
        #expect(key.field == "home_country_code")
        #expect(key.type == .char(2))
        #expect(schema.model(named: "Place")?.indexes.map(\.name) == ["places_home_country_code"])
    }

    @Test func `a model may belong to itself`() throws {
        let schema = try Schemas.read(
            models: """
                  Category: {associations: {parent: {belongsTo: Category}, children: {hasMany: Category, foreignKey: parentId}}}
                  User: {associations: {followers: {belongsToMany: User, through: Follow, foreignKey: followedId}}}
                  Follow: {associations: {follower: {belongsTo: User}, followed: {belongsTo: User}}}
                """)
        #expect(schema.model(named: "Category")?.association(named: "children")?.foreignKey == "parentId")
        let followers = try #require(schema.model(named: "User")?.association(named: "followers"))
        #expect(followers.foreignKey == "followedId" && followers.otherKey == "followerId")
        #expect(schema.model(named: "Follow")?.routes == nil)
        #expect(
            schema.model(named: "Follow")?.indexes.last
                == Index(
                    fields: ["followedId", "followerId"], isUnique: true, name: "follows_followed_id_follower_id_unique"
                ))
    }

    @Test func `a through model with attributes of its own has routes`() throws {
        let schema = try Schemas.read(
            models: """
                  User: {associations: {teams: {belongsToMany: Team, through: Membership}}}
                  Team:
                  Membership:
                    attributes: {role: string}
                    associations: {user: {belongsTo: User}, team: {belongsTo: Team}}
                """)
        #expect(schema.model(named: "Membership")?.routes != nil)
        #expect(schema.model(named: "Membership")?.attribute(named: "userId")?.references?.onDelete == .cascade)
    }

    @Test func `tables and words follow the top of the file`() throws {
        let schema = try Schemas.read(
            "name: app\ntables: sequelize\ninflections: {cafe: caffè}\nmodels: {PostTag: }\n".replacing("è", with: "e"))
        #expect(schema.models[0].tableName == "PostTags")
        let words = try Schemas.read("name: app\ninflections: {fez: fezzen}\nmodels: {RedFez: , Person: }\n")
        #expect(words.models.map(\.tableName) == ["red_fezzen", "people"])
        #expect(words.models.map { $0.routes?.path } == ["/red-fezzen", "/people"])
    }

    @Test func `names that are Swift's or SQL's words work`() throws {
        let schema = try Schemas.read(
            models: """
                  Order: {attributes: {select: string, class: string, default: string, group: "enum(in, default, none)", type: integer}}
                  Task: {swiftName: TaskItem, attributes: {first_name: string, URL: string}}
                """)
        #expect(schema.models[0].tableName == "orders")
        #expect(schema.models[1].swiftName == "TaskItem" && schema.models[1].tableName == "tasks")
        #expect(schema.models[1].attribute(named: "first_name")?.swiftName == "firstName")
        #expect(schema.models[1].attribute(named: "URL")?.swiftName == "url")
    }

    @Test func `routes can be cut down, and say per action what they include`() throws {
        let schema = try Schemas.read(
            models: """
                  A:
                    routes: {path: /as, only: [list, show], include: {list: [b], show: {b: [id], cs: [id]}}, limit: 5, order: -id}
                    associations: {b: {belongsTo: B}, cs: {hasMany: C}}
                  B: {attributes: {name: string, secret: {type: string, readable: none}, pin: password}, routes: {except: destroy}}
                  C: {routes: false}
                """)
        let routes = try #require(schema.models[0].routes)
        #expect(routes.actions == [.list, .show] && routes.path == "/as" && routes.limit == 5)
        #expect(routes.listInclude == [.init(association: "b", attributes: ["id", "name", "createdAt", "updatedAt"])])
        #expect(routes.showInclude.map(\.association) == ["b", "cs"])
        #expect(schema.models[1].routes?.actions == [.list, .show, .create, .update])
        #expect(schema.models[2].routes == nil)
    }

    @Test func `a list is sorted by what it is ordered by and its key, unless it says more`() throws {
        let schema = try Schemas.read(
            models: """
                  A: {routes: {order: [-createdAt]}}
                  B: {attributes: {x: {type: string, readable: none}}, routes: {order: [x, id]}}
                  C: {attributes: {x: string}, routes: {sort: [x], limit: none}}
                  D: {routes: {sort: [], pages: cursor, limit: 50}}
                  E: {attributes: {x: string}, routes: {pages: cursor, order: [x nulls first]}}
                  F:
                """)
        let routes = schema.models.compactMap(\.routes)
        #expect(routes.map(\.sort) == [["createdAt", "id"], ["id"], ["x"], [], ["x", "id"], ["id"]])
        #expect(routes.map(\.limit) == [20, 20, nil, 50, 20, 20])
        #expect(routes.map(\.pages) == [.number, .number, .number, .cursor, .cursor, .number])
    }

    @Test func `rules come in all of Sequelize's forms`() throws {
        let schema = try Schemas.read(
            models: """
                  A:
                    attributes:
                      a: {type: string, validate: {isIn: [[x, y]], notIn: [z], len: {args: [1, 5], msg: "too long"}}}
                      b: {type: string, validate: {is: "/^[a-z]+$/i", not: ["[0-9]", i], isUUID: 4, isEmail: {msg: no}, isUrl: false}}
                      c: {type: integer, validate: {min: 3, max: {args: 5, msg: "at most 5"}}}
                      d: {type: decimal, validate: {min: [0.5]}}
                """)
        let attributes = schema.models[0].attributes
        #expect(
            attributes[1].validations == [
                Validation(name: "isIn", arguments: [.string("x"), .string("y")]),
                Validation(name: "notIn", arguments: [.string("z")]),
                Validation(name: "len", arguments: [.integer(1), .integer(5)], message: "too long"),
            ])
        #expect(
            attributes[2].validations == [
                Validation(name: "is", arguments: [.string("^[a-z]+$"), .string("i")]),
                Validation(name: "not", arguments: [.string("[0-9]"), .string("i")]),
                Validation(name: "isUUID", arguments: [.integer(4)]), Validation(name: "isEmail", message: "no"),
            ])
        #expect(
            attributes[3].validations == [
                Validation(name: "min", arguments: [.integer(3)]),
                Validation(name: "max", arguments: [.integer(5)], message: "at most 5"),
            ])
        #expect(attributes[4].validations == [Validation(name: "min", arguments: [.double(0.5)])])
    }

    @Test func `every rule can be written, and is Swift that compiles`() throws {
        let schema = try Schemas.read(
            models: """
                  A:
                    attributes:
                      text:
                        type: string
                        validate: {is: "^a", not: ["b", i], regex: "^a", notRegex: "b", notEmpty: true, len: [2, 10],
                          isEmail: true, isUrl: true, isIP: true, isIPv4: true, isIPv6: true, isAlpha: true,
                          isAlphanumeric: true, isNumeric: true, isInt: true, isFloat: true, isDecimal: true,
                          isLowercase: true, isUppercase: true, isNull: true, equals: a, contains: a, notContains: b,
                          isIn: [[a, b]], notIn: [c], isUUID: 4, isDate: true, isAfter: "2011-11-05",
                          isBefore: "2031-11-05T09:30:00Z", isCreditCard: true, isImmutable: true}
                      code:
                        type: text
                        allowNull: false
                        validate: {notNull: {msg: "say it"}, isJSON: true, isISO8601: true, isHexColor: true,
                          isHexadecimal: true, isBase64: true, isMongoId: true, isJWT: true, isSlug: true, isPort: true,
                          isMACAddress: true, isSemVer: true, isLocale: true, isLatLong: true, isFQDN: true,
                          isStrongPassword: {msg: "weak"}, isUUID: all}
                      count: {type: integer, validate: {min: 1, max: 23, isIn: [1, 2], isDivisibleBy: 2, isPort: true}}
                      size: {type: double, validate: {min: 0.5, isInt: true}}
                      list: {type: json, validate: {isArray: true, isImmutable: true}}
                      at: {type: date, validate: {isAfter: "2011-11-05", isBefore: {args: "2031-11-05", msg: late}}}
                      day: {type: dateonly, validate: {isAfter: "2011-11-05"}}
                      time: {type: time, validate: {isBefore: "18:30"}}
                      secret: {type: password, validate: {isStrongPassword: true, len: [8, 72], notContains: a}}
                      link:
                        type: string
                        validate: {isUrl: {require_tld: false, protocols: [https], require_protocol: true}}
                      site: {type: string, validate: {isUrl: {args: {require_tld: false}, msg: "no link"}}}
                      quiet: {type: string, allowNull: false, validate: {notNull: true}}
                """)
        let rules = schema.models[0].attributes.map { ($0.name, $0.rules) }.filter { !$0.1.isEmpty }
        #expect(
            rules.map(\.0) == ["text", "code", "count", "size", "list", "at", "day", "time", "secret", "link", "site"])
        // The lines stand in a test of the runtime, where they compile.
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appending(path: "Runtime/Storage/Model/GeneratedRules.swift")
        let compiled = try String(contentsOf: file, encoding: .utf8).filter { !$0.isWhitespace }
        for (name, rules) in rules {
            let line = "$0.validate(\\.\(name), \(rules.joined(separator: ", ")))"
            #expect(compiled.contains(line.filter { !$0.isWhitespace }), "\(line)")
        }
        let written = rules.flatMap(\.1).compactMap { rule in
            rule.dropFirst().split { "(.".contains($0) }.first.map(String.init)
        }
        // What is said of a value of another type is tried with the answers.
        let known = ValidationKey.allCases.filter { $0.form != nil && $0 != .type }.map(\.rawValue)
        #expect(Set(written) == Set(known))
    }

    @Test func `defaults are values of their type, names or SQL`() throws {
        let schema = try Schemas.read(
            models: """
                  A:
                    attributes:
                      a: {type: json, defaultValue: {a: [1, "x", true, ~]}}
                      b: date =now
                      c: uuid =uuidv7
                      d: string =now
                      e: {type: string, defaultValue: "it's \\"so\\""}
                      f: {type: date, defaultValue: {sql: CURRENT_TIMESTAMP}}
                      g: {type: enum, values: [in-progress, Guest User], defaultValue: Guest User}
                      h: double =0.5
                """)
        #expect(
            schema.models[0].attributes.dropFirst().prefix(8).map(\.defaultValue) == [
                .json(#"{"a":[1,"x",true,null]}"#), .now, .uuidv7, .string("now"), .string("it's \"so\""),
                .sql("CURRENT_TIMESTAMP"), .enumCase("Guest User"), .double(0.5),
            ])
    }

    @Test func `associations and references may be written short`() throws {
        let schema = try Schemas.read(
            models: """
                  User: {attributes: {email: string! unique}}
                  Post:
                    attributes: {author: belongsTo:User:foreignKey=userId, editorEmail: references:User.email!}
                    associations: {owner: belongsTo:User}
                """)
        let post = try #require(schema.model(named: "Post"))
        #expect(post.associations.map(\.foreignKey) == ["userId", "ownerId"])
        let email = try #require(post.attribute(named: "editorEmail"))
        #expect(email.type == .string(255) && !email.allowNull && email.references?.attribute == "email")
    }
}
