@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model with an attribute of every type.
struct EveryType: Model {
    enum Mood: String, Enumeration {
        case calm
        case quoted = "it's"
        case loud = "läut 💥"
    }

    var id = 0
    var small: Int16?
    var normal: Int32?
    var big: Int64?
    var single: Float?
    var double: Double?
    var price: Decimal?
    var amount: Decimal?
    var flag: Bool?
    var at: Date?
    var day: DateOnly?
    var clock: TimeOfDay?
    var word: String?
    var letters: String?
    var body: String?
    var key: UUID?
    var mood: Mood?
    var data: JSON?
    var bytes: [UInt8]?
    var names: [String]?

    static let types: [(name: String, type: ColumnType)] = [
        ("small", .smallint), ("normal", .integer), ("big", .bigint), ("single", .float), ("double", .double),
        ("price", .decimal(10, 2)), ("amount", .decimal), ("flag", .boolean), ("at", .date), ("day", .dateonly),
        ("clock", .time), ("word", .string(10)), ("letters", .char(3)), ("body", .text), ("key", .uuid),
        ("mood", .enum(Mood.self)), ("data", .json), ("bytes", .blob), ("names", .array(.text)),
    ]

    static let table = TableDefinition("samples", model: "EveryType") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        for (name, type) in types { $0.column(name, type, field: "the \(name)") }
    }

    struct Columns: Sendable {
        let id = Column<EveryType, Int>(0)
    }

    static let columns = Columns()

    init(row: Row) throws {
        id = try row[0]
        small = try row[1]
        normal = try row[2]
        big = try row[3]
        single = try row[4]
        double = try row[5]
        price = try row[6]
        amount = try row[7]
        flag = try row[8]
        at = try row[9]
        day = try row[10]
        clock = try row[11]
        word = try row[12]
        letters = try row[13]
        body = try row[14]
        key = try row[15]
        mood = try row[16]
        data = try row[17]
        bytes = try row[18]
        names = try row[19]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(small)
        values.append(normal)
        values.append(big)
        values.append(single)
        values.append(double)
        values.append(price)
        values.append(amount)
        values.append(flag)
        values.append(at)
        values.append(day)
        values.append(clock)
        values.append(word)
        values.append(letters)
        values.append(body)
        values.append(key)
        values.append(mood)
        values.append(data)
        values.append(bytes)
        values.append(names)
    }

    /// Creates a sample of one value, reads it in a query of its own and returns what was read.
    static func stored(_ name: String, _ value: Value) async throws -> Value {
        let index = try position(name)
        var changes = Changes<EveryType>()
        changes.set(index: index, value)
        let made = try await EveryType.create(changes)
        guard let found = try await EveryType.findByPk(made.id) else { throw Refused() }
        return found.encoded[index]
    }

    static func position(_ name: String) throws -> Int {
        guard let index = table.position(of: name) else { throw Refused() }
        return index
    }
}

/// Runs a test on a database of its own with a table of samples.
func withSamples<R: Sendable>(on engine: TestEngine, _ body: @Sendable (Database) async throws -> R) async throws -> R {
    try await engine.withTables {
        $0.createTable("samples") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            for (name, type) in EveryType.types { $0.column("the \(name)", type) }
        }
    } _: {
        try await body($0)
    }
}
