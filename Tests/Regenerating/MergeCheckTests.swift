import Testing

/// The fuzz is worth what its check finds.
@Suite struct MergeCheckTests {
    private let check = MergeCheck(
        base: Array("a\nb\nc(1)\nd\n".utf8), mine: Array("a\nmine\nc(1)\nd\n".utf8),
        generated: Array("a\nb\nc(2)\nd\nnew\n".utf8))

    private func verdict(_ text: String) -> MergeCheck.Verdict { check.verdict(on: Array(text.utf8)) }

    @Test func `what both sides made of a text is in it`() {
        #expect(verdict("a\nmine\nc(2)\nd\nnew\n") == .byLines)
        #expect(verdict("new\na\n  mine\nc( 2 )\nd\n") == .byLines)
        #expect(verdict("a\nmine c(2)\nd\nnew\n") == .byWords)
    }

    @Test(arguments: [
        "a\nc(2)\nd\nnew\n", "a\nmine\nmine\nc(2)\nd\nnew\n", "a\nb\nmine\nc(2)\nd\nnew\n", "a\nmine\nc(1)\nd\nnew\n",
        "a\nmine\nc(2)\nd\n", "a\nmine\nc(2)\nnew\n", "a\nmine\nc(1)\nc(2)\nd\nnew\n", "a\nmine\nc(2)\nd\nnew\nother\n",
    ])
    func `what is lost, doubled or comes back is found`(_ text: String) {
        guard case .wrong = verdict(text) else {
            Issue.record("nothing was found in \(text)")
            return
        }
    }

    @Test func `of a text that was torn apart only what is lost is found`() {
        var torn = check
        torn.isTorn = true
        func isWrong(_ text: String) -> Bool {
            if case .wrong = torn.verdict(on: Array(text.utf8)) { true } else { false }
        }
        #expect(!isWrong("a\nmine\nc(2)\nd\nnew\nc(1)\n"))
        #expect(isWrong("a\nc(2)\nd\nnew\n"))
        #expect(isWrong("a\nmine\nc(2)\nd\n"))
    }

    @Test func `a text with markers has two sides`() throws {
        let marked = "a\n<<<<<<< mine\nx\n||||||| as last generated\nb\n=======\ny\n>>>>>>> generated\nc\n"
        let sides = try #require(MergeCheck.sides(of: Array(marked.utf8)))
        #expect(String(decoding: sides.mine, as: UTF8.self) == "a\nx\nc\n")
        #expect(String(decoding: sides.generated, as: UTF8.self) == "a\ny\nc\n")
        #expect(MergeCheck.sides(of: Array("a\n<<<<<<< mine\nx\n".utf8)) == nil)
    }

    @Test func `lines of a generated file belong to declarations`() {
        let lines = [
            "import A", "", "/// A type.", "struct B: C {", "    var a: Int", "    // About b.", "    var b: Int", "",
            "    func c(", "        _ d: Int", "    ) -> Int {", "        1", "    }", "}",
        ]
        let map = DeclarationMap(lines)
        #expect(map.keys[0] == "/import A" && map.keys[1] == nil)
        #expect(map.keys[2] == "/struct B: C {" && map.keys[13] == "/struct B: C {")
        #expect(map.keys[5] == "/struct B: C {/var b" && map.keys[6] == map.keys[5] && map.keys[4] != map.keys[5])
        #expect(Set(map.keys[8...12]).count == 1)
        var other = lines
        other[11] = "        2"
        #expect(map.changed(in: DeclarationMap(other)) == [map.keys[8] ?? ""])
    }
}
