import Testing

@testable import scaffold

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String, _ new: String, isColoured: Bool = false) -> String {
        UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8), path: "a.md").text(isColoured: isColoured)
    }

    @Test func `hunks show three lines around each change`() {
        let old = (1...20).map { "\($0)\n" }.joined()
        let new = old.replacing("5\n6", with: "five\n6", maxReplacements: 1).replacing("18\n", with: "")
        #expect(
            diff(old, new) == """
                --- a/a.md
                +++ b/a.md
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8
                @@ -15,6 +15,5 @@
                 15
                 16
                 17
                -18
                 19
                 20

                """)
    }

    @Test func `nothing is said of equal texts`() {
        #expect(diff("a\n", "a\n").isEmpty)
        #expect(UnifiedDiff(from: [], to: [], path: "x").isEmpty)
    }

    @Test func `a new text and one without a last line end are shown as git does`() {
        #expect(
            diff("", "a\nb") == "--- a/a.md\n+++ b/a.md\n@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file\n")
        #expect(diff("a\r\n", "a\n") == "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-a^M\n+a\n")
    }

    @Test func `a text cannot steer the terminal`() {
        #expect(diff("", "\u{1B}[2J\u{7F}\t\n").hasSuffix("+^[[2J\u{FFFD}\t\n"))
        #expect(diff("a\n", "b\n", isColoured: true).contains("\u{1B}[31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n"))
    }
}
