import Testing

@testable import scaffold

@Suite struct ConflictMenuTests {
    private let post = "Sources/App/Models/Post.swift"
    private let tag = "Sources/App/Models/Tag.swift"
    private let storage = "Sources/App/Models/Post+Storage.swift"

    /// Types lines, one for each question, and keeps what was shown.
    private final class Typist {
        private(set) var shown = ""
        private var lines: [String]
        init(_ lines: [String]) { self.lines = lines }

        func ask(_ text: String) -> String? {
            shown += text
            return lines.isEmpty ? nil : lines.removeFirst()
        }

        var isDone: Bool { lines.isEmpty }
    }

    /// An app of three lines a file, of which the user and the schema have changed the second, and the schema the last.
    private func app(_ paths: [String]) throws -> TemporaryApp {
        let app = try TemporaryApp()
        try app.run(paths.map { .followed($0, "a\nb\nc\nd\ne\n") })
        for path in paths { try app.write("a\nmine\nc\nd\ne\n", to: path) }
        return app
    }

    private let new = "a\ntheirs\nc\nd\nE\n"

    /// Answers what the menu asks, and writes.
    @discardableResult
    private func answer(
        _ app: TemporaryApp, _ paths: [String], _ typist: Typist,
        edit: @escaping ([UInt8], String) throws -> [UInt8]? = { text, _ in text }
    ) throws -> Plan {
        let workspace = try Workspace(at: app.root)
        var plan = try workspace.plan(paths.map { .followed($0, new) }, isWholeApp: true)
        try ConflictMenu(ask: typist.ask, edit: edit).settle(&plan)
        try workspace.apply(plan)
        return plan
    }

    @Test(arguments: [
        ("m", "a\nmine\nc\nd\nE\n", FileStatus.merge), ("MINE ", "a\nmine\nc\nd\nE\n", .merge),
        ("g", "a\ntheirs\nc\nd\nE\n", .update), ("generated", "a\ntheirs\nc\nd\nE\n", .update),
        ("s", "a\nmine\nc\nd\ne\n", .conflict), ("skip", "a\nmine\nc\nd\ne\n", .conflict),
        (
            "b", "a\n<<<<<<< mine\nmine\n||||||| as last generated\nb\n=======\ntheirs\n>>>>>>> generated\nc\nd\nE\n",
            .conflict
        ),
    ])
    func `each answer settles the file`(typed: String, wanted: String, status: FileStatus) throws {
        let app = try app([post])
        let typist = Typist([typed])
        let plan = try answer(app, [post], typist)
        #expect(typist.isDone)
        #expect(app.text(post) == wanted)
        #expect(plan.status(post) == status)
        let isSkipped = typed.hasPrefix("s")
        #expect(app.text(".scaffold/base/\(post)") == (isSkipped ? "a\nb\nc\nd\ne\n" : new))
        #expect(app.text(".scaffold/waiting/\(post)") == (isSkipped ? new : nil))
    }

    @Test func `nothing and nonsense are asked again`() throws {
        let app = try app([post])
        let typist = Typist(["", "  ", "yes", "a", "ax", "m"])
        try answer(app, [post], typist)
        #expect(typist.isDone)
        #expect(typist.shown.contains("one of m, g, b, e, d, s, q"))
        #expect(app.text(post) == "a\nmine\nc\nd\nE\n")
    }

    @Test(arguments: [[], ["d"], [""], ["q"], ["abort"], ["m"], ["m", "q"]])
    func `the end of input and a stop write nothing`(typed: [String]) throws {
        let app = try app([post, tag])
        let before = app.snapshot()
        let error = #expect(throws: OpenConflicts.self) { try answer(app, [post, tag], Typist(typed)) }
        #expect(error?.isAborted == true)
        #expect(app.snapshot() == before)
    }

    @Test func `shows what each side has changed`() throws {
        let typist = Typist(["d", "m"])
        try answer(try app([post]), [post], typist)
        let parts = typist.shown.split(separator: "What the schema changes:")
        #expect(parts.count == 2)
        #expect(parts.first?.contains("What you changed:") == true)
        #expect(parts.first?.contains("\n-b\n+mine\n") == true)
        #expect(parts.last?.contains("\n-b\n+theirs\n") == true)
        #expect(parts.last?.contains("\n-e\n+E\n") == true)
    }

    @Test(arguments: ["am", "all mine", "a m"])
    func `an answer for all counts for files alike and for no others`(typed: String) throws {
        let app = try app([post, tag, storage])
        let typist = Typist([typed, "g"])
        let plan = try answer(app, [post, tag, storage], typist)
        #expect(typist.isDone)
        #expect(typist.shown.contains("3 files are in conflict"))
        #expect(app.text(tag) == "a\nmine\nc\nd\nE\n")
        #expect(app.text(storage) == new)
        #expect(plan.conflicts.isEmpty)
    }

    @Test func `an edited text is taken once no markers are left in it`() throws {
        let app = try app([post])
        var drafts: [String] = []
        let typist = Typist(["e", "e", "e"])
        try answer(app, [post], typist) { text, path in
            #expect(path == post)
            drafts.append(String(decoding: text, as: UTF8.self))
            switch drafts.count {
            case 1: return nil
            case 2: return text + Array("// begun\n".utf8)
            default: return Array("done\n".utf8)
            }
        }
        #expect(drafts.count == 3)
        #expect(drafts[0].contains("<<<<<<< mine\nmine\n"))
        #expect(drafts[2] == drafts[1] + "// begun\n")
        #expect(typist.shown.contains("the editor failed"))
        #expect(app.text(post) == "done\n")
        #expect(try app.run([.followed(post, new)]).isCurrent)
    }

    @Test func `a file that is read-only is named before anything is written`() throws {
        let app = try app([post, tag])
        try app.setMode(0o444, of: tag)
        let before = app.snapshot()
        let error = #expect(throws: Diagnostics.self) { try answer(app, [post, tag], Typist(["m", "m"])) }
        #expect(error?.all.first?.message == "\(tag) is read-only and has to change")
        #expect(app.snapshot() == before)
        try answer(app, [post, tag], Typist(["m", "s"]))
        #expect(app.text(tag) == "a\nmine\nc\nd\ne\n")
    }

    @Test func `an editor and a merge tool get the texts and give one back`() throws {
        let edited = try TextEditor(command: "printf 'by hand\\n' >>").edit(Array("text\n".utf8), of: post)
        #expect(edited.map { String(decoding: $0, as: UTF8.self) } == "text\nby hand\n")
        #expect(try TextEditor(command: "false").edit([], of: post) == nil)

        let conflict = FileConflict(
            path: post, base: Array("b\n".utf8), mine: Array("m\n".utf8), generated: Array("g\n".utf8),
            marked: Array("<<<<<<< mine\nm\n||||||| x\nb\n=======\ng\n>>>>>>> generated\n".utf8), mode: 0o644)
        let named = MergeTool(own: #"cat "$BASE" "$LOCAL" "$REMOTE" > "$MERGED""#)
        #expect(try named.text(for: conflict) == Array("b\nm\ng\n".utf8))
        #expect(try MergeTool(own: #"f() { cp "$3" "$4"; }; f"#).text(for: conflict) == nil)
        #expect(try MergeTool(own: "cp").text(for: conflict) == nil)
        #expect(try MergeTool(own: "true").text(for: conflict) == nil)
    }
}
