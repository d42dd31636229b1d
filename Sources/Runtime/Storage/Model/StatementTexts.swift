/// The texts of statements that write one row of a table, each written once.
final class StatementTexts: Sendable {
    /// What such a statement does, and with which columns.
    enum Shape: Hashable {
        case insert(ColumnSet)
        /// - Parameter checksVersion: whether the row is found by its version too.
        case update(ColumnSet, checksVersion: Bool)
    }

    /// An app has few; a client that names ever other columns fills no memory.
    private static let most = 64

    private let texts = Locked<[Shape: String]>([:])

    func text(of shape: Shape, write: () throws -> String) rethrows -> String {
        if let known = texts.withLock({ $0[shape] }) { return known }
        let written = try write()
        texts.withLock { if $0.count < Self.most { $0[shape] = written } }
        return written
    }
}
