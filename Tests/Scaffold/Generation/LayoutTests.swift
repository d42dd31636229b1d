import Testing

@testable import scaffold

@Suite struct LayoutTests {
    private let long = String(repeating: "x", count: 60)

    @Test func `what fits is left as it is`() {
        let text = "a\n    b(\(long))\n\n"
        #expect(Layout.fit(text) == text)
    }

    @Test func `a call keeps its closing parenthesis on its last line`() {
        #expect(Layout.fit("    call(\(long), \(long), y)") == "    call(\n        \(long),\n        \(long), y)")
    }

    @Test func `a declaration has it on a line of its own`() {
        #expect(
            Layout.fit("    func f(a: \(long), b: \(long)) async {")
                == "    func f(\n        a: \(long),\n        b: \(long)\n    ) async {")
    }

    @Test func `a block on one line becomes three`() {
        #expect(
            Layout.fit("    func f() -> \(long) { \(long) }") == "    func f() -> \(long) {\n        \(long)\n    }")
    }

    @Test func `the elements of a literal stand between brackets of their own, with a comma at the end`() {
        #expect(
            Layout.fit("let a = [\(long): 1, \(long): 2]") == "let a = [\n    \(long): 1,\n    \(long): 2,\n]")
    }

    @Test func `brackets and commas in literals are no place to break`() {
        let literal = "\"(a, b) \\\" { \(long)\""
        #expect(Layout.fit("call(\(literal), \(long))") == "call(\n    \(literal),\n    \(long))")
    }

    @Test func `operators begin the lines that they are broken before`() {
        #expect(Layout.fit("\(long) && \(long) || y") == "\(long)\n    && \(long)\n    || y")
    }

    @Test func `a comment is never broken`() {
        let comment = "// \(long), \(long)(\(long), \(long))"
        #expect(Layout.fit(comment) == comment)
    }
}
