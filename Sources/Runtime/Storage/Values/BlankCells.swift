#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Cells that hold the first value that each column may have: what a record is made of that is only looked at for its
/// shape. A column that nobody knows answers whatever is asked.
final class BlankCells: Cells {
    private let attributes: [TableDefinition.Attribute?]

    init(_ attributes: [TableDefinition.Attribute?]) {
        self.attributes = attributes
    }

    var count: Int { attributes.count }
    func name(at index: Int) -> String { attribute(index)?.name ?? "column \(index)" }
    func kind(at index: Int) -> ValueKind { .text }
    func isNull(at index: Int) -> Bool { false }
    func value(at index: Int) -> Value { attribute(index)?.type.blank ?? .null }
    func integer(at index: Int) -> Int64 { Int64(attribute(index)?.numbers?.first ?? 0) }
    func double(at index: Int) -> Double { 0 }
    func boolean(at index: Int) -> Bool { false }
    func blob(at index: Int) -> [UInt8] { [] }
    func date(at index: Int) -> Date { Date(timeIntervalSince1970: 0) }
    func uuid(at index: Int) -> UUID { UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) }
    func decimal(at index: Int) -> Decimal { 0 }

    func text(at index: Int) -> String {
        switch attribute(index)?.type {
        case .enumeration(let words): words.first ?? ""
        case .json(let elements): elements == nil ? "null" : "[]"
        default: ""
        }
    }

    func dateOnly(at index: Int) throws -> DateOnly {
        guard let day = DateOnly(year: 1970, month: 1, day: 1) else { throw mismatch(at: index, expected: "a date") }
        return day
    }

    func time(at index: Int) throws -> TimeOfDay {
        guard let time = TimeOfDay(hour: 0, minute: 0) else { throw mismatch(at: index, expected: "a time of day") }
        return time
    }

    private func attribute(_ index: Int) -> TableDefinition.Attribute? {
        attributes.indices.contains(index) ? attributes[index] : nil
    }
}

extension Model {
    /// A record that is only looked at for its shape.
    package static func blank() throws -> Self { try Self(row: Row(BlankCells(table.attributes))) }
}

extension Projection {
    /// A record that is only looked at for its shape.
    package static func blank() throws -> Self { try Self(row: Row(BlankCells(selection.attributes))) }
}
