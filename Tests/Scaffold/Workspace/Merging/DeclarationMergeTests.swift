import Testing

@testable import scaffold

@Suite struct DeclarationMergeTests {
    private func outcome(_ base: String?, _ mine: String, _ generated: String) -> Merge.Outcome {
        Merge.outcome(
            base: base.map { Array($0.utf8) }, mine: Array(mine.utf8), generated: Array(generated.utf8),
            path: "Post.swift")
    }

    private func merged(
        _ base: String?, _ mine: String, _ generated: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> String {
        switch outcome(base, mine, generated) {
        case .merged(let text, _): return String(decoding: text, as: UTF8.self)
        case .conflict(let conflict):
            Issue.record("\(String(decoding: conflict.marked, as: UTF8.self))", sourceLocation: sourceLocation)
            return ""
        }
    }

    private func conflict(_ base: String?, _ mine: String, _ generated: String) -> String? {
        guard case .conflict(let conflict) = outcome(base, mine, generated) else { return nil }
        return String(decoding: conflict.marked, as: UTF8.self)
    }

    private let model = """
        import ScaffoldRuntime

        /// A post.
        struct Post: Model {
            var id: Int
            var title: String
            var createdAt: Date

            static let validations = Validations<Post> {
                $0.validate(\\.title, .len(max: 200))
            }
        }

        enum PostStatus: String, Enumeration {
            case draft
            case published
        }

        """

    @Test func `a property beside one that the user added`() {
        let mine = model.replacing("title: String\n", with: "title: String\n    var cached = false\n")
        let new = model.replacing("title: String\n", with: "title: String\n    var slug: String\n")
        let both = "title: String\n    var slug: String\n    var cached = false\n"
        #expect(merged(model, mine, new) == model.replacing("title: String\n", with: both))
    }

    @Test func `an enum case and an import on both sides`() {
        let mine = model.replacing("Runtime\n", with: "Runtime\nimport Logging\n")
            .replacing("published\n", with: "published\n    case hidden\n")
        let new = model.replacing("Runtime\n", with: "Runtime\nimport Metrics\n")
            .replacing("published\n", with: "published\n    case archived = \"old\"\n")
        #expect(
            merged(model, mine, new)
                == model.replacing("Runtime\n", with: "Runtime\nimport Metrics\nimport Logging\n")
                .replacing("published\n", with: "published\n    case archived = \"old\"\n    case hidden\n"))
    }

