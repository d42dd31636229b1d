import Testing

@testable import scaffold

@Suite struct LineMergeTests {
    private func merge(_ base: String?, _ mine: String, _ generated: String) -> Merge.Outcome {
        Merge.outcome(
            base: base.map { Array($0.utf8) }, mine: Array(mine.utf8), generated: Array(generated.utf8),
            path: "notes.md")
    }

    private func merged(_ text: String) -> Merge.Outcome { .merged(Array(text.utf8), isByDeclaration: false) }

    @Test func `changes in different places come together`() {
        #expect(merge("a\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nb\nc\nd\ne\n") == merged("a\nB\nc\nd\ne\n"))
        #expect(merge("a\nb\nc\nd\n", "b\nc\nd\n", "a\nb\nc\n") == merged("b\nc\n"))
    }

    @Test func `a side that did not change takes the other's text as it is`() {
        #expect(merge("a\n", "x\r\ny", "a\n") == merged("x\r\ny"))
        #expect(merge("a\n", "a\n", "x\r\ny") == merged("x\r\ny"))
        #expect(merge("a\n", "x", "x") == merged("x"))
        #expect(merge("a\n", "", "a\n") == merged(""))
        #expect(merge(nil, "x\n", "x\n") == merged("x\n"))
    }

    @Test func `different changes of one line are a conflict with all three texts`() {
        let marked = """
            a
            <<<<<<< mine
            mine
            ||||||| as last generated
            b
            =======
            new
            >>>>>>> generated
            c

            """
        #expect(
            merge("a\nb\nc\n", "a\nmine\nc\n", "a\nnew\nc\n")
                == .conflict(.init(marked: Array(marked.utf8), places: 1)))
    }

    @Test func `the same change on both sides is one`() {
        #expect(merge("a\nb\nc\n", "a\nx\nc\nd\n", "a\nx\nc\n") == merged("a\nx\nc\nd\n"))
    }

    @Test func `line ends and the last line stay as mine has them`() {
        #expect(merge("a\nb\nc\n", "A\r\nb\r\nc\r\n", "a\nb\nx\n") == merged("A\r\nb\r\nx\r\n"))
        #expect(merge("a\nb\nc\n", "A\nb\nc", "a\nb\nx\n") == merged("A\nb\nx"))
        #expect(merge("a\nb\nc", "A\nb\nc\n", "a\nb\nx") == merged("A\nb\nx\n"))
        #expect(merge("a\nb\nc\n", "A\nb\nc", "a\nb\nc\nd\n") == merged("A\nb\nc\nd"))
    }

    @Test func `with nothing known of a file, all that differs clashes`() {
        guard case .conflict(let conflict) = merge(nil, "a\n", "b\n") else { return #expect(Bool(false)) }
        #expect(conflict.places == 1)
        #expect(Merge.hasMarkers(conflict.marked))
    }

    @Test func `markers are seen, headings are not`() {
        #expect(!Merge.hasMarkers(Array("Title\n=======\n\n> quoted\n    <<<<<<< indented\n".utf8)))
        #expect(Merge.hasMarkers(Array("a\n>>>>>>> generated".utf8)))
        #expect(Merge.hasMarkers(Array("<<<<<<< HEAD\r\n".utf8)))
        #expect(!Merge.hasMarkers([]))
    }

    @Test func `a doubted merge shows both sides`() {
        let conflict = Merge.distrusted(
            base: Array("a\nb\nc\n".utf8), mine: Array("A\nb\nc\n".utf8), generated: Array("a\nb\nC\n".utf8))
        #expect(conflict.places == 2)
        let text = String(decoding: conflict.marked, as: UTF8.self)
        #expect(text.hasPrefix("<<<<<<< mine\nA\n||||||| as last generated\na\n=======\na\n>>>>>>> generated\nb\n"))
    }

    @Test func `bytes that are no text are merged by line too`() {
        let mine: [UInt8] = [0xFF, 10, 0, 10, 1, 10, 2, 10]
        let generated: [UInt8] = [0xFE, 10, 0, 10, 1, 10, 3, 10]
        let outcome = Merge.outcome(
            base: [0xFF, 10, 0, 10, 1, 10, 3, 10], mine: mine, generated: generated, path: "x.swift")
        #expect(outcome == .merged([0xFE, 10, 0, 10, 1, 10, 2, 10], isByDeclaration: false))
    }
}
