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

    @Test func `differences stand below their line, and those of a machine's own file nowhere`() throws {
        let texts = Plan.Texts(old: Array("a\nb\n".utf8), new: Array("a\nc\n".utf8))
        let plan = Plan(items: [
            .init(path: "a.swift", status: .merge, texts: texts),
            .init(path: ".env", status: .create, isLocal: true, texts: .init(old: nil, new: Array("SECRET=1\n".utf8))),
        ])
        let text = PlanPrinter(showsDifferences: true).text(plan)
        #expect(text.hasPrefix("  merge    a.swift\n--- a/a.swift\n+++ b/a.swift\n@@ "))
        #expect(text.contains("\n a\n-b\n+c\n"))
        #expect(!text.contains("SECRET"))
        #expect(!PlanPrinter().text(plan).contains("@@"))
        let json = try PlanPrinter(showsDifferences: true).json(plan)
        #expect(json.contains(#"-b\n+c"#))
        #expect(!json.contains("SECRET"))
    }

    @Test func `markers in a file are counted and make it no current app`() throws {
        let plan = Plan(items: [.init(path: "a.swift", status: .kept, note: "markers", hasMarkers: true)])
        #expect(!plan.isCurrent)
        #expect(PlanPrinter().text(plan).hasSuffix("1 kept (edited by you), 1 with markers to settle"))
        #expect(try PlanPrinter().json(plan).contains("\"markers\" : true"))
    }
}
