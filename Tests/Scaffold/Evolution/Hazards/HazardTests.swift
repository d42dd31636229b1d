import Foundation
import Testing

@testable import scaffold

struct HazardTests {
    private func codes(_ engine: DatabaseEngine, from old: String, to new: String, _ hints: [Hint] = [.allowDataLoss])
        throws -> Set<String>
    {
        let inquiry = try Inquiry(
            from: Schemas.read(models: old).tables(), to: Schemas.read(models: new), hints: hints,
            now: Date(timeIntervalSince1970: 0))
        let found = inquiry.evolution.migrations.flatMap { Hazards(engine: engine).found(in: $0.up) }
        return Set(found.flatMap(\.self).map(\.code))
    }

    private let post = "  Post: {attributes: {title: string(200), views: integer, status: 'enum(a, b)'}}\n  Tag: {}"

    @Test(
        arguments: [
            (DatabaseEngine.postgresql, "views: integer", "views: {type: integer, index: true}", "index-locks-writes"),
            (.postgresql, "views: integer", "views: string", "type-rewrites-table"),
            (.postgresql, "string(200)", "string(20)", "type-rewrites-table"),
            (.postgresql, "enum(a, b)", "enum(a, b, c)", "check-scans-table"),
            (.postgresql, "views: integer", "views: {type: integer, references: Tag}", "foreign-key-scans-table"),
            (
                .postgresql, "views: integer",
                "views: integer, x: {type: uuid, defaultValue: {sql: gen_random_uuid()}}",
                "volatile-default-rewrites-table"
            ),
            (.mysql, "views: integer", "views: string", "table-copy"),
            (.mysql, "views: integer", "views: {type: integer, references: Tag}", "foreign-key-copies-table"),
            (.mysql, "  Tag: {}", "", "no-way-back"),
            (.sqlite, "views: integer", "views: string", "table-copy"),
            (.sqlite, ", views: integer", "", "drop-breaks-running-code"),
        ])
    func `steps that take services down are known`(engine: DatabaseEngine, old: String, new: String, code: String)
        throws
    {
        #expect(try codes(engine, from: post, to: post.replacing(old, with: new)).contains(code))
    }

    @Test func `a longer text and a wider list are no new table, a nullable column is nothing at all`() throws {
        #expect(try codes(.postgresql, from: post, to: post.replacing("string(200)", with: "string(250)")).isEmpty)
        #expect(try codes(.postgresql, from: post, to: post.replacing("string(200)", with: "text")).isEmpty)
        #expect(try codes(.postgresql, from: post, to: post.replacing("views", with: "clicks: date, views")).isEmpty)
        #expect(try codes(.mysql, from: post, to: post.replacing("views", with: "clicks: date, views")).isEmpty)
    }

    @Test func `what happens to a new table is no danger`() throws {
        let more = post + "\n  Note: {attributes: {text: string unique}, associations: {post: {belongsTo: Post}}}"
        for engine in DatabaseEngine.allCases {
            #expect(try codes(engine, from: post, to: more).isEmpty)
        }
    }

    @Test func `names that change under running code are known on every engine`() throws {
        for engine in DatabaseEngine.allCases {
            let column = try codes(
                engine, from: post, to: post.replacing("views", with: "clicks"),
                [.rename(SchemaPath("Post", "views"), to: "clicks")])
            #expect(column == ["rename-breaks-running-code"])
            let required = try codes(
                engine, from: post, to: post.replacing("integer", with: "integer!"),
                [.backfill(SchemaPath("Post", "views"), "0")])
            #expect(required.contains("required-column-breaks-running-code"))
        }
    }
}
