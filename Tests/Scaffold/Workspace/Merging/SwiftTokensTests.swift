import Testing

@testable import scaffold

@Suite struct SwiftTokensTests {
    private func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SwiftTokens(bytes).tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    private func names(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return SwiftTokens(bytes).tokens.filter { $0.kind == .identifier }
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test func `names are found in code and in interpolations, not in strings and comments`() {
        #expect(names("Post.count // Post\n/* Post /* Post */ Post */ Post") == ["Post", "count", "Post"])
        #expect(names(#"print("Post \(Post.count("Post", a[")"])) Post")"#) == ["print", "Post", "count", "a"])
        #expect(names("\"\"\"\n Post \"quoted\" \\(Post) \\\"\"\" Post\n\"\"\" + Post") == ["Post", "Post"])
        #expect(names(##"#"Post \(Post) \#(Post) " Post"# Post"##) == ["Post", "Post"])
        #expect(names("`a post`.`if` $0 größe") == ["`a post`", "`if`", "$0", "größe"])
    }

    @Test func `words end where Swift ends them`() {
        #expect(words("a?.b!+c") == ["a", "?.", "b", "!+", "c"])
        #expect(words("x = 1.5e3...0x1F") == ["x", "=", "1.5e3", "...", "0x1F"])
        #expect(words("@Test(\"a\") #expect(a)") == ["@Test", "(", "\"a\"", ")", "#expect", "(", "a", ")"])
        #expect(words("#if os(Linux) // c\na\n#endif") == ["#if os(Linux)", "// c", "a", "#endif"])
        #expect(words("a / b / c") == ["a", "/", "b", "/", "c"])
        #expect(words("x = /a \\/ \"b/") == ["x", "=", "/a \\/ \"b/"])
        #expect(words("#/a\n\"/b/# c") == ["#/a\n\"/b/#", "c"])
        #expect(words("\"a\" \"\" #\"\"\"#") == ["\"a\"", "\"\"", "#\"\"\"#"])
    }

    @Test func `what does not close is known`() {
        for text in ["\"a", "\"a\\(", "/* a", "\"\"\"\na", "#\"a\""] {
            #expect(!SwiftTokens(Array(text.utf8)).isClosed, "\(text)")
        }
        #expect(SwiftTokens(Array("\"a\" /* */ {".utf8)).isClosed)
    }
}
