/// What was seen in one run, or in many.
struct RegenerationReport {
    struct Merged {
        var path: String
        var mine: [UInt8]
        var merged: [UInt8]
    }

    var runs = 0
    /// Runs of which an edit touches or neighbours what the schema changed.
    var near = 0
    var isNear = false
    var edits: [String: Int] = [:]
    var changes: [String: Int] = [:]
    /// Files that both changed: how they were merged, and how often that was a conflict.
    var merges = 0
    var byDeclaration = 0
    var (byLines, byWords) = (0, 0)
    var (disjoint, disjointConflicts) = (0, 0)
    var (overlapping, overlappingConflicts) = (0, 0)
    var (others, otherConflicts) = (0, 0)
    var conflicts: Int { disjointConflicts + overlappingConflicts + otherConflicts }
    /// Runs that something was in the way of.
    var obstructed = 0
    /// Schemas that the reader refused.
    var refused: [String] = []
    /// Conflicts of files whose edits and changes touch different declarations.
    var needless: [String] = []
    /// What is to be seen where there was only one run.
    var shown: [String: String] = [:]
    var parsed: [Merged] = []
    var problems: [String] = []
    var evidence: [String: String] = [:]

    mutating func add(_ other: RegenerationReport, seed: Int) {
        runs += 1
        near += other.isNear ? 1 : 0
        edits.merge(other.edits, uniquingKeysWith: +)
        changes.merge(other.changes, uniquingKeysWith: +)
        merges += other.merges
        byDeclaration += other.byDeclaration
        byLines += other.byLines
        byWords += other.byWords
        disjoint += other.disjoint
        disjointConflicts += other.disjointConflicts
        overlapping += other.overlapping
        overlappingConflicts += other.overlappingConflicts
        others += other.others
        otherConflicts += other.otherConflicts
        obstructed += other.obstructed
        refused += other.refused
        needless += other.needless.map { "\(seed) \($0)" }
    }

    var summary: String {
        func list(_ counts: [String: Int]) -> String {
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(
                separator: ", ")
        }
        return """
            \(runs) runs, \(near) of them with edits at or beside what the schema changes, \(obstructed) with something in \
            the way, \(refused.count) schemas refused
              edits: \(list(edits))
              changes: \(list(changes))
              files changed by both: \(merges); merged \(byLines) with every line as one side has it, \(byWords) inside \
            lines; \(byDeclaration) by declaration
              different declarations: \(disjoint), in conflict \(disjointConflicts); the same declaration: \
            \(overlapping), in conflict \(overlappingConflicts); lists, other texts and broken files: \(others), in \
            conflict \(otherConflicts)
              conflicts without need: \(needless.prefix(12).joined(separator: "; "))
              refused: \(refused.prefix(6).joined(separator: "; "))
            """
    }
}
