/// One row of a result, read by position while it is at hand.
///
/// A row is only valid inside the closure that receives it; what it holds is copied out by `row[0]`.
public struct Row {
    package let cells: any Cells
    package let offset: Int

    package init(_ cells: any Cells, offset: Int = 0) {
        self.cells = cells
        self.offset = offset
    }

    /// A row made of values, to build a model from what was just written.
    public init(values: Values) {
        self.init(ValueCells(values.items))
    }

    /// How many cells there are from this row's first one on.
    public var count: Int { max(0, cells.count - offset) }

    /// The value at a position, as the type that is asked for.
    ///
    /// - Throws: ``ColumnDecodingError`` when the cell holds something else or does not exist.
    @inlinable
    public subscript<T: ColumnValue>(index: Int) -> T {
        get throws { try T.decode(self, at: index) }
    }

    /// Whether the cell at a position is null (or does not exist).
    public func isNull(_ index: Int) -> Bool {
        cells.isNull(at: offset + index)
    }

    /// The same row seen from a later cell on: how a joined model is read.
    public func from(_ index: Int) -> Row {
        Row(cells, offset: offset + index)
    }

    /// The value at a position in no type of its own.
    package func value(at index: Int) throws -> Value {
        try cells.value(at: offset + index)
    }

    package func integer<T: FixedWidthInteger>(at index: Int, as type: T.Type) throws -> T {
        let number = try cells.integer(at: offset + index)
        guard let fitting = T(exactly: number) else {
            throw mismatch(at: index, expected: "an integer of \(T.bitWidth) bits")
        }
        return fitting
    }

    @usableFromInline
    package func text(at index: Int) throws -> String {
        try cells.text(at: offset + index)
    }

    @usableFromInline
    package func mismatch(at index: Int, expected: String) -> ColumnDecodingError {
        cells.mismatch(at: offset + index, expected: expected)
    }
}
