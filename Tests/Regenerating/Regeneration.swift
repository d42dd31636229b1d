import Foundation

@testable import ScaffoldTests
@testable import scaffold

/// One run from a seed: an app of a random schema, edits by hand, changes of the schema, and what comes of both.
///
/// The same changes go to a twin of the app that nobody edits: it says what every file is generated as, before and
/// after.
struct Regeneration {
    let seed: Int
    var schemas: SchemaMaker
    var hand: EditHand
    var report = RegenerationReport()

    private(set) var schema = RandomSchema()
    private(set) var changed = RandomSchema()
    private(set) var changes: [SchemaChange] = []
    /// All changes so far.
    private var history: [SchemaChange] = []
    private(set) var edits: [EditRecord] = []
    var texts: [String: EditedText] = [:]
    /// What is in the way of writing a file.
    private var obstacles: [String: HandEdit] = [:]

    private var now = Date(timeIntervalSince1970: 1_800_000_000)

    init(seed: Int, onlyCompilable: Bool = false) {
        self.seed = seed
        schemas = SchemaMaker(numbers: SeededNumbers(seed: UInt64(seed) &* 2 &+ 1))
        hand = EditHand(numbers: SeededNumbers(seed: UInt64(seed) &* 2))
        hand.onlyCompilable = onlyCompilable
    }

    /// - Parameter twin: the folder that the app begins in.
    /// - Returns: the app as it came out; nil where the schemas were refused.
    mutating func run(in twin: RegeneratedApp) throws -> RegeneratedApp? {
        guard try begin(in: twin) else { return nil }
        let before = try twin.entries()
        let app = try twin.copied()
        guard try changeSchema(of: twin) else { return nil }
        let after = try twin.entries()
        try edit(app, before, after)
        guard try regenerate(app, before, after), !hand.onlyCompilable, schemas.chance(30) else { return app }

        // Another change meets what was merged before.
        schema = changed
        texts = [:]
        now.addTimeInterval(86_400)
        if try changeSchema(of: twin) { _ = try regenerate(app, after, twin.entries()) }
        return app
    }

    /// Generates the app, and looks at what came of it.
    ///
    /// - Returns: whether all is well and nothing is left to settle.
    private mutating func regenerate(
        _ app: RegeneratedApp, _ before: [String: RegeneratedApp.Entry], _ after: [String: RegeneratedApp.Entry]
    ) throws -> Bool {
        try app.folder.write(changed.yaml, to: Project.schemaPath)
        let hints = changes.flatMap(\.hints)
        let resolution: FileConflict.Resolution = hand.chance(50) ? .skip : .markers
        var mine = try app.entries()
        var plan: Plan
        do {
            plan = try app.generate(hints: hints, at: now, resolution)
        } catch {
            guard try settle(error, in: app, mine, before) else { return false }
            mine = try app.entries()
            plan = try app.generate(hints: hints, at: now, resolution)
        }
        let result = try app.entries()
        let outcome = RegenerationOutcome(
            before: before, after: after, mine: mine, result: result, plan: plan, resolution: resolution,
            renames: changes.compactMap(\.renamed), texts: texts)
        outcome.check(&report)
        try checkUndo(app, mine, result)
        try checkAgain(app, result)
        for change in changes { report.changes[change.kind.rawValue, default: 0] += 1 }
        return report.problems.isEmpty && plan.count(.conflict) == 0
    }

    private mutating func begin(in twin: RegeneratedApp) throws -> Bool {
        schema = schemas.schema()
        if hand.onlyCompilable { schema.name = "fuzzed\(seed)" }
        try twin.folder.write(schema.yaml, to: Project.schemaPath)
        do {
            _ = try twin.generate(at: now)
        } catch {
            report.refused.append("\(error)")
            return false
        }
        now.addTimeInterval(86_400)
        return true
    }

