import Synchronization

/// What a selection adds to a statement; always the same, so it is written once.
struct SelectedHead: Sendable {
    let columns: String
    let columnCount: Int
    let joins: String
    let values: Values
    let aliases: Int
    let readsThrough: Bool
    /// Where the keys of further statements stand.
    let keyCells: [Int]
}

/// The heads of one selection for each engine, and for each number of tables that may stand before its own.
final class SelectedHeads: Sendable {
    private struct Key: Hashable {
        let dialect: ObjectIdentifier
        let aliases: Int
    }

    private let heads = Mutex<[Key: SelectedHead]>([:])

    /// The head for a statement that has no columns yet.
    ///
    /// - Parameter add: adds columns and joins to an empty statement, and says where the keys stand.
    func head(
        for statement: SelectStatement, add: (inout SelectStatement) throws -> [Int]
    ) throws -> SelectedHead {
        let key = Key(
            dialect: ObjectIdentifier(type(of: statement.rest.dialect)), aliases: statement.rest.aliases)
        if let known = heads.withLock({ $0[key] }) { return known }
        var empty = SelectStatement(statement.rest.dialect, aliases: key.aliases)
        empty.through = statement.through
        let keyCells = try add(&empty)
        let head = empty.head(keyCells: keyCells)
        heads.withLock { $0[key] = head }
        return head
    }
}
