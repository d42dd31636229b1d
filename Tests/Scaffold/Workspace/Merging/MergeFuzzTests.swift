import Foundation
import Testing

@testable import scaffold

/// `MERGE_RUNS=20000 swift test --filter MergeFuzzTests` makes more of them.
@Suite struct MergeFuzzTests {
    private static let runs = ProcessInfo.processInfo.environment["MERGE_RUNS"].flatMap { Int($0) } ?? 300

    /// How often each token of a text is there, commas aside: lists get and lose them.
    private func words(_ text: [UInt8]) -> [[UInt8]: Int] {
        let text = text.filter { $0 != carriageReturn }
        return SwiftTokens(text).tokens.reduce(into: [:]) { words, token in
            let word = Array(text[token.range])
            if word != [UInt8(ascii: ",")] { words[word, default: 0] += 1 }
        }
    }

    /// The text without a part of each conflict.
    private func side(_ text: [UInt8], without parts: Set<String>) -> String {
        var part = ""
        return String(decoding: text, as: UTF8.self).linesOfAnySystem.filter { line in
            if line.hasPrefix("<<<<<<< ") { part = "mine" }
            if line.hasPrefix("||||||| ") { part = "base" }
            if line.hasPrefix("======="), part == "base" { part = "generated" }
            if line.hasPrefix(">>>>>>> ") { part = "" }
            return !parts.contains(part)
        }.joined(separator: "\n")
    }

    /// The words that an owner brought, wherever they stand.
    private func marks(_ text: String, of owner: String) -> Set<Substring> {
        Set(text.split { !$0.isLetter && !$0.isNumber }.filter { $0.hasPrefix(owner) && $0.last?.isNumber == true })
    }

    private func show(_ base: String, _ mine: String, _ generated: String, _ result: [UInt8]) -> String {
        return UnifiedDiff(from: Array(base.utf8), to: Array(mine.utf8), path: "mine").text(isColoured: false)
            + UnifiedDiff(from: Array(base.utf8), to: Array(generated.utf8), path: "generated").text(isColoured: false)
            + UnifiedDiff(from: Array(mine.utf8), to: result, path: "merged").text(isColoured: false)
    }

    @Test func `edits of different declarations come together, and none is lost`() async throws {
        var random = SeededRandom(seed: 7)
        var counts = (lines: 0, declarations: 0, conflicts: 0, lost: 0)
        var shown: [String: String] = [:]
        var sample: [(path: String, text: [UInt8])] = []
        for run in 0..<MergeFuzzTests.runs {
            guard let (_, base) = BlogTexts.all.randomElement(using: &random),
                var mineEdits = RandomEdits(base, owner: "mine"),
                var generatedEdits = RandomEdits(base, owner: "generated")
            else { continue }
            let ours = mineEdits.make(.random(in: 1...6, using: &random), avoiding: [], using: &random)
            let theirs = generatedEdits.make(.random(in: 1...6, using: &random), avoiding: ours, using: &random)
            let plain = mineEdits.applied(ours)
            let mine = OtherLayout.random(plain, using: &random)
            let generated = generatedEdits.applied(theirs)
            let outcome = Merge.outcome(
                base: Array(base.utf8), mine: Array(mine.utf8), generated: Array(generated.utf8), path: "a.swift")
            switch outcome {
            case .merged(let text, let isByDeclaration):
                if isByDeclaration { counts.declarations += 1 } else { counts.lines += 1 }
                var wanted = words(Array(mine.utf8))
                for (word, count) in words(Array(generated.utf8)) { wanted[word, default: 0] += count }
                for (word, count) in words(Array(base.utf8)) { wanted[word, default: 0] -= count }
                if words(text) != wanted.filter({ $0.value != 0 }) {
                    counts.lost += 1
                    if counts.lost < 4 { print("LOST \(run)\n", show(base, mine, generated, text)) }
                }
                if run % 5 == 0 {
                    sample.append(("\(run).swift", text))
                    shown["\(run).swift"] = show(base, mine, generated, text)
                }
            case .conflict(let conflict):
                counts.conflicts += 1
                if counts.conflicts < 6 { print("CONFLICT \(run)\n", show(base, mine, generated, conflict.marked)) }
                check(conflict, mine, generated)
            }
        }
        print("merges: \(counts.lines) by line, \(counts.declarations) by declaration, \(counts.conflicts) conflicts")
        #expect(counts.lost == 0)
        #expect(counts.conflicts * 50 <= MergeFuzzTests.runs)
        let faulty = try SwiftcSyntaxCheck.find()?.faulty(sample) ?? []
        print("parsed: \(sample.count), faulty: \(faulty.count)")
        for path in faulty.sorted().prefix(2) { print("FAULTY", shown[path] ?? "") }
        #expect(faulty.isEmpty)
    }