    /// One to three changes that the schema's reader takes.
    private mutating func changeSchema(of twin: RegeneratedApp) throws -> Bool {
        for _ in 0..<8 {
            changed = schema
            changes = []
            for _ in 0..<schemas.number(1...3) {
                let kind = schemas.pick(SchemaChange.Kind.allCases + [.addAttribute, .addAttribute, .addAssociation])
                // What is named by its former name is changed once a run.
                if kind == .renameModel || kind == .renameAttribute, !changes.isEmpty { continue }
                if let last = changes.last?.kind, last == .renameModel || last == .renameAttribute { continue }
                if let change = schemas.change(&changed, kind) { changes.append(change) }
            }
            guard !changes.isEmpty, changed != schema else { continue }
            try twin.folder.write(changed.yaml, to: Project.schemaPath)
            do {
                _ = try twin.generate(hints: changes.flatMap(\.hints), at: now)
                history += changes
                return true
            } catch {
                report.refused.append("\(changes): \(error)")
            }
        }
        return false
    }

    /// The run is taken back exactly, and that as well.
    private mutating func checkUndo(
        _ app: RegeneratedApp, _ mine: [String: RegeneratedApp.Entry], _ result: [String: RegeneratedApp.Entry]
    ) throws {
        func compared(_ entries: [String: RegeneratedApp.Entry]) -> [String: RegeneratedApp.Entry] {
            entries.filter { !$0.key.hasPrefix(".scaffold/undo") }
        }
        guard compared(mine) != compared(result) else { return }
        for (words, wanted) in [("undo", mine), ("undo of an undo", result)] {
            do {
                try app.undo()
            } catch {
                report.problems.append("\(words) fails: \(error)")
                return
            }
            let (wanted, found) = (compared(wanted), compared(try app.entries()))
            let paths = Set(wanted.keys).union(found.keys).filter { wanted[$0] != found[$0] }
            if !paths.isEmpty { report.problems.append("\(words) leaves otherwise: \(paths.sorted())") }
        }
    }

    /// A second run has nothing to do.
    private mutating func checkAgain(_ app: RegeneratedApp, _ result: [String: RegeneratedApp.Entry]) throws {
        do {
            let again = try app.generate(at: now, .skip)
            if !again.changes.isEmpty {
                report.problems.append("a second run writes \(again.changes.map(\.path))")
            }
        } catch {
            report.problems.append("a second run fails: \(error)")
        }
        let found = try app.entries()
        let paths = Set(found.keys).union(result.keys).filter {
            found[$0] != result[$0] && !$0.hasPrefix(".scaffold/undo")
        }
        if !paths.isEmpty { report.problems.append("a second run has changed \(paths.sorted())") }
    }
}

// Edits.
extension Regeneration {
    private mutating func edit(
        _ app: RegeneratedApp, _ before: [String: RegeneratedApp.Entry], _ after: [String: RegeneratedApp.Entry]
    ) throws {
        let own = before.keys.filter { path in
            !path.hasPrefix(".scaffold") && !path.contains("/Migrations/2")
                && ![".env", Project.schemaPath].contains(path)
        }.sorted()
        let moving = own.filter { before[$0] != after[$0] && after[$0] != nil }
        for _ in 0..<(hand.pick([1, 2, 2, 3, 4])) {
            let path = !moving.isEmpty && hand.chance(75) ? hand.pick(moving) : hand.pick(own)
            guard !edits.contains(where: { $0.path == path }), let old = before[path]?.bytes else { continue }
            try edit(path, old, after[path]?.bytes, in: app)
        }
    }

