import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct OperatorTests {
    private func check(
        _ expected: String, place: SourceLocation = #_sourceLocation,
        _ condition: (Article.Columns) throws -> Condition<Article>
    ) async throws {
        let found = try await titles {
            try $0.where(condition)
            $0.order(by: \.id)
        }
        #expect(found == expected, sourceLocation: place)
    }

    @Test(arguments: TestEngine.all)
    func `columns are compared with values and with each other`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            try await check("bd") { $0.views.notBetween(10, 10) && $0.shelfId != nil && $0.views != 30 }
            try await check("be") { $0.rank.isNull }
            try await check("acdf") { !$0.rank.isNull }
            try await check("acdf") { $0.rank != nil }
            try await check("abcdef") { $0.views.isGreater(than: \.id) }
            try await check("") { $0.views.isLess(than: \.id) }
            try await check("a") { $0.rank.isEqual(to: \.id) && $0.shelfId.isEqual(to: \.id) }
            try await check("acdf") { $0.rank.isGreaterOrEqual(to: \.id) && $0.rank.isLessOrEqual(to: \.id) }
            try await check("") { $0.rank.isNotEqual(to: \.id) }
            try await check("acdf") { $0.id.in([1, 3, 4, 6]) && $0.rank.notIn([99]) }
        }
    }

    @Test(arguments: TestEngine.all)
    func `computed columns stand wherever columns do`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            try await check("cd") { $0.score > 60 }
            try await check("d") { $0.score == 84 && $0.score.in([84, 85]) && $0.score.between(84, 84) }
            try await check("de") { $0.shelfName == "south" }
            try await check("de") { $0.shelfName.contains("SOU") }
            try await check("f") { $0.shelfName == nil }
            try await check("abcde") { $0.shelfName != nil }
            try await check("a") { $0.keywordCount > 2 }
            try await check("abcdef") { $0.score.isGreater(than: \.views) }
            let rows = try await Article.findAll(\.title, \.score, \.shelfName, \.keywordCount) {
                $0.where { $0.score >= 40 && $0.title != "c" }
                $0.order(by: \.score, .descending)
            }
            #expect(rows.map(\.0) == ["d", "f", "b"])
            #expect(rows.map(\.1) == [84, 46, 40])
            #expect(rows.map(\.2) == ["south", nil, "north"])
            #expect(rows.map(\.3) == [2, 0, 1])
        }
    }

    @Test(arguments: TestEngine.all)
    func `long chains of conditions are taken, endless nesting is refused`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            let chain = (1...300).reduce(Condition<Article>.or([])) { all, id in all || Article.columns.id == id }
            try await check("abcdef") { _ in chain }
            let deep = (1...5000).reduce(Condition<Article>.and([])) { all, _ in !all }
            await #expect(throws: QueryError.self) { try await Article.count { $0.where { _ in deep } } }
            await #expect(throws: QueryError.self) {
                try await Article.count { $0.where { $0.id.in(Array(1...100_000)) } }
            }
        }
    }
}

@Suite struct TextSearchTests {
    private func withTitles(_ engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
        try await withLibrary(on: engine) { () async throws in
            try await Article.destroy(.all)
            for title in ["Straße", "STRASSE", "Äpfel", "äpfel", "100%", "a_b", "axb", #"back\slash"#, "two\nlines"] {
                _ = try await Article.create(Article(title))
            }
            try await body()
        }
    }

    private func check(
        _ expected: [String], place: SourceLocation = #_sourceLocation,
        _ condition: (Article.Columns) -> Condition<Article>
    ) async throws {
        let found = try await Article.findAll {
            $0.where(condition)
            $0.order(by: \.id)
        }
        #expect(found.map(\.title) == expected, sourceLocation: place)
    }

