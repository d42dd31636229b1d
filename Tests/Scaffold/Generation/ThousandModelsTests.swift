import Foundation
import Testing

@testable import scaffold

@Suite(.serialized) struct ThousandModelsTests {
    /// About a second in a release build; the bound is that of a debug build on a busy machine.
    @Test func `a thousand models are generated in seconds`() throws {
        let models = (0..<1_000).map { number in
            var model = ModelBuilder("Model\(number)")
                .attribute("title", .string(200), required: true).attribute("content", .text, required: true)
                .attribute(
                    "status", .cases("Model\(number)Status", "draft", "published"), required: true,
                    default: .enumCase("draft")
                )
                .attribute("count", .integer).attribute("isActive", .boolean, required: true, default: .boolean(true))
                .routes(filter: [.init(name: "status", attribute: "status")], search: ["title"])
            if number > 0 { model = model.belongsTo("Model\(number / 2)", as: "parent", required: true) }
            return model
        }
        let schema = Schema.test(models: models)
        let clock = ContinuousClock()
        var app: GeneratedApp?
        let time = try clock.measure { app = try GeneratedApp(schema) }
        var unchanged: [PlannedMigration] = []
        let text = Snapshot.text(of: try schema.tables())
        let second = try clock.measure {
            unchanged = try Evolution(
                from: Snapshot.tables(in: text), to: schema, existing: [], now: Date()
            ).migrations
        }
        print("1,000 models: \(app?.files.count ?? 0) files in \(time); compared with their snapshot in \(second)")
        #expect(unchanged.isEmpty)
        #expect(time < .seconds(60))
    }
}
