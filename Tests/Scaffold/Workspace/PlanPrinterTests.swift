import Foundation
import Testing

@testable import scaffold

@Suite struct PlanPrinterTests {
    private let plan = Plan(
        items: [
            .init(path: "schema.yml", status: .update), .init(path: "a.swift", status: .create),
            .init(path: "b.swift", status: .identical), .init(path: "c.swift", status: .conflict, note: "see there"),
        ])

    @Test func `one line a file with news, the counts at the end`() {
        #expect(
            PlanPrinter().text(plan) == """
                  update   schema.yml
                  create   a.swift
                  conflict c.swift  (see there)
                1 created, 1 updated, 1 unchanged, 1 in conflict
                """)
    }

    @Test func `a dry run says so, and verbose names every file`() {
        let text = PlanPrinter(isDryRun: true, isVerbose: true).text(plan)
        #expect(text.contains("  identical b.swift"))
        #expect(text.contains("dry run, nothing written: 1 created"))
    }

    @Test func `nothing to do is said`() { #expect(PlanPrinter().text(Plan()) == "nothing to write") }

    @Test func `JSON has a version, every file and every count`() throws {
        let json = try JSONSerialization.jsonObject(with: Data(PlanPrinter().json(plan).utf8)) as? [String: Any]
        #expect(json?["version"] as? Int == 1)
        #expect(json?["current"] as? Bool == false)
        #expect((json?["files"] as? [[String: Any]])?.count == 4)
        #expect((json?["counts"] as? [String: Int])?["update"] == 1)
        #expect((json?["counts"] as? [String: Int])?["orphaned"] == 0)
    }
}