    private mutating func edit(_ path: String, _ old: [UInt8], _ new: [UInt8]?, in app: RegeneratedApp) throws {
        var text = EditedText(path: path, generated: old)
        let places = new.map { Self.changedPlaces(PlainLines.of(old), PlainLines.of($0)) } ?? []
        for _ in 0..<(hand.pick([1, 1, 2, 2, 3])) {
            let kind = hand.kind()
            if kind.isOfFile {
                guard text.touched.isEmpty, text.places.isEmpty else { continue }
                note(kind, path)
                if kind == .replaceText {
                    text = EditedText(path: path, generated: Array("// \(hand.mark())\nlet \(hand.mark()) = 1\n".utf8))
                    text.touched = Set(EditedText(path: path, generated: old).lines.compactMap(\.key))
                    text.places = [0]
                    text.isReplaced = true
                    break
                }
                obstacles[path] = kind
                if kind == .deleteFile { obstacles[path] = nil }
                return try app.obstruct(path, kind)
            }
            let before = text
            guard let words = hand.edit(&text, kind, near: places) else { continue }
            // Where both change one declaration, what compiles is anybody's guess.
            if hand.onlyCompilable, new.map({ overlaps(text, old, $0) }) ?? true {
                text = before
                continue
            }
            note(kind, path, words)
        }
        guard text.bytes != old else { return }
        texts[path] = text
        if text.places.contains(where: { place in places.contains { abs($0 - place) <= 2 } }) { report.isNear = true }
        try app.write(text.bytes, to: path)
    }

    private mutating func note(_ kind: HandEdit, _ path: String, _ words: String = "") {
        edits.append(EditRecord(kind: kind, path: path, words: words))
        report.edits[kind.rawValue, default: 0] += 1
    }

    private func overlaps(_ text: EditedText, _ old: [UInt8], _ new: [UInt8]) -> Bool {
        guard text.isSwift else { return false }
        return text.overlaps(DeclarationMap(PlainLines.of(old)), DeclarationMap(PlainLines.of(new)))
    }

    /// The lines of the old text that change, and those that something comes in at.
    private static func changedPlaces(_ old: [String], _ new: [String]) -> [Int] {
        var places: [Int] = []
        let difference = new.difference(from: old)
        for case .remove(let offset, _, _) in difference { places.append(offset) }
        var (removed, inserted) = (difference.removals[...], difference.insertions[...])
        var index = 0
        var offset = 0
        // What comes in at an offset of the new text stands at this one of the old.
        while index < new.count || offset < old.count {
            if case .remove(offset, _, _)? = removed.first {
                removed.removeFirst()
                offset += 1
            } else if case .insert(index, _, _)? = inserted.first {
                inserted.removeFirst()
                places.append(min(offset, max(old.count - 1, 0)))
                index += 1
            } else {
                index += 1
                offset += 1
            }
        }
        return Set(places).sorted()
    }

    /// A run that was refused has written nothing and named what is in the way, which then goes.
    ///
    /// - Returns: whether it can go on.
    private mutating func settle(
        _ error: any Error, in app: RegeneratedApp, _ mine: [String: RegeneratedApp.Entry],
        _ before: [String: RegeneratedApp.Entry]
    ) throws -> Bool {
        let words = "\(error)"
        report.obstructed += 1
        if try app.entries() != mine { report.problems.append("a refused run has written something: \(words)") }
        let named = obstacles.keys.filter { words.contains($0) }
        if named.isEmpty {
            report.problems.append("refused without anything in the way: \(words)")
            return false
        }
        for path in named.sorted() {
            if obstacles[path] == .readOnly {
                try app.folder.setMode(0o644, of: path)
            } else if let text = before[path]?.bytes {
                try app.folder.delete(path)
                try app.write(text, to: path)
            }
            obstacles[path] = nil
        }
        return true
    }
}

extension Regeneration: CustomStringConvertible {
    /// Everything that is needed to see it again.
    var description: String {
        """
        SCAFFOLD_TEST_FIRST_REGENERATION=\(seed) SCAFFOLD_TEST_REGENERATIONS=1
          changes: \(history.map(\.description).joined(separator: "; "))
          edits:
        \(edits.map { "    \($0)" }.joined(separator: "\n"))
        """
    }
}
