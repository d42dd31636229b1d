/// A value in a row that a migration or seeder writes.
public enum SeedValue: Sendable, Hashable {
    /// This value.
    case value(Value)
    /// The time at which the migration or seeder runs.
    case now
    /// A password as a person types it; its hash is written.
    case password(String)
    /// In an update: what an expression of the engine at hand comes to for each row, `.sql("lower(title)")`.
    case sql(String)
    /// In a condition: one of these.
    case anyOf([SeedValue])

    /// The value of anything that a column can hold: `.init(UUID())`.
    public init(_ value: some ColumnValue) {
        self = .value(value.value)
    }
}

extension SeedValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral
{
    public init(stringLiteral value: String) { self = .value(.text(value)) }
    public init(integerLiteral value: Int64) { self = .value(.integer(value)) }
    public init(floatLiteral value: Double) { self = .value(.double(value)) }
    public init(booleanLiteral value: Bool) { self = .value(.boolean(value)) }
    public init(nilLiteral: ()) { self = .value(.null) }
    public init(arrayLiteral elements: SeedValue...) { self = .anyOf(elements) }
}

/// A row that a migration or seeder writes: `["email": "a@example.com", "createdAt": .now]`.
public struct SeedRow: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// One column of the row.
    public struct Cell: Sendable, Hashable {
        public var column: String
        public var value: SeedValue
    }

    /// The columns in the order in which they were written.
    public var cells: [Cell]

    public init(dictionaryLiteral elements: (String, SeedValue)...) {
        cells = elements.map(Cell.init)
    }

    /// Sets a column; what it was set to before is replaced.
    public subscript(column: String) -> SeedValue? {
        get { cells.last { $0.column == column }?.value }
        set {
            cells.removeAll { $0.column == column }
            if let newValue { cells.append(Cell(column: column, value: newValue)) }
        }
    }
}

/// Which rows a migration or seeder means: all values must be those; an array is one of them.
public struct SeedCondition: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    package let cells: [SeedRow.Cell]
    package let isAll: Bool

    /// Every row of the table.
    public static var all: SeedCondition { SeedCondition(cells: [], isAll: true) }

    /// All of these.
    package init(_ cells: [SeedRow.Cell]) {
        self.init(cells: cells, isAll: false)
    }

    private init(cells: [SeedRow.Cell], isAll: Bool) {
        self.cells = cells
        self.isAll = isAll
    }

    public init(dictionaryLiteral elements: (String, SeedValue)...) {
        self.init(cells: elements.map(SeedRow.Cell.init), isAll: false)
    }
}
