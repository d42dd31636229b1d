/// How the rows of a table differ from those that there were, with some of them by their keys.
package struct RowDifference: Sendable, Hashable, CustomStringConvertible {
    /// What happened to them.
    package enum Kind: Sendable, Hashable {
        /// This column holds something else.
        case changed(column: String)
        case missing
        case added
    }

    package var table: String
    package var kind: Kind
    /// How many of them.
    package var count: Int
    /// How many rows there were.
    package var total: Int
    /// Some of them.
    package var examples: [String]

    package var description: String {
        let more = count > examples.count ? " …" : ""
        let list = examples.joined(separator: "; ") + more
        return switch kind {
        case .changed(let column): "\(table): column \(column): \(count) of \(total) rows differ: \(list)"
        case .missing: "\(table): \(count) of \(total) rows are gone: \(list)"
        case .added: "\(table): \(count) rows too many: \(list)"
        }
    }
}