    @Test(arguments: TestEngine.all)
    func `like tells letters of either case apart, iLike does not`(_ engine: TestEngine) async throws {
        try await withTitles(engine) { () async throws in
            try await check(["STRASSE"]) { $0.title.like("STR%") }
            try await check(["Straße", "STRASSE"]) { $0.title.iLike("str%") }
            try await check(["äpfel"]) { $0.title.like("ä%") }
            try await check(["Äpfel", "äpfel"]) { $0.title.iLike("Ä_FEL") }
            try await check(["a_b", "axb"]) { $0.title.like("a_b") }
            try await check(["a_b"]) { $0.title.like(#"a\_b"#) }
            try await check(["100%"]) { $0.title.like(#"%\%"#) }
            try await check([#"back\slash"#]) { $0.title.like(#"%\\%"#) }
            try await check(["two\nlines"]) { $0.title.like("two_lines") && $0.title.like("%lines") }
            try await check(["100%", "a_b", "axb", #"back\slash"#, "two\nlines"]) {
                $0.title.notLike("%pfel") && $0.title.notILike("STRA%")
            }
            try await check([]) { $0.title.like("") }
            try await check([]) { $0.title.like("'; DROP TABLE articles; --") }
            let folded = try await Article.findAll(\.title.folded) { $0.where { $0.title.startsWith("Ä") } }
            #expect(folded == ["äpfel", "äpfel"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `regular expressions find, and say what is wrong with them`(_ engine: TestEngine) async throws {
        try await withTitles(engine) { () async throws in
            try await check(["a_b", "axb"]) { $0.title.regexp("^a.b$") }
            try await check(["STRASSE"]) { $0.title.regexp("[A-Z]{3}") }
            try await check(["Straße", "STRASSE"]) { $0.title.iRegexp("^str") }
            try await check(["100%", "a_b"]) { $0.title.notRegexp("[a-zA-Z]{3}") }
            try await check(["100%", "a_b"]) { $0.title.notIRegexp("[a-z]{3}") }
            let error = await #expect(throws: (any Error).self) {
                try await Article.count { $0.where { $0.title.regexp("secret(") } }
            }
            #expect(error.map { !"\($0)".contains("secret") } == true)
        }
    }

    @Test func `patterns of a hostile text take no time on SQLite`() async throws {
        try await withTitles(.sqlite) { () async throws in
            _ = try await Article.create(Article(String(repeating: "a", count: 200)))
            let start = ContinuousClock.now
            try await check([]) { $0.title.regexp("(a+)+$b") }
            try await check([]) { $0.title.regexp("(a|a|aa)*Q") }
            try await check([]) { $0.title.like(String(repeating: "%a", count: 150) + "%b") }
            #expect(ContinuousClock.now - start < .seconds(2))
        }
    }
}

@Suite struct JSONConditionTests {
    @Test(arguments: TestEngine.all)
    func `JSON is looked into by path, part and shared elements`(_ engine: TestEngine) async throws {
        try await withLibrary(on: engine) { () async throws in
            try await Article.destroy(.all)
            let settings: [JSON] = [
                ["theme": ["name": "dark", "level": 3], "beta": true, "labels": ["a", "b"], "it's \"x\"": "q"],
                ["theme": ["name": "light", "level": 12.5], "beta": false, "labels": ["c"], "none": nil],
                ["theme": "dark", "level": "high"], ["a", "b", ["deep": 1]], [],
            ]
            for (number, json) in settings.enumerated() {
                _ = try await Article.create(Article("\(number)", settings: json))
            }
            func check(
                _ expected: String, place: SourceLocation = #_sourceLocation,
                _ condition: (Article.Columns) -> Condition<Article>
            ) async throws {
                let found = try await titles {
                    $0.where(condition)
                    $0.order(by: \.id)
                }
                #expect(found == expected, sourceLocation: place)
            }
            try await check("0") { $0.settings.at("theme", "name") == "dark" }
            try await check("2") { $0.settings.at("theme") == "dark" }
            try await check("01") { $0.settings.at("theme", "name") != nil }
            try await check("234") { $0.settings.at("theme", "name") == nil }
            try await check("0") { $0.settings.at("beta") == "true" }
            try await check("0") { $0.settings.at("labels", 1) == "b" }
            try await check("3") { $0.settings.at(2, "deep") == "1" }
            try await check("0") { $0.settings.at(#"it's "x""#) == "q" }
            try await check("") { $0.settings.at("'); DROP TABLE articles; --", "$.x[*]") == "q" }
            try await check("1") { $0.settings.at("theme", "level").number > 3 }
            try await check("01") { $0.settings.at("theme", "level").number >= 3 }
            try await check("0") { $0.settings.at("theme", "name").iLike("D%") }
            try await check("1") { $0.settings.contains(["beta": false]) }
            try await check("0") { $0.settings.contains(["theme": ["level": 3], "labels": ["b"]]) }
            try await check("3") { $0.settings.contains(["b"]) }
            try await check("3") { $0.settings.overlaps(["b", "zz"]) }
            try await check("") { $0.settings.overlaps([]) }
        }
    }

    @Test func `what an array or an object has of another one`() {
        func json(_ text: String) -> JSON { (try? JSON(parsing: text)) ?? .null }
        func has(_ whole: String, _ part: String) -> Bool { json(whole).contains(json(part)) }
        #expect(has(#"{"a":1,"b":[1,2]}"#, #"{"b":[2]}"#))
        #expect(has("[1,2,[3]]", "[[3],1]"))
        #expect(has("[1,2]", "1"))
        #expect(has("1", "1.0"))
        #expect(!has("[1,2]", "[3]"))
        #expect(!has(#"{"a":["x"]}"#, #"{"a":"x"}"#))
        #expect(!has("1", "[1]"))
        #expect(has("[]", "[]") && has("{}", "{}"))
        #expect(json("[1,{\"a\":1}]").overlaps(json("[{\"a\":1.0}]")))
        #expect(!json("[1]").overlaps(json("[\"1\"]")))
    }
}
