import Foundation
import Testing

/// The blog of `Examples/blog` lives on: its owner writes what the development guide writes by hand, and then changes the
/// schema ten times.
@Suite(.timeLimit(.minutes(60))) struct EvolvingAppTests {
    /// Whether the app is built and tested after each step, and not only after some.
    private static let isThorough = ProcessInfo.processInfo.environment["SCAFFOLD_TEST_EVERY_STEP"] != nil

    @Test func `ten changes of the schema keep what was written by hand, and the app's tests pass`() async throws {
        try await withTemporaryFolder { folder in
            let app = try EvolvingApp(in: folder)
            try await app.editByHand()
            try await app.checkEdits(after: "editing by hand")
            if Self.isThorough { try await app.test(after: "editing by hand") }
            for (number, step) in BlogEvolution.all.enumerated() {
                let words = "step \(number + 1): \(step.words)"
                try await app.take(step, words)
                try await app.checkEdits(after: words)
                if Self.isThorough || [1, 6, 9].contains(number) { try await app.test(after: words) }
            }
        }
    }
}

/// A copy of the blog with its hand edits.
final class EvolvingApp {
    let tool: Tool
    private var root: URL { tool.folder }
    /// What names that the edits say have become.
    private var renames: [(old: String, new: String)] = []

    init(in folder: URL) throws {
        tool = Tool(folder: folder.appending(path: "blog"))
        let example = Tool.repository.appending(path: "Examples/blog")
        try FileManager.default.createDirectory(at: tool.folder, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: example.path)
        where ![".build", ".swiftpm", "db", "Package.resolved"].contains(name) {
            try FileManager.default.copyItem(at: example.appending(path: name), to: root.appending(path: name))
        }
        // The copy stands elsewhere than the runtime.
        let manifest = try text("Package.swift")
        let runtime = ProcessInfo.processInfo.environment["SCAFFOLD_RUNTIME"] ?? Tool.repository.path
        try write(manifest.replacingOccurrences(of: "\"../..\"", with: "\"\(runtime)\""), to: "Package.swift")
    }

    func editByHand() async throws {
        for edit in BlogByHand.edits {
            let old = try text(edit.path)
            let range = try #require(old.range(of: edit.anchor), "\(edit.path) has no '\(edit.anchor)'")
            try write(
                old.replacingCharacters(in: range, with: (edit.replaces ? "" : edit.anchor) + edit.text), to: edit.path)
        }
        for (path, text) in BlogByHand.files { try write(text, to: path) }
        let made = try await tool("migration:generate", "--name", "count-page-views")
        try #require(made.status == 0, "\(made.output)\(made.errors)")
        let folder = root.appending(path: "Sources/Database/Migrations").path
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first {
                $0.hasSuffix("-count-page-views.swift")
            })
        let path = "Sources/Database/Migrations/\(name)"
        let lines = try text(path).components(separatedBy: "\n").map { line in
            line.hasPrefix("        // queryInterface.addColumn")
                ? BlogByHand.up : line.hasPrefix("        // queryInterface.removeColumn") ? BlogByHand.down : line
        }
        try write(lines.joined(separator: "\n"), to: path)
    }

    func take(_ step: BlogEvolution, _ words: String) async throws {
        for edit in step.edits {
            let schema = try text("schema.yml")
            let range = try #require(schema.range(of: edit.old), "\(words): schema.yml has no '\(edit.old)'")
            try write(schema.replacingCharacters(in: range, with: edit.new), to: "schema.yml")
        }
        let outcome = try await tool.outcome(of: Tool.executable, step.command)
        try #require(outcome.status == 0, "\(words)\n\(outcome.output)\(outcome.errors)")
        #expect(!outcome.output.contains("conflict"), "\(words)\n\(outcome.output)")
        for (old, new) in step.renames { renames.append((old, new)) }
        let check = try await tool("generate", "--check")
        #expect(check.status == 0, "\(words)\n\(check.output)\(check.errors)")
    }

    /// Every line that was written by hand is there; names that are others now count as what they were.
    func checkEdits(after words: String) async throws {
        var whole = ""
        for folder in ["Sources", "Tests"] {
            for case let file as URL in FileManager.default.enumerator(
                at: root.appending(path: folder), includingPropertiesForKeys: nil) ?? .init()
            where file.pathExtension == "swift" {
                whole += Self.said(try String(contentsOf: file, encoding: .utf8)) + "\n"
            }
        }
        for rename in renames { whole = whole.replacing(rename.new, with: rename.old) }
        let texts = BlogByHand.edits.map(\.text) + BlogByHand.files.values.sorted() + [BlogByHand.up, BlogByHand.down]
        for line in texts.flatMap({ $0.components(separatedBy: "\n") }) {
            let line = Self.said(line)
            let isThere = whole.contains(line)
            #expect(line.isEmpty || isThere, "\(words): nowhere is '\(line)'")
        }
    }

    /// The app's own tests, in the folder that the examples are built in.
    func test(after words: String) async throws {
        let scratch =
            ProcessInfo.processInfo.environment["SCAFFOLD_TEST_SCRATCH"]
            ?? Tool.repository.appending(path: ".build/examples").path
        let outcome = try await tool.outcome(
            of: URL(fileURLWithPath: "/usr/bin/env"),
            [
                "swift", "test", "--scratch-path", scratch, "--manifest-cache", "none",
                "--disable-build-manifest-caching",
            ])
        let said = (outcome.output + outcome.errors).components(separatedBy: "\n")
        let complaints = said.filter { $0.contains("error:") || $0.contains("✘") || $0.contains("warning:") }
        #expect(outcome.status == 0, "\(words)\n\(complaints.prefix(40).joined(separator: "\n"))")
        #expect(said.contains { $0.contains("the migration has run") && $0.contains("passed") }, "\(words)")
    }

    /// A text without its white space: where lines are broken is the formatter's.
    private static func said(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private func write(_ text: String, to path: String) throws {
        let url = root.appending(path: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }
}
