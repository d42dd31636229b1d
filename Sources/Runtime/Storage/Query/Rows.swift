/// What `findAndCountAll` returns: a page of rows, and how many there are on all pages.
public struct Rows<Element: Sendable>: Sendable {
    /// How many rows the conditions hold for, whatever the limit.
    public var count: Int
    /// The rows of this page.
    public var rows: [Element]

    /// A page.
    public init(count: Int, rows: [Element]) {
        self.count = count
        self.rows = rows
    }
}
