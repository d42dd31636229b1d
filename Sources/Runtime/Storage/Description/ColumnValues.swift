/// A condition on one column: it holds one of these values. That is what checks of enumerations and partial indexes say.
package struct ColumnValues: Sendable, Hashable {
    package var column: String
    /// The values; null alone for a column that must be null.
    package var values: [Value]

    /// The texts, when all of them are.
    package var texts: [String]? {
        let texts = values.compactMap { value -> String? in
            guard case .text(let text) = value else { return nil }
            return text
        }
        return texts.count == values.count ? texts : nil
    }
}
