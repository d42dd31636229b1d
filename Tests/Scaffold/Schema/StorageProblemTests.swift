import Testing

@testable import scaffold

/// Mistakes in what the schema says of storage: scopes, keys, indexes, soft delete.
struct StorageProblemTests {
    /// The mark » stands before the place that is to be named.
    @Test(
        arguments: [
            // scopes
            ("  A: {scopes: {on: {where: {id: {»gtt: 1}}}}}", "unknown operator 'gtt'", "'gt'"),
            ("  A: {scopes: {on: {where: {id: {»'>=': 1}}}}}", "unknown operator '>='", "'gte'"),
            ("  A: {scopes: {on: {where: {id: {»like: x}}}}}", "does not fit 'id'", ""),
            ("  A: {attributes: {b: boolean}, scopes: {on: {where: {b: {»gt: true}}}}}", "does not fit 'b'", ""),
            ("  A: {scopes: {on: {where: {id: {gt: »abc}}}}}", "'abc' is no value of 'id'", "whole number"),
            ("  A: {scopes: {on: {where: {id: {gt: »null}}}}}", "cannot be asked of null", ""),
            ("  A: {scopes: {on: {where: {id: »null}}}}", "never null", ""),
            ("  A: {scopes: {on: {where: {id: {in: »5}}}}}", "has to list values", ""),
            ("  A: {scopes: {on: {where: {id: {between: »[1]}}}}}", "two values", "[1, 10]"),
            ("  A: {attributes: {t: text}, scopes: {on: {where: {t: {regexp: »'(a'}}}}}", "regular expression", ""),
            ("  A: {attributes: {j: json}, scopes: {on: {where: {»j: 1}}}}", "cannot be compared", "in Swift"),
            ("  A: {attributes: {v: virtual}, scopes: {on: {where: {»v: a}}}}", "cannot be compared", ""),
            ("  A: {scopes: {on: {where: {or: »[]}}}}", "has to list conditions", ""),
            ("  A: {scopes: {on: {where: »[id]}}}", "has to map attributes", ""),
            ("  A: {scopes: {on: {where: {id: »$x}}}}", "no parameter 'x'", "params: [x]"),
            ("  A: {scopes: {on: {params: [userId], where: {id: »$usrId}}}}", "no parameter 'usrId'", "'userId'"),
            ("  A: {scopes: {on: {params: [»x], where: {id: 1}}}}", "used nowhere", "$x"),
            ("  A: {scopes: {on: {params: [x, »x], where: {id: $x}}}}", "stands twice", ""),
            (
                "  A: {attributes: {t: text}, scopes: {on: {params: [x], where: {id: $x, t: »$x}}}}",
                "in one place and text in another", "two parameters"
            ),
            ("  A: {»defaultScope: {params: [x], where: {id: $x}}}", "cannot have parameters", ""),
            ("  A: {scopes: {»default: {where: {id: 1}}}}", "beside 'scopes'", "defaultScope"),
            ("  A: {scopes: {»hooks: {where: {id: 1}}}}", "every model has", ""),
            ("  A: {scopes: {»on: {}}}", "has to say 'where'", ""),
            ("  A: {scopes: {on: {limit: »0}}}", "from 1 to", ""),
            ("  A: {scopes: {on: {order: »idd}}}", "no attribute 'idd'", "'id'"),
            ("  A: {scopes: {on: {order: »-id nulls lst}}}", "does not belong", "nulls last"),
            ("  A: {scopes: {on: {include: [»b]}}}", "no association 'b'", ""),
            (
                "  A: {associations: {b: {belongsTo: B}}, scopes: {on: {where: {b: {»nme: 1}}}}}\n  B:",
                "'B' has no attribute 'nme'", ""
            ),
            (
                "  A: {associations: {b: {belongsTo: B}}, scopes: {on: {where: {b.»nme: 1}}}}\n  B:",
                "'B' has no attribute 'nme'", ""
            ),
            (
                "  A: {associations: {b: {belongsTo: B}}, scopes: {on: {where: {»'$b.id$': 1}}}}\n  B:",
                "is no attribute", "b.id"
            ),
            (
                "  A: {associations: {bs: {hasMany: B}}, routes: {order: [»bs.id]}}\n  B:", "leads to many rows", ""
            ),
            // what the runtime keeps
            ("  A: {paranoid: »5}", "'paranoid' has to be true", ""),
            ("  A: {paranoid: {»deletdAt: x}}", "unknown key of paranoid", "'deletedAt'"),
            ("  A: {paranoid: {deletedAt: »a b}}", "contains", ""),
            ("  A: {paranoid: {cascade: [»bs]}}", "no association 'bs'", ""),
            (
                "  A: {paranoid: {cascade: [»bs]}, associations: {bs: {hasMany: B}}}\n  B:", "not paranoid itself",
                "paranoid: true"
            ),
            (
                "  A: {paranoid: {cascade: [»b]}, associations: {b: {belongsTo: B}}}\n  B: {paranoid: true}",
                "a hasOne or a hasMany", ""
            ),
            ("  A: {paranoid: true, attributes: {»deletedAt: date}}", "comes by itself", "leave it out"),
            ("  A: {version: true, attributes: {»version: integer}}", "comes by itself", ""),
            ("  A: {version: »[a]}", "true or an attribute's name", ""),
            // keys
            (
                "  A: {attributes: {x: integer primary, »y: {type: integer, primaryKey: true, autoIncrement: true}}}",
                "a part of the primary key", ""
            ),
            (
                "  A: {attributes: {x: integer primary, y: integer primary}}\n  B: {associations: {»a: {belongsTo: A}}}",
                "cannot refer to the primary key of 'A'", "targetKey"
            ),
            (
                "  A: {associations: {b: {belongsTo: B, »primaryKey: true, allowNull: true}}}\n  B:",
                "a primary key cannot be null", ""
            ),
            // types
            ("  A: {attributes: {»v: virtual unique}}", "is virtual", ""),
            ("  A: {attributes: {»v: \"virtual(string) =a\"}}", "given a default value", ""),
            ("  A: {attributes: {x: virtual(»virtual)}}", "kept nowhere", ""),
            ("  A: {attributes: {»v: virtual(time)!}}", "no blank value", "allow null"),
            ("  A: {attributes: {x: array(»array)}}", "cannot hold", "json"),
            ("  A: {attributes: {x: {type: array(integer), defaultValue: [1, »b]}}}", "'b' is no value", ""),
            ("  A: {attributes: {x: {type: array(integer), defaultValue: »5}}}", "no value of 'x'", "a list"),
            ("  A: {attributes: {x: {type: string, »storedAs: numbers}}}", "values have numbers", ""),
            (
                "  A: {attributes: {x: {type: \"enum(a=0, b=1)\", storedAs: »number}}}", "unknown value of 'storedAs'",
                "'numbers'"
            ),
            ("  A: {attributes: {x: {type: \"decimal(4, 2)\", defaultValue: »123.4}}}", "2 digits before", ""),
            // indexes
            ("  A: {attributes: {title: text}, indexes: [[-»titel]]}", "no attribute 'titel'", "'title'"),
            ("  A: {attributes: {t: text}, indexes: [[{name: t, length: »0}]]}", "from 1 to 1024", ""),
            ("  A: {attributes: {n: integer}, indexes: [[{name: n, length: »3}]]}", "of a text", ""),
            ("  A: {attributes: {t: text}, indexes: [[{name: t, »ordr: desc}]]}", "unknown key", "'order'"),
            ("  A: {indexes: [{fields: [id], using: »btre}]}", "unknown value of 'using'", "'btree'"),
            ("  A: {indexes: [{fields: [id], where: »{}}]}", "has to map", ""),
            ("  A: {indexes: [{fields: [id], where: {id: »{gt: 1}}}]}", "no operators", ""),
            ("  A: {attributes: {v: virtual}, indexes: [[»v]]}", "is virtual", ""),
            // associations
            ("  A: {associations: {as: {hasMany: A, scope: »5}}}", "'scope' has to map", ""),
            ("  A: {associations: {as: {hasMany: A, scope: {»kin: a}}}}", "no attribute 'kin'", ""),
            ("  A: {associations: {b: {belongsTo: A, »scope: {id: 1}}}}", "no option of belongsTo", ""),
            // routes
            (
                "  A: {associations: {b: {belongsTo: A}, as: {hasMany: A, foreignKey: bId}}, routes: {include: {b: [id, {»as: [id]}]}}}",
                "not there yet", ""
            ),
            (
                "  A: {associations: {b: {belongsTo: A}}, routes: {order: [»b.b.id]}}", "not there yet", ""
            ),
            (
                "  A: {associations: {b: {belongsTo: A}}, routes: {filter: [{x: b.»nme}]}}", "no attribute 'nme'", ""
            ),
            ("  A: {attributes: {v: virtual}, routes: {filter: [»v]}}", "is virtual", ""),
            ("  A: {attributes: {v: virtual}, routes: {order: [»v]}}", "cannot be ordered", ""),
            (
                "  A: {associations: {b: {belongsTo: A}}, routes: {include: {b: [id, {»c: [id]}]}}}",
                "no association 'c'", ""
            ),
            (
                "  A: {associations: {b: {belongsTo: A}}, routes: {include: [»b.b]}}", "no association 'b.b'",
                "{b: [id, b]}"
            ),
            (
                "  A: {associations: {b: {belongsTo: A}}, routes: {include: {b: {»attribute: [id]}}}}",
                "unknown key of an include", "'attributes'"
            ),
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

    @Test func `an index that the engine of the schema has not is refused, and taken where it has`() throws {
        func schema(_ engine: String, _ unique: String) -> String {
            """
            name: blog
            database: \(engine)
            models:
              A: {attributes: {t: string}, indexes: [{fields: [t], where: {t: x}\(unique)}]}
            """
        }
        for engine in ["sqlite", "postgresql"] { _ = try Schemas.read(schema(engine, ", unique: true")) }
        _ = try Schemas.read(schema("mysql", ""))
        let problems = Schemas.problems(schema("mysql", ", unique: true"))
        #expect(problems.count == 1)
        #expect(
            problems.first?.hasPrefix(
                "schema.yml:4:56: error: MySQL has no unique indexes of some rows only") == true, "\(problems)")
        #expect(problems.first?.contains("leave out 'where', or 'unique'") == true)
    }
}
