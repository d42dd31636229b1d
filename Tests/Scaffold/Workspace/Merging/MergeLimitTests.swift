import Testing

@testable import scaffold

@Suite struct MergeLimitTests {
    private func outcome(_ base: String, _ mine: String, _ generated: String) -> Merge.Outcome {
        Merge.outcome(
            base: Array(base.utf8), mine: Array(mine.utf8), generated: Array(generated.utf8), path: "a.swift")
    }

    /// A file of `count` methods, each of five lines.
    private func file(_ count: Int, _ line: (Int) -> String = { "let a = \($0)" }) -> String {
        "struct A {\n"
            + (0..<count).map { "    func f\($0)() {\n        \(line($0))\n        call(\"\($0)\")\n    }\n\n" }
            .joined()
            + "}\n"
    }

    @Test func `ten thousand lines are merged in a moment`() {
        let base = file(2000)
        let mine = file(2000) { $0 % 3 == 0 ? "let mine = \($0)" : "let a = \($0)" }
            .replacing("func f7()", with: "func own() {}\n    func f7()")
        let generated = file(2000) { $0 % 3 == 1 ? "let new = \($0)" : "let a = \($0)" }
            .replacing("func f7()", with: "func new() {}\n    func f7()")
        let time = ContinuousClock().measure {
            guard case .merged(let text, isByDeclaration: true) = outcome(base, mine, generated) else {
                Issue.record("no merge")
                return
            }
            #expect(text.count > base.utf8.count)
        }
        print("10,000 lines by declaration: \(time)")
        let lines = ContinuousClock().measure {
            guard case .merged(_, isByDeclaration: false) = outcome(base, mine, base + "// end\n") else {
                Issue.record("no merge")
                return
            }
        }
        print("10,000 lines by line: \(lines)")
        #expect(time < .seconds(20) && lines < .seconds(10))
    }

    @Test func `a megabyte that has little in common is a conflict, not a hang`() {
        let base = file(2000)
        let mine = (0..<10_000).map { "mine\($0 % 7)(\($0 % 3))\n" }.joined()
        let generated = (0..<10_000).map { "new\($0 % 5)(\($0 % 3))\n" }.joined()
        let time = ContinuousClock().measure {
            guard case .conflict = outcome(base, mine, generated) else {
                Issue.record("no conflict")
                return
            }
            _ = outcome(mine, generated, base)
            _ = outcome(base, "let a = [" + mine.replacing("\n", with: ",") + "]\n", "let a = [" + generated + "]\n")
        }
        print("strange megabytes: \(time)")
        #expect(time < .seconds(60))
    }

    @Test(arguments: ["{", "(", "[", "/*", "\"\\(", "#if a\n", "@A(", "`", "/", "\\/", "#/", "\"", "\"\"\"\n", "a.b("])
    func `ten thousand of anything in one another do not overflow`(_ opening: String) {
        let closing = [
            "{": "}", "(": ")", "[": "]", "/*": "*/", "\"\\(": ")\"", "#if a\n": "\n#endif\n", "@A(": ")", "a.b(": ")",
        ]
        let deep = String(repeating: opening, count: 10_000)
        let whole = deep + "x" + String(repeating: closing[opening] ?? "", count: 10_000) + "\n"
        for text in [deep, whole] {
            _ = outcome("let a = 1\n", text, "let a = 2\n")
            _ = outcome(
                text, text.replacing("x", with: "y") + "let a = 1\n", text.replacing("x", with: "z") + "let b = 1\n")
        }
    }

    @Test func `any bytes are merged or marked`() {
        var random = SeededRandom(seed: 3)
        let signs = Array("{}()[]\"\\#/*@`\n \tabc0.,;:=<>?!&|\r".utf8) + [0, 0xC3, 0xA4, 0xFF, 0xF0]
        func text() -> [UInt8] {
            (0..<Int.random(in: 0...60, using: &random)).map { _ in signs.randomElement(using: &random) ?? 0 }
        }
        for _ in 0..<5000 {
            let base = text()
            let (mine, generated) = (Array(base.prefix(20)) + text(), text() + base.suffix(20))
            let tokens = SwiftTokens(mine).tokens
            #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
            #expect(tokens.allSatisfy { !$0.range.isEmpty })
            _ = Merge.outcome(base: base, mine: mine, generated: generated, path: "a.swift")
            _ = UnifiedDiff(from: base, to: generated, path: "a").text(isColoured: true)
        }
    }
}
