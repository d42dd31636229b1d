import Testing

@testable import scaffold

struct HintTests {
    @Test func `flags are read and written the same`() throws {
        #expect(try Hint.rename("Post.title=headline") == .rename(SchemaPath("Post", "title"), to: "headline"))
        #expect(try Hint.rename("Post.title=Post.headline") == .rename(SchemaPath("Post", "title"), to: "headline"))
        #expect(try Hint.rename("Post=Article") == .rename(SchemaPath("Post"), to: "Article"))
        #expect(
            try Hint.rename("Post.status.draft=sketch")
                == .rename(SchemaPath("Post", "status", value: "draft"), to: "sketch"))
        #expect(try Hint.backfill("Post.slug=a=b") == .backfill(SchemaPath("Post", "slug"), "a=b"))
        #expect(Hint.backfill(SchemaPath("Post", "slug"), "it's").flag == #"--backfill 'Post.slug=it'\''s'"#)
        #expect(Hint.allowDataLoss.flag == "--allow-data-loss")
    }

    @Test(arguments: ["", "Post", "Post.title=", "=x", "Post..x=y", ".=x"])
    func `a rename that says nothing is refused`(text: String) {
        #expect(throws: Diagnostic.self) { try Hint.rename(text) }
    }

    @Test func `a file of hints is read`() throws {
        let text =
            #"{"rename": {"Post.title": "headline"}, "drop": ["Post.body"], "backfill": {"Post.n": "1"}, "allowDataLoss": true}"#
        let hints = try HintsFile.hints(in: text, file: "hints.json")
        #expect(
            hints == [
                .rename(SchemaPath("Post", "title"), to: "headline"), .drop(SchemaPath("Post", "body")),
                .backfill(SchemaPath("Post", "n"), "1"), .allowDataLoss,
            ])
    }

    @Test(arguments: ["", "[]", "{\"renames\": {}}", "{\"drop\": \"x\"}", "{\"drop\": [\"..\"]}", "{"])
    func `a file that is none is refused`(text: String) {
        #expect(throws: Diagnostic.self) { try HintsFile.hints(in: text, file: "hints.json") }
    }

    @Test func `end of input is never a yes`() throws {
        let question = Question(
            kind: .loss, subject: SchemaPath("Post"), text: "May it be lost?",
            answers: [
                .init(hint: .drop(SchemaPath("Post")), meaning: "it goes"),
                .init(hint: .backfill(SchemaPath("Post", "n"), "none"), meaning: "this", isOpen: true),
            ])
        func answer(_ lines: String?...) -> Hint? {
            var lines = lines
            return Interview { _ in lines.isEmpty ? nil : lines.removeFirst() }.answer(to: question)
        }
        #expect(answer(nil) == nil)
        #expect(answer("") == nil)
        #expect(answer("y") == nil)
        #expect(answer("3") == nil)
        #expect(answer("0") == nil)
        #expect(answer("1") == .drop(SchemaPath("Post")))
        #expect(answer(" 2 ", nil) == nil)
        #expect(answer("2", "  five ") == .backfill(SchemaPath("Post", "n"), "five"))
    }

    @Test func `open questions list the options that answer them`() {
        let question = Question(
            kind: .rename, subject: SchemaPath("Post", "title"), text: "'Post.title' is gone",
            position: SourcePosition(file: "schema.yml", line: 3, column: 5),
            answers: [
                .init(hint: .rename(SchemaPath("Post", "title"), to: "headline"), meaning: "renamed"),
                .init(hint: .drop(SchemaPath("Post", "title")), meaning: "gone"),
            ])
        #expect(
            OpenQuestions(questions: [question]).description.hasSuffix(
                """

                1. schema.yml:3:5: 'Post.title' is gone
                     --rename Post.title=headline   renamed
                     --drop Post.title              gone
                """))
    }
}
