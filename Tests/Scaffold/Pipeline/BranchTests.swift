import Foundation
import Testing

@testable import scaffold

/// Two branches that each generated, merged by git itself.
@Suite struct BranchTests {
    private static let common = "  Post: {attributes: {title: string!, teaser: string, content: text!}}\n"
    private static let a = """
          Post: {attributes: {title: string!, teaser: string, subtitle: string, content: text!}}
          Tag: {attributes: {name: string!}}

        """
    private static let b = """
          Comment: {attributes: {text: string!}}
          Post: {attributes: {title: string!, teaser: string, views: integer, content: text!}}

        """
    private static let both = """
          Comment: {attributes: {text: string!}}
          Post: {attributes: {title: string!, teaser: string, subtitle: string, views: integer, content: text!}}
          Tag: {attributes: {name: string!}}

        """
    private let post = "Sources/App/Models/Post.swift"

    @Test(arguments: ["--ours", "--theirs"])
    func `two branches merge without a conflict under .scaffold, and generating settles them`(side: String) throws {
        let git = try GitApp()
        try git.branches(from: Self.common, a: Self.a, b: Self.b)
        let conflicts = try git.merge(taking: side)
        #expect(conflicts.contains(post) && conflicts.contains("schema.yml"))
        #expect(!conflicts.contains { $0.hasPrefix(".scaffold") })

        let run = try git.generate(Self.both, minute: 30)
        #expect(run.migrations.isEmpty)
        #expect(run.plan.items.allSatisfy { [.identical, .update, .create, .deleted].contains($0.status) })
        let alone = try GitApp()
        try alone.generate(Self.both, minute: 0)
        for path in run.plan.items.map(\.path) where !path.contains("Migrations/") && !path.hasPrefix(".env") {
            #expect(git.app.text(path) == alone.app.text(path), "\(path)")
        }
        for path in [post, "Sources/App/Models/Post+Storage.swift"] {
            #expect(git.app.text(".scaffold/base/\(path)") == alone.app.text(path))
        }
        #expect(try git.generate(minute: 40).plan.changes.isEmpty)
    }

    @Test func `a file that was edited on one branch keeps its edits`() throws {
        let git = try GitApp()
        try git.branches(from: Self.common, a: Self.a, b: Self.b)
        let edit = "\nextension Post { var mine: Int { 1 } }\n"
        try git.app.write((git.app.text(post) ?? "") + edit, to: post)
        try git.commit("mine")
        _ = try git.merge(taking: "--ours")
        try git.generate(Self.both, minute: 30)
        #expect(git.app.text(post)?.contains(edit) == true)
    }

    @Test func `migrations that came in behind later ones are named, once`() throws {
        let git = try GitApp()
        try git.branches(from: Self.common, a: Self.a, b: Self.b)
        _ = try git.merge(taking: "--ours")
        let names = try git.app.migrations().map(\.text)
        try #require(names.count == 3)
        let words = try git.generate(Self.both, minute: 30).plan.warnings.filter { $0.contains("came in with a merge") }
        #expect(words.count == 1)
        #expect(words.first?.hasPrefix("\(names[1]) came in with a merge, behind \(names[2]), which is later") == true)
        #expect(try git.generate(minute: 40).plan.warnings.isEmpty)
        // A branch that has seen all there is adds to it without a word.
        let next = Self.both.replacing("subtitle: string", with: "subtitle: text")
        #expect(try git.generate(next, minute: 50).plan.warnings.filter { $0.contains("merge") }.isEmpty)
    }

