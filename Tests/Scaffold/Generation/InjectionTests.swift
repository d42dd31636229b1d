import Testing

@testable import scaffold

@Suite struct InjectionTests {
    @Test(arguments: [
        ("plain", #""plain""#), (#"say "hi""#, #""say \"hi\"""#), (#"back\slash"#, #""back\\slash""#),
        (#"\(fatalError())"#, #""\\(fatalError())""#), ("a\nb\r\tc\0", #""a\nb\r\tc\0""#), ("😀é", #""😀é""#),
        ("a\u{2028}b\u{202E}c\u{7F}", #""a\u{2028}b\u{202e}c\u{7f}""#), ("👨‍👩‍👧", #""👨‍👩‍👧""#), ("#\"", ##""#\"""##),
    ])
    func `a text is the literal that reads back as it`(text: String, literal: String) {
        #expect(SwiftText.literal(text) == literal)
    }

    @Test func `a comment stays on its line`() {
        #expect(SwiftText.comment("a\nimport Evil\r\n\tb\u{2028}c\u{0B}d") == "a import Evil b c d")
    }

    @Test func `numbers are grouped as the formatter groups them`() {
        #expect(SwiftText.literal(999_999) == "999999")
        #expect(SwiftText.literal(1_000_000) == "1_000_000")
        #expect(SwiftText.literal(-12_345_678) == "-12_345_678")
        #expect(SwiftText.literal(Int.min) == "-9_223_372_036_854_775_808")
    }

    @Test func `nothing of a hostile schema stands outside of a literal or a comment`() throws {
        for file in try GeneratedApp(.hostile, seeds: true).files where file.path.hasSuffix(".swift") {
            for line in file.text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                let code = line.codeOutsideOfLiterals
                for word in ["fatalError", "exit", "DROP", "second", "third"] {
                    #expect(!code.contains(word), "\(file.path): \(line)")
                }
            }
        }
    }
}

extension Substring {
    /// The line without its string literals; an interpolation in one counts as code.
    fileprivate var codeOutsideOfLiterals: String {
        var code = ""
        var isQuoted = false
        var isEscaped = false
        for character in self {
            if isQuoted {
                if isEscaped, character == "(" {
                    isQuoted = false
                } else if !isEscaped, character == "\"" {
                    isQuoted = false
                }
                isEscaped = !isEscaped && character == "\\"
            } else if character == "\"" {
                isQuoted = true
            } else {
                code.append(character)
            }
        }
        return code
    }
}
