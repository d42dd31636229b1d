/// Asks at a terminal what becomes of each file in conflict.
struct ConflictMenu {
    /// Shows a text and gives the line that was typed; nil at the end of input.
    var ask: (String) -> String?
    /// Lets the user edit a text, which belongs to a path; nil where the editor failed.
    var edit: (_ text: [UInt8], _ path: String) throws -> [UInt8]?
    var isColoured = false

    /// What a letter stands for.
    private enum Answer {
        case settle(FileConflict.Resolution, forAllAlike: Bool)
        case edit, diff, abort
    }

    /// Settles every conflict of a plan.
    ///
    /// - Throws: ``OpenConflicts`` where the user stops, or the input ends: that is never a yes.
    func settle(_ plan: inout Plan) throws {
        let all = plan.conflicts
        var forAll: [String: FileConflict.Resolution] = [:]
        var words = overview(all)
        for (number, conflict) in all.enumerated() {
            words += "\n\(conflict.path)  (\(number + 1) of \(all.count): \(conflict.reason))\n"
            if let resolution = forAll[conflict.likes] {
                try plan.settle(conflict, by: resolution)
                continue
            }
            let (resolution, isForAll) = try resolution(of: conflict, after: words, in: plan)
            if isForAll { forAll[conflict.likes] = resolution }
            try plan.settle(conflict, by: resolution)
            words = ""
        }
    }

    private func overview(_ conflicts: [FileConflict]) -> String {
        guard conflicts.count > 1 else { return "" }
        return "\(conflicts.count) files are in conflict:\n" + conflicts.map { "  \($0.path)\n" }.joined()
    }

    private func resolution(
        of conflict: FileConflict, after words: String, in plan: Plan
    ) throws -> (FileConflict.Resolution, isForAll: Bool) {
        var words = words + choices(of: conflict)
        var draft = conflict.marked ?? conflict.mine
        while true {
            guard let typed = ask(words + "> ") else { throw stopped(plan) }
            switch answer(typed, to: conflict) {
            case .settle(let resolution, let isForAll): return (resolution, isForAll)
            case .abort: throw stopped(plan)
            case .diff: words = differences(of: conflict)
            case .edit:
                guard let edited = try edit(draft, conflict.path) else {
                    words = "the editor failed; the file is as it was\n"
                    continue
                }
                guard Merge.hasMarkers(edited) else { return (.text(edited), false) }
                draft = edited
                words = "markers are still in it: 'e' goes on with what you wrote\n"
            case nil: words = typed.allSatisfy(\.isWhitespace) ? choices(of: conflict) : unknown(conflict)
            }
        }
    }

    private func stopped(_ plan: Plan) -> OpenConflicts { OpenConflicts(conflicts: plan.conflicts, isAborted: true) }

    private func answer(_ typed: String, to conflict: FileConflict) -> Answer? {
        let word = typed.lowercased().filter { !$0.isWhitespace }
        switch word {
        case "e", "edit": return .edit
        case "d", "diff": return .diff
        case "q", "quit", "abort": return .abort
        default: break
        }
        if let resolution = resolution(word, of: conflict) { return .settle(resolution, forAllAlike: false) }
        guard word.hasPrefix("a") else { return nil }
        let rest = word.hasPrefix("all") ? word.dropFirst(3) : word.dropFirst()
        return resolution(String(rest), of: conflict).map { .settle($0, forAllAlike: true) }
    }

    private func resolution(_ word: String, of conflict: FileConflict) -> FileConflict.Resolution? {
        switch word {
        case "m", "mine": .mine
        case "g", "generated": .generated
        case "b" where conflict.marked != nil, "both" where conflict.marked != nil: .markers
        case "s", "skip": .skip
        default: nil
        }
    }

    private func choices(of conflict: FileConflict) -> String {
        let both = conflict.marked == nil ? "" : "  b  both, with markers at the places that clash\n"
        return """
              m  mine: yours at the places that clash, all else is merged
              g  generated: the generated text at the places that clash, all else is merged
            \(both)\
              e  edit: write it as it shall be
              d  diff: see what you changed, and what the schema changes
              s  skip: it stays as it is, and you are asked again the next time
              a  and one of m, g, b, s, such as 'am': the same for all of \(conflict.likes)
              q  abort: nothing is written at all

            """
    }

    private func unknown(_ conflict: FileConflict) -> String {
        "one of m, g, \(conflict.marked == nil ? "" : "b, ")e, d, s, q; or a and one of m, g, b, s: am\n"
    }

    private func differences(of conflict: FileConflict) -> String {
        guard let base = conflict.base else {
            return "From yours to the generated one:\n" + text(from: conflict.mine, to: conflict.generated, conflict)
        }
        return "What you changed:\n" + text(from: base, to: conflict.mine, conflict)
            + "What the schema changes:\n" + text(from: base, to: conflict.generated, conflict)
    }

    private func text(from old: [UInt8], to new: [UInt8], _ conflict: FileConflict) -> String {
        UnifiedDiff(from: old, to: new, path: conflict.path).text(isColoured: isColoured)
    }
}