    @Test func `a column that one branch dropped does not come back with the other's lines`() throws {
        let git = try GitApp()
        let dropped = "  Post: {attributes: {title: string!, content: text!}}\n"
        let beside = "  Post: {attributes: {title: string!, teaser: string(99), content: string!}}\n"
        try git.branches(
            from: Self.common, a: dropped, b: beside,
            hints: [.drop(SchemaPath(parsing: "Post.teaser")), .allowDataLoss])
        _ = try git.merge(taking: "--ours")
        let merged = git.app.text(".scaffold/tables.jsonl") ?? ""
        // Otherwise this would try nothing.
        #expect(merged.contains(#""column":"teaser","type":"string","numbers":[99]"#))
        let wanted = "  Post: {attributes: {title: string!, content: string!}}\n"
        #expect(try git.generate(wanted, minute: 30).migrations.isEmpty)
        // And wanted after all, it has to be made again.
        let wish = "  Post: {attributes: {title: string!, teaser: string, content: string!}}\n"
        let again = try git.generate(wish, minute: 40)
        let up = again.migrations.flatMap(\.up)
        #expect(up.count == 1)
        guard case .addColumn("posts", let column)? = up.first else { return #expect(Bool(false), "\(up)") }
        #expect(column.name == "teaser")
        #expect(try git.generate(minute: 50).plan.changes.isEmpty)
    }

    @Test func `where both branches changed a column, what the later migration leaves is what there is`() throws {
        let git = try GitApp()
        func post(_ title: String) -> String { "  Post: {attributes: {title: \(title), content: text!}}\n" }
        try git.branches(from: post("string(20)"), a: post("string(50)"), b: post("string(70)"))
        _ = try git.merge(taking: "--ours")
        let up = try git.generate(post("string(50)"), minute: 30).migrations.flatMap(\.up)
        guard case .changeColumn("posts", let old, let new)? = up.first else { return #expect(Bool(false), "\(up)") }
        #expect(old.type.numbers == [70] && new.type.numbers == [50])
    }

    @Test func `marks in the records are settled and told`() throws {
        let git = try GitApp()
        try git.generate(Self.a, minute: 0)
        let mine = try #require(git.app.text(post))
        try git.app.write(
            "<<<<<<< HEAD\n\(mine)=======\nsomething\n>>>>>>> b\n", to: ".scaffold/base/\(post)")
        let tables = try #require(git.app.text(".scaffold/tables.jsonl"))
        try git.app.write(
            "<<<<<<< HEAD\n\(tables)||||||| base\ngarbage\n=======\n\(tables)>>>>>>> b\n", to: ".scaffold/tables.jsonl")
        let run = try git.generate(Self.both, minute: 10)
        #expect(run.plan.status(post) == .update)
        #expect(run.migrations.flatMap(\.up).count == 2)
        #expect(run.plan.warnings.contains { $0.contains("tables.jsonl had the marks of a merge") })
        #expect(run.plan.warnings.contains { $0.contains("in the record of \(post)") })
        #expect(git.app.text(".scaffold/tables.jsonl")?.contains("<<<") == false)
        #expect(git.app.text(".scaffold/base/\(post)") == git.app.text(post))
        #expect(try git.generate(minute: 20).plan.changes.isEmpty)
    }

    @Test(arguments: [true, false])
    func `a folder .scaffold that is gone, or half of it, is rebuilt and the user's files stay`(isAll: Bool) throws {
        let git = try GitApp()
        try git.generate(Self.a, minute: 0)
        let whole = git.app.tree()
        let mine = (git.app.text(post) ?? "") + "// mine\n"
        try git.app.write(mine, to: post)
        if isAll {
            try git.app.delete(".scaffold")
            let problem = #expect(throws: Diagnostic.self) { try git.generate(minute: 10) }
            #expect(problem?.suggestion?.contains("--no-migration") == true)
        } else {
            try git.app.delete(".scaffold/base/Sources")
        }
        let run = try git.generate(minute: 10, migrations: isAll ? [] : nil)
        #expect(run.migrations.isEmpty)
        #expect(git.app.text(post) == mine)
        #expect(run.plan.warnings.contains { $0.hasPrefix("nothing is recorded under .scaffold of how") })
        let rebuilt = git.app.tree()
        let same = whole.keys.filter { $0.hasPrefix(".scaffold/base") && !$0.contains("Models/Post.swift") }
        #expect(same.count > 20)
        for path in same { #expect(rebuilt[path] == whole[path], "\(path)") }
        #expect(rebuilt[".scaffold/tables.jsonl"] == whole[".scaffold/tables.jsonl"])
    }
}

extension TemporaryApp {
    func migrations() throws -> [MigrationName] {
        try FileManager.default.contentsOfDirectory(atPath: absolute(Folders.migrations))
            .compactMap { MigrationName(fileName: $0) }.sorted()
    }
}
