#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The cells of a row in another order: how a model reads a result whose columns are told apart by their names.
final class ReorderedCells: Cells {
    private let cells: any Cells
    private let places: [Int]

    /// - Parameter places: for each cell where it stands in the row.
    init(_ cells: any Cells, _ places: [Int]) {
        self.cells = cells
        self.places = places
    }

    var count: Int { places.count }

    func name(at index: Int) -> String { cells.name(at: place(index)) }
    func kind(at index: Int) -> ValueKind { cells.kind(at: place(index)) }
    func isNull(at index: Int) -> Bool { cells.isNull(at: place(index)) }
    func integer(at index: Int) throws -> Int64 { try cells.integer(at: place(index)) }
    func double(at index: Int) throws -> Double { try cells.double(at: place(index)) }
    func boolean(at index: Int) throws -> Bool { try cells.boolean(at: place(index)) }
    func text(at index: Int) throws -> String { try cells.text(at: place(index)) }
    func blob(at index: Int) throws -> [UInt8] { try cells.blob(at: place(index)) }
    func date(at index: Int) throws -> Date { try cells.date(at: place(index)) }
    func dateOnly(at index: Int) throws -> DateOnly { try cells.dateOnly(at: place(index)) }
    func time(at index: Int) throws -> TimeOfDay { try cells.time(at: place(index)) }
    func uuid(at index: Int) throws -> UUID { try cells.uuid(at: place(index)) }
    func decimal(at index: Int) throws -> Decimal { try cells.decimal(at: place(index)) }
    func value(at index: Int) throws -> Value { try cells.value(at: place(index)) }

    /// One beyond the last is beyond the last of the row as well.
    private func place(_ index: Int) -> Int {
        places.indices.contains(index) ? places[index] : cells.count
    }
}
