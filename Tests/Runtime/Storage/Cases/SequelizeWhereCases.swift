import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Sequelize's cases of conditions (test/unit/sql/where.test.js), in our spelling.
enum SequelizeWhereCases {
    typealias Condition = @Sendable (SequelizeFact.Columns) throws -> ScaffoldStorage.Condition<SequelizeFact>

    private static func day(_ day: Int) throws -> DateOnly { try #require(DateOnly(year: 2013, month: 1, day: day)) }

    /// A day of January 2013.
    private static func date(_ day: Int) -> Date {
        Date(timeIntervalSince1970: 1_356_998_400 + Double(day - 1) * 86_400)
    }

    // Why some are different:
    private static let noRawText =
        "raw SQL inside a typed condition is not written as text: a query of its own with bound values takes its place"
    private static let unequal =
        "SQL's own word for !="
    private static let parentheses =
        "a condition in parentheses of its own"
    private static let noColumns =
        "columns named by text are no operands of a typed condition: `column.isLess(than: \\.other)` compares two of a model"
    private static let folding =
        "letters of either case are the same and % and _ mean themselves, alike on all engines; LIKE folds differently on each"
    private static let capitals =
        "LIKE of SQLite takes A and a as the same; like tells them apart on every engine, iLike does not"
    private static let oneEngine =
        "an operator of one engine only; conditions are the same on all engines"
    private static let noPaths =
        "a path into JSON is `column.at(\"a\", \"b\")`, compared as text or as `.number`; its SQL is the engine's own"
    private static let noPatterns =
        "`regexp` and `iRegexp` run on every engine, on SQLite by a function of the runtime"
    private static let noFunctions =
        "a function of SQL stands in a ComputedColumn, an aggregate in `having`; neither takes a column's name as text"
    private static let negated =
        "`!column.between(low, high)` says NOT BETWEEN; columns named by text are no operands of a typed condition"

    static let all: [SequelizeCase<Condition>] = [
        .init(
            id: "x0077", question: "deleted: null",
            sequelize: ["default": "[deleted] IS NULL"],
            input: { $0.deleted == nil }),
        .init(
            id: "x0080", question: "muscles: {\"$in\": [2, 4]}",
            sequelize: ["default": "[muscles] IN (2, 4)"],
            input: { $0.muscles.in([2, 4]) }),
        .init(
            id: "x0081",
            question:
                "equipment: {\"$in\": {\"__literal\": [\"(select order_id from product_orders where product_id = 3)\"]}}",
            sequelize: ["default": "[equipment] IN (select order_id from product_orders where product_id = 3)"],
            reason: noRawText),
        .init(
            id: "x0085", question: "muscles: {\"$not\": 3}",
            sequelize: ["default": "[muscles] != 3"],
            input: { $0.muscles != 3 },
            ours: ["sqlite": "[muscles] <> 3"], reason: unequal),
        .init(
            id: "x0087", question: "equipment: {\"$notIn\": [4, 19]}",
            sequelize: ["default": "[equipment] NOT IN (4, 19)"],
            input: { $0.equipment.notIn([4, 19]) }),
        .init(
            id: "x0088",
            question:
                "equipment: {\"$notIn\": {\"__literal\": [\"(select order_id from product_orders where product_id = 3)\"]}}",
            sequelize: ["default": "[equipment] NOT IN (select order_id from product_orders where product_id = 3)"],
            reason: noRawText),
        .init(
            id: "x0092", question: "$or: [{\"email\": \"maker@mhansen.io\"}, {\"email\": \"janzeh@gmail.com\"}]",
            sequelize: ["default": "([email] = 'maker@mhansen.io' OR [email] = 'janzeh@gmail.com')"],
            input: { $0.email == "maker@mhansen.io" || $0.email == "janzeh@gmail.com" }),
        .init(
            id: "x0093", question: "$or: {\"email\": \"maker@mhansen.io\", \"name\": \"Mick Hansen\"}",
            sequelize: ["default": "([email] = 'maker@mhansen.io' OR [name] = 'Mick Hansen')"],
            input: { $0.email == "maker@mhansen.io" || $0.name == "Mick Hansen" }),
        .init(
            id: "x0096", question: "{\"__or\": [{\"group_id\": 1}, {\"user_id\": 2}]}",
            sequelize: ["default": "([group_id] = 1 OR [user_id] = 2)"],
            input: { $0.groupID == 1 || $0.userID == 2 }),
        .init(
            id: "x0099", question: "$or: {}",
            sequelize: ["default": "0 = 1"],
            input: { _ in .or([]) }),
        .init(
            id: "x0101", question: "$and: {\"shared\": 1, \"$or\": {\"group_id\": 1, \"user_id\": 2}}",
            sequelize: ["default": "(([group_id] = 1 OR [user_id] = 2) AND [shared] = 1)"],
            input: { ($0.groupID == 1 || $0.userID == 2) && $0.shared == 1 }),
        .init(
            id: "x0105", question: "{\"__and\": [{\"shared\": 1}, {\"__or\": [{\"group_id\": 1}, {\"user_id\": 2}]}]}",
            sequelize: ["default": "([shared] = 1 AND ([group_id] = 1 OR [user_id] = 2))"],
            input: { $0.shared == 1 && ($0.groupID == 1 || $0.userID == 2) }),
        .init(
            id: "x0106", question: "$not: {\"shared\": 1, \"$or\": {\"group_id\": 1, \"user_id\": 2}}",
            sequelize: ["default": "NOT (([group_id] = 1 OR [user_id] = 2) AND [shared] = 1)"],
            input: { !(($0.groupID == 1 || $0.userID == 2) && $0.shared == 1) },
            ours: ["sqlite": "NOT ((([group_id] = 1 OR [user_id] = 2) AND [shared] = 1))"], reason: parentheses),
        .init(
            id: "x0109", question: "userId: {\"$col\": \"user.id\"}",
            sequelize: ["default": "[userId] = [user].[id]"], reason: noColumns),
        .init(
            id: "x0111", question: "userId: {\"$gt\": {\"$col\": \"user.id\"}}",
            sequelize: ["default": "[userId] > [user].[id]"], reason: noColumns),
        .init(
            id: "x0112",
            question: "$or: [{\"ownerId\": {\"$col\": \"user.id\"}}, {\"ownerId\": {\"$col\": \"organization.id\"}}]",
            sequelize: ["default": "([ownerId] = [user].[id] OR [ownerId] = [organization].[id])"], reason: noColumns),
        .init(
            id: "x0113", question: "$organization.id$: {\"$col\": \"user.organizationId\"}",
            sequelize: ["default": "[organization].[id] = [user].[organizationId]"], reason: noColumns),
        .init(
            id: "x0115", question: "rank: {\"$gt\": 2}",
            sequelize: ["default": "[rank] > 2"],
            input: { $0.rank > 2 }),
        .init(
            id: "x0116", question: "created_at: {\"$lt\": {\"$col\": \"updated_at\"}}",
            sequelize: ["default": "[created_at] < [updated_at]"], reason: noColumns),
        .init(
            id: "x0117", question: "username: {\"$like\": \"%swagger\"}",
            sequelize: ["default": "[username] LIKE '%swagger'"],
            input: { $0.username.like("%swagger") },
            ours: ["sqlite": "scaffold_like([username], '%swagger', 0)"], reason: capitals),
        .init(
            id: "x0120", question: "username: {\"$endsWith\": \"swagger\"}",
            sequelize: ["default": "[username] LIKE '%swagger'"],
            input: { $0.username.endsWith("swagger") },
            ours: ["sqlite": "scaffold_match([username], 'swagger', 6)"], reason: folding),
        .init(
            id: "x0121", question: "username: {\"$endsWith\": {\"__literal\": [\"swagger\"]}}",
            sequelize: ["default": "[username] LIKE '%swagger'"], reason: noRawText),
        .init(
            id: "x0122", question: "username: {\"$substring\": \"swagger\"}",
            sequelize: ["default": "[username] LIKE '%swagger%'"],
            input: { $0.username.contains("swagger") },
            ours: ["sqlite": "scaffold_match([username], 'swagger', 4)"], reason: folding),
        .init(
            id: "x0124", question: "date: {\"$between\": [\"2013-01-01\", \"2013-01-11\"]}",
            sequelize: ["default": "[date] BETWEEN '2013-01-01' AND '2013-01-11'"],
            input: { try $0.day.between(day(1), day(11)) }),
        .init(
            id: "x0125",
            question:
                "date: {\"$between\": [{\"__date\": \"2013-01-01T00:00:00.000Z\"}, {\"__date\": \"2013-01-11T00:00:00.000Z\"}]}",
            sequelize: [
                "default": "[date] BETWEEN '2013-01-01 00:00:00.000 +00:00' AND '2013-01-11 00:00:00.000 +00:00'",
                "mysql": "`date` BETWEEN '2013-01-01 00:00:00' AND '2013-01-11 00:00:00'",
            ],
            input: { $0.date.between(date(1), date(11)) }),
        .init(
            id: "x0128", question: "muscles: {\"$contains\": [2, 3]}",
            sequelize: ["postgres": "\"muscles\" @> ARRAY[2,3]"], reason: oneEngine),
        .init(
            id: "x0130", question: "muscles: {\"$contains\": [\"stringValue1\", \"stringValue2\", \"stringValue3\"]}",
            sequelize: ["postgres": "\"muscles\" @> ARRAY['stringValue1','stringValue2','stringValue3']"],
            reason: oneEngine),
        .init(
            id: "x0132", question: "muscles: {\"$overlap\": [3, 11]}",
            sequelize: ["postgres": "\"muscles\" && ARRAY[3,11]"], reason: oneEngine),
        .init(
            id: "x0133", question: "userId: {\"$any\": [4, 5, 6]}",
            sequelize: ["postgres": "\"userId\" = ANY (ARRAY[4,5,6])"], reason: oneEngine),
        .init(
            id: "x0135", question: "userId: {\"$all\": [4, 5, 6]}",
            sequelize: ["postgres": "\"userId\" = ALL (ARRAY[4,5,6])"], reason: oneEngine),
        .init(
            id: "x0140", question: "userId: {\"$notILike\": {\"$any\": [\"foo\", \"bar\", \"baz\"]}}",
            sequelize: ["postgres": "\"userId\" NOT ILIKE ANY (ARRAY['foo','bar','baz'])"], reason: oneEngine),
        .init(
            id: "x0143", question: "userId: {\"$notLike\": {\"$all\": [\"foo\", \"bar\", \"baz\"]}}",
            sequelize: ["postgres": "\"userId\" NOT LIKE ALL (ARRAY['foo','bar','baz'])"], reason: oneEngine),
        .init(
            id: "x0145", question: "{\"__json\": [\"profile.id\", {\"__cast\": [\"12346-78912\", \"text\"]}]}",
            sequelize: [
                "sqlite": "json_extract(`profile`,'$.id') = CAST('12346-78912' AS TEXT)",
                "postgres": "(\"profile\"#>>'{id}') = CAST('12346-78912' AS TEXT)",
                "mysql": "json_unquote(json_extract(`profile`,'$.\\\"id\\\"')) = CAST('12346-78912' AS CHAR)",
            ], reason: noPaths),
        .init(
            id: "x0146", question: "{\"__json\": [{\"profile\": {\"id\": \"12346-78912\", \"name\": \"test\"}}]}",
            sequelize: [
                "sqlite":
                    "json_extract(`profile`,'$.id') = '12346-78912' AND json_extract(`profile`,'$.name') = 'test'",
                "postgres": "(\"profile\"#>>'{id}') = '12346-78912' AND (\"profile\"#>>'{name}') = 'test'",
                "mysql":
                    "json_unquote(json_extract(`profile`,'$.\\\"id\\\"')) = '12346-78912' AND json_unquote(json_extract(`profile`,'$.\\\"name\\\"')) = 'test'",
            ], reason: noPaths),
        .init(
            id: "x0149", question: "username: {\"$notRegexp\": \"^sw.*r$\"}",
            sequelize: ["postgres": "\"username\" !~ '^sw.*r$'", "mysql": "`username` NOT REGEXP '^sw.*r$'"],
            reason: noPatterns),
        .init(
            id: "x0150", question: "newline: {\"$notRegexp\": \"^new\\nline$\"}",
            sequelize: ["postgres": "\"newline\" !~ '^new\nline$'", "mysql": "`newline` NOT REGEXP '^new\\nline$'"],
            reason: noPatterns),
        .init(
            id: "x0151", question: "username: {\"$match\": {\"__fn\": [\"to_tsvector\", \"swagger\"]}}",
            sequelize: ["postgres": "[username] @@ to_tsvector('swagger')"], reason: oneEngine),
        .init(
            id: "x0152", question: "{\"name\": {\"__fn\": [\"LOWER\", \"DERP\"]}}",
            sequelize: ["default": "WHERE [name] = LOWER('DERP')"], reason: noFunctions),
        .init(
            id: "x0154", question: "{\"__where\": [{\"__fn\": [\"SUM\", {\"__col\": [\"hours\"]}]}, \">\", 0]}",
            sequelize: ["default": "SUM([hours]) > 0"], reason: noFunctions),
        .init(
            id: "x0155", question: "{\"__where\": [{\"__fn\": [\"SUM\", {\"__col\": [\"hours\"]}]}, \"$gt\", 0]}",
            sequelize: ["default": "SUM([hours]) > 0"], reason: noFunctions),
        .init(
            id: "x0158",
            question:
                "[{\"__where\": [{\"__fn\": [\"SUM\", {\"__col\": [\"hours\"]}]}, \"$gt\", 0]}, {\"__where\": [{\"__fn\": [\"lower\", {\"__col\": [\"name\"]}]}, null]}]",
            sequelize: ["default": "(SUM([hours]) > 0 AND lower([name]) IS NULL)"], reason: noFunctions),
        .init(
            id: "x0160", question: "{\"__where\": [{\"__col\": [\"hours\"]}, \"$notBetween\", [0, 5]]}",
            sequelize: ["default": "[hours] NOT BETWEEN 0 AND 5"], reason: negated),
        .init(
            id: "x0162", question: "{\"__where\": [\"__fn\", \"$eq\", 1]}",
            sequelize: ["default": "[user].[internal_id] = 1"], reason: noFunctions),
    ]
}
