/// The texts of statements that write one row of a table, each written once.
final class StatementTexts: Sendable {
    /// What such a statement does, and with which columns.
    enum Shape: Equatable {
        case insert(ColumnSet)
        /// - Parameter checksVersion: whether the row is found by its version too.
        case update(ColumnSet, checksVersion: Bool)
    }

    /// An app has few; a client that names ever other columns fills no memory.
    private static let most = 64

    // so few that looking at one after another is quicker than a dictionary
    private let texts = Locked<[(shape: Shape, text: String)]>([])

    func text(of shape: Shape, write: () throws -> String) rethrows -> String {
        if let known = texts.withLock({ texts in texts.first { $0.shape == shape }?.text }) { return known }
        let written = try write()
        texts.withLock { if $0.count < Self.most { $0.append((shape, written)) } }
        return written
    }
}
