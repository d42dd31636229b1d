#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A mark at a row of an ordered query, from which the next page goes on. As text it is opaque and fits into a URL.
///
/// ```swift
/// let page = try await Post.findPage {
///     $0.order(by: \.createdAt, .descending)
///     $0.limit(20)
///     if let text = request.query["after"] { $0.seek(after: try Cursor(text)) }
/// }
/// page.next?.description
/// ```
///
/// It holds the values by which the row stands in the order, readable for whoever decodes it: do not order by what a
/// client may not see.
public struct Cursor: Sendable, Hashable, CustomStringConvertible {
    /// What stands for the order.
    private let order: String
    private let values: [Value]

    init(order: String, values: [Value]) {
        self.order = Self.mark(of: order)
        self.values = values
    }

    /// Reads a cursor's text.
    ///
    /// - Throws: ``QueryError`` when it is none. Whether it fits a query is seen when that runs.
    public init(_ text: String) throws {
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64 + padding), let json = try? JSON(parsing: data),
            let parts = json.array, let order = parts.first?.string
        else { throw Self.unreadable }
        self.order = order
        values = try parts.dropFirst().map { part in
            if part.isNull { return .null }
            guard let value = part.string.flatMap(Value.init(cursorText:)) else { throw Self.unreadable }
            return value
        }
    }

    /// The text, of letters, digits, `-` and `_`.
    public var description: String {
        let json = JSON.array([.string(order)] + values.map { $0.cursorText.map(JSON.string) ?? .null })
        return Data(json.description.utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The values, if they are those of an order.
    func values(along order: String, _ types: [ColumnType]) throws -> [Value] {
        guard self.order == Self.mark(of: order), values.count == types.count,
            zip(values, types).allSatisfy({ $0.kind == .null || $1.orders(with: $0.kind) })
        else {
            throw QueryError("the cursor is one of another order: begin with the first page")
        }
        return values
    }

    private static let unreadable = QueryError("the cursor cannot be read: it is not as it was given out")

    /// FNV-1a.
    private static func mark(of order: String) -> String {
        let hash = order.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        return String(hash, radix: 36)
    }
}

extension Value {
    /// The value with its kind in front, nil for null.
    fileprivate var cursorText: String? {
        switch self {
        case .null: nil
        case .integer(let number): "i\(number)"
        case .double(let number): "d\(number)"
        case .boolean(let flag): flag ? "b1" : "b0"
        case .text(let text): "t\(text)"
        case .blob(let bytes): "x\(Data(bytes).base64EncodedString())"
        case .date(let date): "e\(date.timeIntervalSinceReferenceDate)"
        case .dateOnly(let date): "o\(date)"
        case .time(let time): "m\(time)"
        case .uuid(let uuid): "u\(uuid.uuidString)"
        case .decimal(let number): "n\(number)"
        }
    }

    fileprivate init?(cursorText: String) {
        let text = String(cursorText.dropFirst())
        let value: Value? =
            switch cursorText.first {
            case "i": Int64(text).map(Value.integer)
            case "d": Double(text).flatMap { $0.isFinite ? .double($0) : nil }
            case "b": text == "1" ? .boolean(true) : text == "0" ? .boolean(false) : nil
            case "t": text.utf8.contains(0) ? nil : .text(text)
            case "x": Data(base64Encoded: text).map { .blob([UInt8]($0)) }
            case "e":
                Double(text).map(Date.init(timeIntervalSinceReferenceDate:)).flatMap { date in
                    DateText.string(date).map { _ in .date(date) }
                }
            case "o": DateOnly(text).map(Value.dateOnly)
            case "m": TimeOfDay(text).map(Value.time)
            case "u": UUID(uuidString: text).map(Value.uuid)
            case "n": DecimalText.parse(text).map(Value.decimal)
            default: nil
            }
        guard let value else { return nil }
        self = value
    }
}

extension ColumnType {
    /// Whether values of a kind stand in one order with those of the column.
    fileprivate func orders(with kind: ValueKind) -> Bool {
        switch self {
        case .smallint, .integer, .bigint: kind == .integer
        case .float, .double, .decimal: [.integer, .double, .decimal].contains(kind)
        case .boolean: kind == .boolean
        case .date: kind == .date
        case .dateonly: kind == .dateOnly
        case .time: kind == .time
        case .uuid: kind == .uuid
        case .blob: kind == .blob
        default: kind == .text
        }
    }

    /// The value at a position of a row, as the kind that the column is of and not the engine's own.
    func value(in row: Row, at index: Int) throws -> Value {
        guard !row.isNull(index) else { return .null }
        return switch self {
        case .smallint, .integer, .bigint: .integer(try row[index])
        case .float, .double: .double(try row[index])
        case .decimal: .decimal(try row[index])
        case .boolean: .boolean(try row[index])
        case .date: .date(try row[index])
        case .dateonly: .dateOnly(try row[index])
        case .time: .time(try row[index])
        case .uuid: .uuid(try row[index])
        case .blob: .blob(try row[index])
        default: .text(try row[index])
        }
    }
}
