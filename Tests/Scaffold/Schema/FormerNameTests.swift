import Foundation
import Testing

@testable import scaffold

struct FormerNameTests {
    @Test func `models and attributes say what they were called before`() throws {
        let schema = try Schemas.read(
            models: """
                  Article:
                    renamedFrom: Post
                    managed: false
                    attributes: {headline: {type: string, renamedFrom: title}, body: text}
                """)
        let article = try #require(schema.model(named: "Article"))
        #expect(article.renamedFrom == "Post")
        #expect(!article.isManaged)
        #expect(article.attribute(named: "headline")?.renamedFrom == "title")
        #expect(article.attribute(named: "body")?.renamedFrom == nil)
    }

    @Test func `a table that is not managed has no migration`() throws {
        let schema = try Schemas.read(models: "  Log: {managed: false}\n  Post: {}")
        let recorded = try Schemas.read(models: "  Log: {}\n  Post: {}").tables()
        #expect(try schema.tables().map(\.model) == ["Post"])
        let evolution = try Evolution(from: recorded, to: schema, existing: [], now: .init(timeIntervalSince1970: 0))
        #expect(evolution.migrations.isEmpty)
    }

    @Test(
        arguments: [
            ("  A: {renamedFrom: »B}\n  B: {}", "'A' cannot be renamed from 'B', which is a model still"),
            ("  A: {renamedFrom: »A}", "which is a model still"),
            ("  A: {renamedFrom: C}\n  B: {renamedFrom: »C}", "the former name 'C'"),
            ("  A: {renamedFrom: »[B]}", "has to be a word"),
            ("  A: {managed: »maybe}", "has to be true or false"),
            ("  A: {attributes: {x: {type: text, renamedFrom: »y}, y: text}}", "which is an attribute still"),
            (
                "  A: {attributes: {x: {type: text, renamedFrom: z}, y: {type: text, renamedFrom: »z}}}",
                "the former name 'z'"
            ),
            ("  A: {attributes: {»x: {type: virtual, renamedFrom: y}}}", "cannot be renamed"),
        ])
    func `a former name is nothing that is still there, and one thing's only`(models: String, message: String) {
        let plain = models.replacing("»", with: "")
        let lines = models.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.firstIndex { $0.contains("»") } ?? 0
        let column = lines[line].prefix { $0 != "»" }.count + 1
        let found = Schemas.problems(models: plain)
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.hasPrefix("schema.yml:\(line + 3):\(column):") == true, "\(found)")
        #expect(found.first?.contains(message) == true, "\(found)")
    }
}
