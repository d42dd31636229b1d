import ArgumentParser
import ScaffoldStorage

/// The exit statuses of the commands, beside 0 for done and 64 for a command line that makes no sense.
enum ExitStatus: Int32, CaseIterable {
    /// It failed; the reason is on the error output.
    case failed = 1
    /// `db:migrate:status --check`: something has not run yet.
    case pending = 3
    /// `db:migrate:status --check`: what ran was edited since, or is missing here.
    case edited = 4
    /// A migration has no way back.
    case irreversible = 5
    /// Another runner was at work for too long; trying again may help.
    case busy = 75

    init(_ error: any Error) {
        switch error {
        case let error as CheckFailure: self = error.status
        case let error as MigrationError where error.isIrreversible: self = .irreversible
        case is MigrationLockError: self = .busy
        default: self = .failed
        }
    }

    /// For `--help`.
    static let discussion = """
        Exit status: 0 done, 1 failed, 3 something is pending (status --check), 4 what ran was edited or is missing \
        (status --check), 5 a migration cannot be undone, 64 the command line makes no sense, 75 another runner was at \
        work for too long.
        """
}

/// A check that found something.
struct CheckFailure: Error, CustomStringConvertible {
    var status: ExitStatus
    var description: String
}