    @Test func `two models in one list of routes`() {
        let routes = "let routes: [any RouteCollection] = [\n    PostRoutes(),\n    UserRoutes(),\n]\n"
        let own = "let routes: [any RouteCollection] = [\n    PostRoutes(),\n    UserRoutes(),\n    MyRoutes(),\n]\n"
        let new = "let routes: [any RouteCollection] = [\n    PostRoutes(),\n    UserRoutes(),\n    TagRoutes(),\n]\n"
        #expect(
            merged(routes, own, new)
                == "let routes: [any RouteCollection] = [\n    PostRoutes(),\n    UserRoutes(),\n    TagRoutes(),\n"
                + "    MyRoutes(),\n]\n")
        #expect(
            merged("let a = [1, 2]\n", "let a = [1, 2, 4]\n", "let a = [1, 2, 3]\n") == "let a = [1, 2, 3, 4]\n")
        #expect(
            merged(
                "let a = [\n    1\n]\n", "let a = [\n    1,  // one\n    4  // four\n]\n",
                "let a = [\n    1,\n    3\n]\n")
                == "let a = [\n    1,  // one\n    3,\n    4  // four\n]\n")
    }

    @Test func `a parameter and an argument on both sides`() {
        let base = """
            extension Post {
                init(title: String, userId: Int) {
                    self.title = title
                    self.userId = userId
                }
                static func make(title: String, userId: Int) -> Post { Post(title: title, userId: userId) }
            }

            """
        let mine = base.replacing("userId: Int)", with: "userId: Int, mine: Bool)")
            .replacing("userId: userId)", with: "userId: userId, mine: mine)")
            .replacing("= userId\n", with: "= userId\n        self.mine = mine\n")
        let new = base.replacing("userId: Int)", with: "slug: String, userId: Int)")
            .replacing("userId: userId)", with: "slug: slug, userId: userId)")
            .replacing("= title\n", with: "= title\n        self.slug = slug\n")
        #expect(
            merged(base, mine, new)
                == """
                extension Post {
                    init(title: String, slug: String, userId: Int, mine: Bool) {
                        self.title = title
                        self.slug = slug
                        self.userId = userId
                        self.mine = mine
                    }
                    static func make(title: String, slug: String, userId: Int, mine: Bool) -> Post { Post(title: title, slug: slug, userId: userId, mine: mine) }
                }

                """)
    }

    @Test func `what both added in different places is there once`() {
        let mine = model.replacing("    var id", with: "    var slug: String\n    var id").replacing(
            "import", with: "import Own\nimport")
        let new = model.replacing("    var createdAt", with: "    var slug: String\n    var createdAt")
            .replacing("Runtime\n", with: "Runtime\nimport Own\n")
        #expect(merged(model, mine, new) == mine)
        #expect(conflict(model, mine, new.replacing("slug: String", with: "slug: String?")) != nil)
    }

    @Test func `a method that the user moved takes what generation changes in it`() {
        let (one, two) = ("    func one() {\n        a()\n    }\n", "    func two() {\n        b()\n    }\n")
        let base = "struct A {\n\(one)\n\(two)\n    func three() {}\n}\n"
        let mine = "struct A {\n\(two)\n    func three() {}\n\n\(one)}\n"
        let new = base.replacing("a()", with: "a(1)")
        #expect(merged(base, mine, new) == mine.replacing("a()", with: "a(1)"))
    }

    @Test func `extensions of one type that both added are two, unless they declare the same`() {
        let base = "struct A {}\n\nextension A: Codable {}\n"
        let mine = "struct A {}\n\n\nextension A: Codable {}\n\nextension A {\n    var own: Int { 3 }\n}\n"
        let new = "struct A {}\n\n// What B has.\nextension A {\n    func b() {}\n}\n\nextension A: Codable {}\n"
        let both = merged(base, mine, new)
        #expect(both.contains("// What B has.\nextension A {\n    func b() {}\n}\n"))
        #expect(both.contains("extension A: Codable {}\n\nextension A {\n    var own: Int { 3 }\n}\n"))
        #expect(conflict(base, mine.replacing("var own: Int { 3 }", with: "func b() { own() }"), new) != nil)
    }

    @Test func `what one side moved goes when the other takes it away`() {
        let base = "struct A {\n    var one: Int\n    var two: Int\n    var three: Int\n    var four: Int\n}\n"
        let moved = base.replacing("    var two: Int\n", with: "").replacing(
            "four: Int\n", with: "four: Int\n    var two: Int\n")
        let gone = base.replacing("    var two: Int\n", with: "")
        #expect(merged(base, moved, gone) == gone)
        #expect(merged(base, gone, moved) == gone)
        // Also where what it stands in has got another name.
        let renamed = moved.replacing("struct A", with: "struct Mine")
        #expect(merged(base, renamed, gone) == gone.replacing("struct A", with: "struct Mine"))
    }

    @Test func `a file laid out anew takes an attribute in its own way`() {
        let base =
            "struct A {\n    var id: Int\n    var title: String\n\n    init(id: Int, title: String) {\n        self.id = id\n        self.title = title\n    }\n}\n"
        let mine =
            "struct A {\n  var id: Int\n  var title: String\n\n  init(\n    id: Int,\n    title: String\n  ) {\n    self.id = id\n    self.title = title\n  }\n}\n"
        let new =
            "struct A {\n    var id: Int\n    var slug: String\n    var title: String\n\n    init(id: Int, slug: String, title: String) {\n        self.id = id\n        self.slug = slug\n        self.title = title\n    }\n\n    func extra() {\n        if a {\n            b()\n        }\n    }\n}\n"
        let both =
            "struct A {\n  var id: Int\n  var slug: String\n  var title: String\n\n  init(\n    id: Int,\n    slug: String,\n    title: String\n  ) {\n    self.id = id\n    self.slug = slug\n    self.title = title\n  }\n\n  func extra() {\n    if a {\n      b()\n    }\n  }\n}\n"
        #expect(merged(base, mine, new) == both)
    }

    @Test func `methods put in the same place by both`() {
        let base = "struct A {\n    func one() {}\n\n    func two() {}\n}\n"
        let mine = base.replacing(
            "one() {}\n", with: "one() {}\n\n    // Mine.\n    func own() {\n        x()\n    }\n")
        let new = base.replacing("one() {}\n", with: "one() {}\n\n    /// New.\n    func new() {\n        x()\n    }\n")
        #expect(
            merged(base, mine, new)
                == base.replacing(
                    "one() {}\n",
                    with:
                        "one() {}\n\n    /// New.\n    func new() {\n        x()\n    }\n\n    // Mine.\n    func own() {\n        x()\n    }\n"
                ))
    }

    @Test func `a changed method and a neighbour that generation removed`() {
        let base = "struct A {\n    func one() { a() }\n    func two() { b() }\n}\n"
        let mine = base.replacing("a()", with: "mine()")
        let new = "struct A {\n    func one() { a() }\n}\n"
        #expect(merged(base, mine, new) == "struct A {\n    func one() { mine() }\n}\n")
    }

    @Test func `a list that grows too long by both sides is broken as generated lists are`() {
        let values = (10...15).map { "value\($0): Int" }.joined(separator: ", ")
        let base = "struct A {\n    init(\(values)) {\n        a = 1\n    }\n}\n"
        let mine = base.replacing("5: Int", with: "5: Int, mine: String? = nil")
        let new = base.replacing("(value10", with: "(new: Int, value10")
        let broken = "(\n        new: Int, \(values),\n        mine: String? = nil\n    ) {"
        #expect(merged(base, mine, new) == base.replacing("(\(values)) {", with: broken))
        // What the user has written so stays so.
        let long = base.replacing("5: Int", with: "5: Int, mine: String? = nil, more: String? = nil")
        let above = "    var x: Int\n    init("
        #expect(
            merged(base, long, base.replacing("    init(", with: above)) == long.replacing("    init(", with: above))
    }

    @Test func `the comment of a declaration that both are rid of goes along`() {
        let base =
            "struct A {\n    /// One.\n    var a = 1\n    /// Two.\n    var b = 2\n\n    /// Three.\n    var c = 3\n}\n"
        let withoutTwo = base.replacing("    /// Two.\n    var b = 2\n", with: "")
        #expect(merged(base, base.replacing("    var b = 2\n", with: ""), withoutTwo) == withoutTwo)
        let withoutOne = base.replacing("    /// One.\n    var a = 1\n", with: "")
        #expect(merged(base, base.replacing("    var a = 1\n", with: ""), withoutOne) == withoutOne)
        let withoutThree = base.replacing("\n    /// Three.\n    var c = 3\n", with: "")
        #expect(merged(base, base.replacing("    var c = 3\n", with: ""), withoutThree) == withoutThree)

        // With the next declaration changed as well, and beside another edit.
        let mine = base.replacing("    var a = 1\n", with: "").replacing("c = 3", with: "c = 4")
        let new = withoutOne.replacing("b = 2", with: "b = 5")
        #expect(merged(base, mine, new) == new.replacing("c = 3", with: "c = 4"))
    }

    @Test func `a comment stays that the user uses or has changed, and one that generation uses`() {
        let base = "struct A {\n    /// One.\n    var a = 1\n    /// Two.\n    var b = 2\n}\n"
        let new = base.replacing("    /// One.\n    var a = 1\n", with: "")
        let own = base.replacing("    var a = 1\n", with: "    func own() {}\n")
        #expect(merged(base, own, new).contains("    /// One.\n    func own() {}\n"))
        let changed = base.replacing("    /// One.\n    var a = 1\n", with: "    /// One, no more.\n")
        #expect(merged(base, changed, new).contains("    /// One, no more.\n"))
        let moved = base.replacing("    var a = 1\n", with: "")
        let used = base.replacing("    /// One.\n    var a = 1\n    /// Two.\n", with: "    /// One.\n")
        #expect(conflict(base, moved, used)?.contains("=======\n    /// One.\n") == true)
    }

    @Test func `what both changed differently is marked, and only that`() throws {
        let base = "struct A {\n    var a = 1\n    var b = 2\n    var c = 3\n}\n"
        let mine = "struct A {\n    var a = 1\n    var own = 0\n    var b = 20\n    var c = 3\n}\n"
        let new = "struct A {\n    var a = 1\n    var new = 0\n    var b = 21\n    var c = 3\n}\n"
        #expect(
            conflict(base, mine, new)
                == """
                struct A {
                    var a = 1
                    var new = 0
                    var own = 0
                <<<<<<< mine
                    var b = 20
                ||||||| as last generated
                    var b = 2
                =======
                    var b = 21
                >>>>>>> generated
                    var c = 3
                }

                """)
    }

    @Test func `what both put something else in place of is a conflict`() throws {
        let base = "func f() {\n    let a = 1\n    return .json(posts)\n}\n"
        let mine = base.replacing("return .json(posts)", with: "log(a)\n    return mine")
        let new = base.replacing("return .json(posts)", with: "throw Refusal(422)")
        let marked = try #require(conflict(base, mine, new))
        #expect(marked.contains("mine\n||||||| as last generated\n    return .json(posts)\n=======\n    throw Refusal"))
    }

    @Test func `what generation removed and the user changed stays in the conflict`() throws {
        let base = "struct A {\n    func one() { a() }\n\n    func two() { b() }\n}\n"
        let mine = base.replacing("b()", with: "mine()")
        let new = "struct A {\n    func one() { a() }\n}\n"
        let marked = try #require(conflict(base, mine, new))
        #expect(marked.contains("<<<<<<< mine\n\n    func two() { mine() }\n||||||| as last generated"))
        let other = try #require(conflict(base, new, mine))
        #expect(other.contains("=======\n\n    func two() { mine() }\n>>>>>>> generated"))
    }

    @Test func `with nothing known of it, what only one side declares is kept`() {
        let mine = "import A\n\nstruct P {\n    var id: Int\n    var own: Int\n}\n"
        let new = "import A\nimport B\n\nstruct P {\n    var id: Int\n    var new: Int\n}\n"
        #expect(
            merged(nil, mine, new)
                == "import A\nimport B\n\nstruct P {\n    var id: Int\n    var new: Int\n    var own: Int\n}\n")
        #expect(conflict(nil, "let a = 1\n", "let a = 2\n") != nil)
    }

    @Test func `line ends and the last line stay as mine has them`() {
        func crlf(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
        let base = "let a = [\n    1,\n]\nlet b = 1\n"
        let mine = "let a = [\n    1,\n    2,\n]\nlet b = 1"
        let new = "let a = [\n    1,\n    3,\n]\nlet b = 1\n"
        let both = "let a = [\n    1,\n    3,\n    2,\n]\nlet b = 1"
        #expect(merged(base, mine, new) == both)
        #expect(merged(base, crlf(mine), new) == crlf(both))
    }

    @Test func `#if is a place of its own`() {
        let base = "#if os(Linux)\nimport Glibc\n#else\nimport Darwin\n#endif\nlet a = 1\n"
        let mine = base.replacing("Glibc\n", with: "Glibc\nimport Own\n")
        let new = base.replacing("Glibc\n", with: "Glibc\nimport New\n")
        #expect(merged(base, mine, new) == base.replacing("Glibc\n", with: "Glibc\nimport New\nimport Own\n"))
    }

    @Test func `a comment takes words of both sides`() {
        let base = "/// Asked: ?status= ?page=\nstruct A {}\n"
        let mine = base.replacing("?page", with: "?mine= ?page")
        #expect(
            merged(base, mine, base.replacing("?page", with: "?new= ?page"))
                == base.replacing("?page", with: "?mine= ?new= ?page"))
        #expect(conflict(base, mine, base.replacing("?status= ?page=", with: "nothing")) != nil)
    }

    @Test func `more protocols and cases of one line`() {
        #expect(
            merged("struct A: B {}\n", "struct A: B, Mine {}\n", "struct A: B, New {}\n")
                == "struct A: B, Mine, New {}\n")
    }

    private static let strange = [
        "struct A {", "}}}", "let a = \"", "let a = \"\\(", "/* /*", "#\"", "let a = \"\"\"", "@", "#", "`a", "\\",
        "#if a", "#endif", "#else", "({)}", "\u{0}\u{1}", "let r = /", "a ? b", "\"\\", "#/", "1.", "case", "func",
        "@A(", ",,,", "[,]", "class", "import", "extension", "init", "@a.", "private(", "/*/", "a:", "{ :", "( : )",
        "=",
    ]

    @Test(arguments: strange)
    func `what is no Swift is merged by line`(_ text: String) {
        for base in ["", "let a = 1\n", text] {
            for new in ["let a = 2\n", text + "x", "let b = 1\n" + text, text + "\n" + text] {
                _ = outcome(base, text + "\n\(text) y", new)
                _ = outcome(base, "y" + text, new)
                _ = outcome(nil, "y" + text, new)
            }
        }
    }
}
