import Testing

@testable import scaffold

@Suite struct SyntaxCheckTests {
    @Test func `the compiler names the texts that do not parse`() throws {
        let check = try #require(SwiftcSyntaxCheck.find())
        let texts = [
            ("A/Post.swift", "struct Post {}\n"), ("B/Post.swift", "struct Post {\n"),
            ("B/a b.swift", "let x = 1 error\n"), ("C/Warn.swift", "func f() { return\n 1 }\n"),
        ].map { (path: $0.0, text: Array($0.1.utf8)) }
        #expect(try check.faulty(texts) == ["B/Post.swift", "B/a b.swift"])
        #expect(try check.faulty([]) == [])
        #expect(try check.faulty([texts[0]]) == [])
    }
}
