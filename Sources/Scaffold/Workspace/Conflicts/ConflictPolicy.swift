/// What a run does with files that nobody can merge but their user (`--conflicts`).
enum ConflictPolicy: String, CaseIterable, Sendable {
    /// Asks for each; what is at a terminal unless said otherwise.
    case ask
    /// Writes nothing at all, names the files and ends with ``OpenConflicts/exitCode``; what is without a terminal.
    case refuse
    /// Writes both into the file, with markers at the places that clash.
    case markers
    /// Leaves the file as it is, lays the generated text beside its base, and writes everything else.
    case skip
}
