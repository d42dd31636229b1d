@testable import scaffold

/// What came of edits and changes, file by file.
struct RegenerationOutcome {
    typealias Entries = [String: RegeneratedApp.Entry]

    /// The twin before and after.
    let before: Entries
    let after: Entries
    /// The app before and after.
    let mine: Entries
    let result: Entries
    let plan: Plan
    let resolution: FileConflict.Resolution
    let renames: [(old: String, new: String)]
    let texts: [String: EditedText]

    func check(_ report: inout RegenerationReport) {
        let statuses = Dictionary(plan.items.map { ($0.path, $0.status) }) { first, _ in first }
        for path in Set(mine.keys).union(after.keys).union(result.keys).sorted() {
            guard !path.hasPrefix(".scaffold"), path != Project.schemaPath, path != ".env" else { continue }
            let words = problem(at: path, statuses[path], &report)
            if let words {
                report.problems.append("\(path) (\(statuses[path]?.rawValue ?? "not in the plan")): \(words)")
                report.evidence[path] = evidence(path)
            }
        }
        checkMarks(&report)
    }

    /// What is wrong with a file; nil for nothing.
    private func problem(at path: String, _ status: FileStatus?, _ report: inout RegenerationReport) -> String? {
        if let place = after.keys.first(where: { self.origin(of: $0) == path }) {
            // It has moved, unless something else stands in its place.
            if mine[path]?.bytes == nil {
                return result[path] == mine[path] ? nil : "what stands in its place was replaced"
            }
            return result[path] == nil ? nil : "it has moved to \(place) and stays all the same"
        }
        let origin = self.origin(of: path) ?? path
        let (base, new, own, now) = (before[origin], after[path], mine[origin], result[path])
        if before[".scaffold/once/\(path)"] != nil {
            return same(own, now) ? nil : "a file that is the user's was written"
        }
        if let own, own.bytes == nil {
            return now == own || origin != path ? nil : "what stands in its place was replaced"
        }
        guard let old = base?.bytes else {
            guard own == nil else { return same(now, own) ? nil : "a file of the user's own was written" }
            return now?.bytes == new?.bytes ? nil : "not as it is generated"
        }
        guard let text = own?.bytes else { return now == nil ? nil : "it was deleted and came back" }
        if text == old { return now?.bytes == new?.bytes ? nil : "nobody edited it, and it is not as it is generated" }
        guard let generated = new?.bytes else {
            // Other line ends are no edit: git makes them on some machines.
            if LineEndings.same(text, old) { return now == nil ? nil : "nobody edited it, and it is there still" }
            return same(now, own) && status == .orphaned ? nil : "edited, gone from the schema, and not left as it was"
        }
        guard generated != old else { return same(now, own) ? nil : "the schema did not change it, and it was written" }
        guard let outcome = now?.bytes else { return "it is gone" }
        return merged(path, old, text, generated, outcome, status, &report)
    }

    /// Where a file of a model stood that has another name now.
    private func origin(of path: String) -> String? {
        guard before[path] == nil, after[path] != nil else { return nil }
        for rename in renames {
            for suffix in [".swift", "+Storage.swift", "Controller.swift", "Routes.swift", "Tests.swift"]
            where path.hasSuffix("/\(rename.new)\(suffix)") {
                let origin = String(path.dropLast(rename.new.count + suffix.count)) + rename.old + suffix
                if before[origin] != nil { return origin }
            }
        }
        return nil
    }

    /// The same, but for names that are others now.
    private func same(_ now: RegeneratedApp.Entry?, _ own: RegeneratedApp.Entry?) -> Bool {
        guard let now = now?.bytes, let own = own?.bytes, !renames.isEmpty else { return now == own }
        var check = MergeCheck(base: own, mine: own, generated: own)
        check.isExempt = isRenamed
        if case .wrong = check.verdict(on: now) { return false }
        return true
    }

