@testable import ScaffoldStorage

/// A model whose hooks tell when rows are found and counted, and change both as a test says.
struct Parcel: Model {
    var id: Int
    var owner: String
    var weight: Int
    /// A property that is no column, set by a hook.
    var label = ""

    static let hooks = Hooks<Parcel> {
        $0.beforeFind { query in
            guard let log = ReadLog.current else { return }
            log.add("beforeFind")
            if let owner = log.owner { query.where { $0.owner == owner } }
            if log.stops { throw Refused() }
        }
        $0.afterFind { parcels in
            guard let log = ReadLog.current else { return }
            log.add("afterFind \(parcels.count)")
            for index in parcels.indices { parcels[index].label = "\(parcels[index].owner) \(parcels[index].weight)" }
        }
        $0.beforeCount { query in
            guard let log = ReadLog.current else { return }
            log.add("beforeCount")
            if let owner = log.owner { query.where { $0.owner == owner } }
        }
    }

    static let table = TableDefinition("parcels", model: "Parcel") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("owner", .string, allowNull: false)
        $0.column("weight", .integer, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Parcel, Int>(0)
        let owner = Column<Parcel, String>(1)
        let weight = Column<Parcel, Int>(2)
    }

    static let columns = Columns()

    init(_ owner: String, _ weight: Int) {
        id = 0
        self.owner = owner
        self.weight = weight
    }

    init(row: Row) throws {
        id = try row[0]
        owner = try row[1]
        weight = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(owner)
        values.append(weight)
    }
}

/// A part of a parcel.
struct ParcelWeight: Projection {
    var weight: Int

    static let selection = Selection<Parcel, ParcelWeight> { $0.columns(\.weight) }

    init(row: Row) throws {
        weight = try row[0]
    }
}

/// What the hooks of parcels were called with.
final class ReadLog: Sendable {
    private let entries = Locked<[String]>([])
    /// Whose parcels are seen; nil for all.
    let owner: String?
    /// Whether the hooks refuse.
    let stops: Bool

    @TaskLocal static var current: ReadLog?

    init(owner: String? = nil, stops: Bool = false) {
        self.owner = owner
        self.stops = stops
    }

    func add(_ entry: String) {
        entries.withLock { $0.append(entry) }
    }

    /// What was added since it was last asked.
    func take() -> [String] {
        entries.withLock { entries in
            defer { entries = [] }
            return entries
        }
    }
}

/// Runs a test with parcels of Ann, 1 and 2, and of Bob, 3; what the log is told comes from the body alone.
func withParcels(
    on engine: TestEngine, _ log: ReadLog, _ body: @Sendable (ReadLog) async throws -> Void
) async throws {
    try await engine.withTables {
        $0.createTable("parcels") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("owner", .string, allowNull: false)
            $0.column("weight", .integer, allowNull: false)
        }
    } _: { _ in
        try await Parcel.bulkCreate([Parcel("Ann", 1), Parcel("Ann", 2), Parcel("Bob", 3)])
        try await ReadLog.$current.withValue(log) { try await body(log) }
    }
}
