/// What the user made of a file and what is generated now, made into one text.
///
///     Merge.outcome(base: asLastGenerated, mine: onDisk, generated: new, path: "Sources/App/Models/Post.swift")
///
/// Nothing that mine adds to the base is lost: it is in the merged text or in a conflict's part `mine`.
enum Merge {
    enum Outcome: Equatable, Sendable {
        /// One text holding both sides' changes. `isByDeclaration`: lines alone would have clashed.
        case merged([UInt8], isByDeclaration: Bool)
        case conflict(Conflict)
    }

    struct Conflict: Equatable, Sendable {
        /// The text with markers of diff3 around what clashes; everything that could be merged is merged.
        var marked: [UInt8]
        /// How many places clash.
        var places: Int
    }

    /// - Parameters:
    ///   - base: the text as last generated; nil when the file was there before and nothing is known of it.
    ///   - path: a Swift file is merged by declaration where lines clash.
    static func outcome(base: [UInt8]?, mine: [UInt8], generated: [UInt8], path: String) -> Outcome {
        if mine == generated || base == generated { return .merged(mine, isByDeclaration: false) }
        if mine == base { return .merged(generated, isByDeclaration: false) }
        let lines = LineMerge(base: base ?? [], mine: mine, generated: generated)
        let byLine =
            lines.places > 0
            ? Outcome.conflict(Conflict(marked: lines.text, places: lines.places))
            : .merged(lines.text, isByDeclaration: false)
        guard path.hasSuffix(".swift"), ![base ?? [], mine, generated].contains(where: isNoSwift),
            lines.places > 0 || SwiftTree.declaresTwice(lines.text, mine: mine, generated: generated)
                || SwiftTree.keepsWhatWent(lines.text, base: base ?? [], mine: mine, generated: generated),
            let merge = DeclarationMerge(base: base, mine: mine, generated: generated)
        else { return byLine }
        let text = merge.text(like: mine)
        if merge.places == 0 { return .merged(text, isByDeclaration: true) }
        return .conflict(Conflict(marked: text, places: merge.places))
    }

    private static func isNoSwift(_ text: [UInt8]) -> Bool {
        String(validating: text, as: UTF8.self) == nil || hasMarkers(text)
    }

    /// Where a merge turned out to be no valid Swift: what clashes by line, or else every place that differs.
    static func distrusted(base: [UInt8]?, mine: [UInt8], generated: [UInt8]) -> Conflict {
        let lines = LineMerge(base: base ?? [], mine: mine, generated: generated)
        if lines.places > 0 { return Conflict(marked: lines.text, places: lines.places) }
        let doubted = LineMerge(base: base ?? [], mine: mine, generated: generated, isDoubted: true)
        return Conflict(marked: doubted.text, places: doubted.places)
    }

    /// Whether a text holds markers of an unsettled merge.
    static func hasMarkers(_ text: [UInt8]) -> Bool { ConflictMarkers.isThere(in: text) }
}