    private func merged(
        _ path: String, _ base: [UInt8], _ mine: [UInt8], _ generated: [UInt8], _ outcome: [UInt8],
        _ status: FileStatus?,
        _ report: inout RegenerationReport
    ) -> String? {
        let overlaps = note(path, base, generated, mine, isConflict: status == .conflict, &report)
        var check = MergeCheck(base: base, mine: mine, generated: generated)
        check.isExempt = isRenamed
        check.isTorn = texts[origin(of: path) ?? path]?.isTorn ?? false
        if status == .conflict {
            if !overlaps {
                report.needless.append(path)
                report.shown[path] = evidence(path)
            }
            if resolution == .skip {
                return same(.file(outcome, mode: 0), .file(mine, mode: 0)) ? nil : "a skipped file was written"
            }
            guard let sides = MergeCheck.sides(of: outcome) else { return "in conflict without whole markers" }
            var lacking: [String] = []
            let own = PlainLines.words(sides.mine)
            for word in PlainLines.words(mine) where word.hasPrefix("handmade") && !own.contains(word) {
                lacking.append(word)
            }
            return lacking.isEmpty ? nil : "the marked text lacks \(lacking)"
        }
        switch check.verdict(on: outcome) {
        case .byLines: report.byLines += 1
        case .byWords: report.byWords += 1
        case .wrong(let problems): return problems.prefix(6).joined(separator: "\n      ")
        }
        if path.hasSuffix(".swift") { report.parsed.append(.init(path: path, mine: mine, merged: outcome)) }
        return lineEnds(of: mine, outcome)
    }

    /// Counts a merge.
    ///
    /// - Returns: whether both sides changed the same declaration.
    private func note(
        _ path: String, _ base: [UInt8], _ generated: [UInt8], _ mine: [UInt8], isConflict: Bool,
        _ report: inout RegenerationReport
    ) -> Bool {
        report.merges += 1
        if case .merged(_, true) = Merge.outcome(base: base, mine: mine, generated: generated, path: path) {
            report.byDeclaration += 1
        }
        guard let text = texts[origin(of: path) ?? path], text.isSwift, text.isWhole, !path.hasSuffix("List.swift")
        else {
            report.others += 1
            if isConflict { report.otherConflicts += 1 }
            return true
        }
        let overlaps = text.overlaps(DeclarationMap(PlainLines.of(base)), DeclarationMap(PlainLines.of(generated)))
        if overlaps {
            report.isNear = true
            report.overlapping += 1
            if isConflict { report.overlappingConflicts += 1 }
        } else {
            report.disjoint += 1
            if isConflict { report.disjointConflicts += 1 }
        }
        return overlaps
    }

    /// CRLF and a final newline, or none, stay as the user has them.
    private func lineEnds(of mine: [UInt8], _ outcome: [UInt8]) -> String? {
        let (wanted, have) = (Self.returns(mine), Self.returns(outcome))
        if wanted.0 == wanted.1, wanted.1 > 0, have.0 != have.1 { return "some lines end otherwise than the user's" }
        if wanted.0 == 0, have.0 > 0 { return "carriage returns came in" }
        return (mine.last == 10) == (outcome.last == 10) ? nil : "the final newline is otherwise than the user's"
    }

    private static func returns(_ text: [UInt8]) -> (Int, Int) {
        (text.count { $0 == 13 }, text.count { $0 == 10 })
    }

    /// Nothing that was written by hand is gone from the app.
    private func checkMarks(_ report: inout RegenerationReport) {
        func marks(_ entries: Entries) -> [String: String] {
            var found: [String: String] = [:]
            for (path, entry) in entries where !path.hasPrefix(".scaffold") {
                for word in entry.bytes.map(PlainLines.words) ?? []
                where word.hasPrefix("handmade") { found[word] = path }
            }
            return found
        }
        let left = marks(result)
        for (word, path) in marks(mine).sorted(by: { $0.key < $1.key }) where left[word] == nil {
            report.problems.append("'\(word)' of \(path) is nowhere any more")
            report.evidence[path] = evidence(path)
        }
    }

    /// Whether a word, or a line, is made of a name that is another now.
    private func isRenamed(_ text: String) -> Bool {
        let text = text.lowercased()
        return renames.contains { [$0.old, $0.new].contains { text.contains(Self.stem($0)) } }
    }

    /// What a name has in common with its plural.
    private static func stem(_ name: String) -> String {
        name == "Person" ? "pe" : String(name.lowercased().prefix(max(3, name.count - 1)))
    }

    private func evidence(_ path: String) -> String {
        [("base", before), ("mine", mine), ("generated", after), ("result", result)].map { name, entries in
            let entry = entries[path] ?? origin(of: path).flatMap { entries[$0] }
            let text = entry?.bytes.map { String(decoding: $0, as: UTF8.self) }
            return "----- \(name) of \(path)\n\(text ?? "\(entry.map { "\($0)" } ?? "nothing")")"
        }.joined(separator: "\n")
    }
}
