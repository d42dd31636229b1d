import Testing

@testable import scaffold

@Suite struct RecordsTests {
    private let post = "Sources/Post.swift"

    @Test func `of a record with marks the side counts that is nearer to the file`() throws {
        let marked = "a\n<<<<<<< HEAD\nours\n||||||| base\nbefore\n=======\ntheirs\n>>>>>>> b\nz\n"
        for (mine, base) in [
            ("a\nours\nz\nmine\n", "a\nours\nz\n"), ("a\ntheirs\nz\nmine\n", "a\ntheirs\nz\n"), ("x\n", "a\nours\nz\n"),
        ] {
            let app = try TemporaryApp([post: mine, ".scaffold/base/\(post)": marked])
            let records = Records(tree: AppTree(root: app.root, files: DiskFileSystem()))
            #expect(try records.generated(post) == Array(base.utf8))
            #expect(records.isMarked(post))
        }
    }

    @Test func `marks that do not end leave the side that they begin`() throws {
        let text = try #require(MarkedText(Array("a\n<<<<<<< HEAD\nours\n".utf8)))
        #expect(text.ours == Array("a\nours\n".utf8))
        #expect(text.theirs == Array("a\n".utf8))
        #expect(MarkedText(Array("a < b\n  <<<<<<< no\n=======\n".utf8)) == nil)
    }

    @Test func `an empty record is none`() throws {
        let app = try TemporaryApp([post: "mine", ".scaffold/base/\(post)": ""])
        let plan = try app.run([.followed(post, "one")])
        #expect(app.text(post) == "mine")
        #expect(plan.status(post) != .update)
    }

    @Test func `after a merge a file that is as one branch generated it follows the schema`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one\n"), .followed("b.swift", "b\n")])
        let ours = try #require(app.text(".scaffold/texts"))
        try app.run([.followed(post, "two\n"), .followed("b.swift", "b\n")])
        let theirs = try #require(app.text(".scaffold/texts"))
        #expect(ours != theirs)
        for mine in ["one\n", "two\n"] {
            try app.write(mine, to: post)
            try app.write("one\ntwo\n", to: ".scaffold/base/\(post)")
            try app.write(ours + theirs, to: ".scaffold/texts")
            #expect(try app.run([.followed(post, "three\n"), .followed("b.swift", "b\n")]).status(post) == .update)
            #expect(app.text(post) == "three\n")
            #expect(app.text(".scaffold/base/\(post)") == "three\n")
            #expect(app.text(".scaffold/texts")?.split(separator: "\n").count == 2)
        }
        // Without two branches the record decides alone.
        try app.write("two\n", to: post)
        #expect(try app.run([.followed(post, "four\n"), .followed("b.swift", "b\n")]).status(post) != .update)
    }

    @Test func `fingerprints that are lost are taken anew with the next change`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one\n"), .followed("b.swift", "b\n")])
        let texts = app.text(".scaffold/texts")
        try app.delete(".scaffold/texts")
        #expect(try app.run([.followed(post, "one\n"), .followed("b.swift", "b\n")]).changes.isEmpty)
        #expect(app.text(".scaffold/texts") == nil)
        try app.run([.followed(post, "one\n"), .followed("b.swift", "b\n")], books: ["tables.jsonl": "new"])
        #expect(app.text(".scaffold/texts") == texts)
    }

    @Test func `fingerprints come back as they were written, and nonsense among them is passed over`() throws {
        var texts = GeneratedTexts()
        let record = FileChange.Record(path: ".scaffold/base/a b.swift", text: Array("x".utf8))
        texts.follow([FileChange(path: "a b.swift", found: nil, text: nil, records: [record])])
        #expect(texts.know(Array("x".utf8), of: "a b.swift"))
        #expect(GeneratedTexts(texts.text + "<<<<<<< HEAD\n\nzz 1\n") == texts)
        texts.follow([FileChange(path: "", found: nil, text: nil, records: [.init(path: record.path, text: nil)])])
        #expect(texts.text.isEmpty)
    }

    @Test func `what is not on record is told in one sentence`() throws {
        let app = try TemporaryApp([post: "mine", "same.swift": "same"])
        let plan = try app.run([.followed(post, "one"), .followed("same.swift", "same"), .followed("new.swift", "new")])
        #expect(
            plan.warnings == [
                "nothing is recorded under .scaffold of how Sources/Post.swift, same.swift came about: 1 as generated now "
                    + "and recorded again, 1 taken for yours"
            ])
        #expect(try app.run([.followed("same.swift", "same"), .followed("new.swift", "new")]).warnings.isEmpty)
    }
}
