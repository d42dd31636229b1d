/// What came out when a migration was run up, down and up again.
package struct MigrationVerdict: Sendable {
    package var name: String
    /// What is not as it should be; empty when all is.
    package var findings: [Finding] = []
    /// Why it says that it cannot be taken back; nil when it can.
    package var irreversible: String?
    /// Tables that had no rows, or too few, so that less was proven.
    package var notes: [String] = []
    package var duration: Duration = .zero

    /// Whether it does what it should.
    package var isProven: Bool { findings.isEmpty }

    /// One thing that is not as it should be.
    package enum Finding: Sendable, Hashable, CustomStringConvertible {
        /// The structure is not the one that there was before.
        case structure(Moment, DescriptionDifference)
        /// Rows are not those that there were before.
        case rows(RowDifference)
        /// It could not be run.
        case failed(Moment, reason: String)

        package var description: String {
            switch self {
            case .structure(let moment, let difference): "\(moment.rawValue): \(difference)"
            case .rows(let difference): "\(Moment.down.rawValue): \(difference)"
            case .failed(let moment, let reason): "\(moment.rawValue): failed: \(reason)"
            }
        }
    }

    /// When something was found.
    package enum Moment: String, Sendable, Hashable {
        case up
        case down = "after down"
        case upAgain = "after up again"
    }
}
