import ScaffoldValidation
import Testing

@Suite struct ValidationErrorTests {
    private let error = ValidationError(items: [
        .notNull("title", model: "Post"),
        ValidationErrorItem(message: "Validation len on email failed", path: "email", validatorKey: "len"),
        ValidationErrorItem(message: "Validation isEmail on email failed", path: "email", validatorKey: "isEmail"),
    ])

    @Test func `all items are kept, the first of each attribute is what is shown`() {
        #expect(error.items.count == 3)
        #expect(error.firstOfEachPath.map(\.path) == ["title", "email"])
        #expect(error.firstOfEachPath.last?.validatorKey == "len")
        #expect(error.items(of: "email").count == 2)
        #expect(error.items(of: "missing").isEmpty)
    }

    @Test func `the description is Sequelize's`() {
        #expect(
            error.description == """
                notNull Violation: Post.title cannot be null,
                Validation error: Validation len on email failed,
                Validation error: Validation isEmail on email failed
                """)
    }
}

@Suite struct TextRulesTests {
    @Test(
        arguments: [
            ("  a b\t\n", TextRules.trim, "a b"), ("a", .trim, "a"), ("", .trim, ""), (" \u{3000}\u{A0}", .trim, ""),
            ("ÄB", .lowercase, "äb"), (" AB ", [.trim, .lowercase], "ab"), (" AB ", [], " AB "), ("a ", .trim, "a"),
            (" a", .trim, "a"), ("\u{A0}a b \u{2003}", .trim, "a b"), ("\r\n é\u{301}\r\n", .trim, "é\u{301}"),
            ("\u{1F}a\u{85}", .trim, "\u{1F}a"), (" x\u{301} ", .trim, "x\u{301}"), ("\u{3000}a", .trim, "a"),
        ] as [(String, TextRules, String)])
    func `a text is trimmed and put in small letters`(text: String, rules: TextRules, expected: String) {
        #expect(rules.apply(to: text) == expected)
    }
}