    /// What either side brought is outside of conflicts or in its own part.
    private func check(_ conflict: Merge.Conflict, _ mine: String, _ generated: String) {
        let ours = marks(side(conflict.marked, without: ["base", "generated"]), of: "mine")
        let theirs = marks(side(conflict.marked, without: ["base", "mine"]), of: "generated")
        #expect(marks(mine, of: "mine").subtracting(ours) == [])
        #expect(marks(generated, of: "generated").subtracting(theirs) == [])
    }

    @Test func `edits of the same places are merged or marked, and none is lost`() {
        var random = SeededRandom(seed: 8)
        var counts = (merges: 0, conflicts: 0)
        for run in 0..<MergeFuzzTests.runs {
            guard let (_, base) = BlogTexts.all.randomElement(using: &random),
                var mineEdits = RandomEdits(base, owner: "mine"),
                var generatedEdits = RandomEdits(base, owner: "generated")
            else { continue }
            let ours = mineEdits.make(.random(in: 1...12, using: &random), avoiding: [], using: &random)
            let theirs = generatedEdits.make(.random(in: 1...12, using: &random), avoiding: [], using: &random)
            let plain = RandomLines.changed(mineEdits.applied(ours), using: &random)
            let mine = OtherLayout.random(plain, using: &random)
            let generated = generatedEdits.applied(theirs)
            let isKnown = run % 10 != 0
            let outcome = Merge.outcome(
                base: isKnown ? Array(base.utf8) : nil, mine: Array(mine.utf8), generated: Array(generated.utf8),
                path: "a.swift")
            switch outcome {
            case .merged(let text, _):
                counts.merges += 1
                check(Merge.Conflict(marked: text, places: 0), mine, generated)
            case .conflict(let conflict):
                counts.conflicts += 1
                #expect(conflict.places > 0)
                #expect(Merge.hasMarkers(conflict.marked))
                check(conflict, mine, generated)
            }
        }
        print("wild: \(counts.merges) merges, \(counts.conflicts) conflicts")
    }

    @Test func `one side alone is taken as it is`() {
        var random = SeededRandom(seed: 9)
        for (path, base) in BlogTexts.all {
            guard var edits = RandomEdits(base, owner: "mine") else { continue }
            let made = edits.make(5, avoiding: [], using: &random)
            let text = Array(OtherLayout.random(edits.applied(made), using: &random).utf8)
            let base = Array(base.utf8)
            let wanted = Merge.Outcome.merged(text, isByDeclaration: false)
            #expect(Merge.outcome(base: base, mine: text, generated: base, path: path) == wanted)
            #expect(Merge.outcome(base: base, mine: base, generated: text, path: path) == wanted)
            #expect(Merge.outcome(base: base, mine: text, generated: text, path: path) == wanted)
        }
    }
}

/// Lines put in, changed, taken out and moved by somebody who does not care for Swift.
enum RandomLines {
    static func changed(_ text: String, using random: inout SeededRandom) -> String {
        var lines = text.linesOfAnySystem.map(String.init)
        for number in 0..<Int.random(in: 0...4, using: &random) where lines.count > 2 {
            let place = Int.random(in: 0..<lines.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: lines.insert("    // mine9\(number)", at: place)
            case 1: lines[place] += "  // mine8\(number)"
            case 2: lines.remove(at: place)
            default: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &random))
            }
        }
        return lines.joined(separator: "\n")
    }
}
