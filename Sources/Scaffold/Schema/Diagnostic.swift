/// A place in a file; lines and columns count from 1.
struct SourcePosition: Equatable, Hashable, Sendable, Comparable {
    var file: String
    var line: Int
    var column: Int

    static func < (a: SourcePosition, b: SourcePosition) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}

/// A problem as a value: collected, sorted by place and printed together.
struct Diagnostic: Equatable, Hashable, Sendable, Error {
    enum Severity: String, Sendable { case error, warning, note }

    var severity: Severity = .error
    /// What is wrong and why, one sentence without a full stop.
    var message: String
    var position: SourcePosition?
    /// What to write instead: the nearest known word, or what to do.
    var suggestion: String?
}

extension Diagnostic: CustomStringConvertible {
    /// `schema.yml:4:7: error: unknown type 'strng' (did you mean 'string'?)`
    var description: String {
        let place = position.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
        let hint = suggestion.map { " (\($0))" } ?? ""
        return "\(place)\(severity.rawValue): \(message)\(hint)"
    }
}

/// The problems of one run, thrown together.
struct Diagnostics: Error, Equatable, Sendable {
    var all: [Diagnostic]

    /// By place, each once.
    var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return all.filter { seen.insert($0).inserted }.sorted {
            switch ($0.position, $1.position) {
            case (let a?, let b?): a < b
            case (nil, _?): true
            default: false
            }
        }
    }
}
