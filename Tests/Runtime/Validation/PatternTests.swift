import ScaffoldValidation
import Testing

@Suite struct PatternTests {
    @Test(arguments: [
        ("[a-z]", "", "A", false), ("[a-z]", "i", "A", true), ("^[a-z]+$", "", "abc", true),
        ("^[a-z]+$", "", "abc1", false), ("^$", "", "", true), ("", "", "anything", true),
        ("^(a|b|cd)*$", "", "abcdcd", true),
        ("^(a|b|cd)*$", "", "abc", false), ("^a{2,3}$", "", "a", false), ("^a{2,3}$", "", "aaa", true),
        ("^a{2,3}$", "", "aaaa", false), ("^a{2}$", "", "aa", true), ("^a{2,}$", "", "aaaaa", true),
        ("^a{,2}$", "", "a{,2}", true),
        ("colou?r", "", "the color", true), ("^a.c$", "", "a\nc", false), ("^a.c$", "s", "a\nc", true),
        ("^b$", "", "a\nb\nc", false), ("^b$", "m", "a\nb\nc", true), ("\\bcat\\b", "", "a cat!", true),
        ("\\bcat\\b", "", "concat", false), ("\\Bcat", "", "concat", true), ("^\\d+\\.\\d{2}$", "", "10.25", true),
        ("^[^0-9]+$", "", "abc", true), ("^[^0-9]+$", "", "ab1", false), ("^[\\w.-]+$", "", "a_b.c-d", true),
        ("^[\\]\\-x]+$", "", "]-x", true), ("^[^\\s]+$", "", "a b", false), ("^\\u{1F600}$", "", "😀", true),
        ("^\\x41\\u0042$", "", "AB", true), ("^.$", "", "😀", true), ("^é$", "i", "É", true),
        ("^(?:ab)+?$", "", "abab", true),
        ("^[a-]$", "", "-", true), ("^(a*)*$", "", "aaaa", true), ("^[\\D]$", "", "5", false),
        ("^[\\D]$", "", "x", true),
    ])
    func `a pattern matches what JavaScript's does`(pattern: String, flags: String, text: String, expected: Bool) throws
    {
        #expect(try Pattern(pattern, flags: flags).matches(text) == expected)
    }

    @Test(arguments: [
        "(", ")", "a)", "[a", "*", "+a", "a\\", "(?=a)", "(?<n>a)", "\\1", "\\q", "[z-a]", "a{3,2}", "a{2000}", "\\x4",
        "\\u{110000}", "[a-\\d]",
        "((a{900}){900}){900}",
    ])
    func `a pattern that cannot be read is refused with a reason`(pattern: String) {
        let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
        #expect(error?.pattern == pattern)
        #expect(error?.reason.isEmpty == false)
    }

    @Test func `groups nested without end are refused, not run out of stack`() {
        #expect(throws: PatternError.self) { try Pattern(String(repeating: "(", count: 100_000)) }
    }

    @Test func `many alternatives do not run out of stack`() throws {
        #expect(throws: PatternError.self) { try Pattern(String(repeating: "a|", count: 100_000)) }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*x", "^([a-z]+)*[0-9]$"])
    func `the text that ruins a backtracking matcher takes no time here`(pattern: String) throws {
        let text = String(repeating: "a", count: 20_000) + "!"
        #expect(try !Pattern(pattern).matches(text))
    }
}
