#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes plausible values of one column, one a row.
struct FakeColumn: Sendable {
    private enum Form: Sendable {
        case text(FakeTextColumn)
        case number(FakeNumber)
        case life(step: Int)
        case moment(ClosedRange<Int>)
        case day(ClosedRange<Int>)
        case constant(Value)
        case choice([Value])
        case boolean, time, uuid, blob, json
        case list(ColumnType)
    }

    private let form: Form
    private let isUnique: Bool
    private let seed: UInt64
    /// Of how many rows one has null; 0 for none.
    private let nullIn: Int

    /// Nil where no value is known that keeps the rules.
    ///
    /// - Parameters:
    ///   - choices: the values that the database allows, where it lists them.
    ///   - hash: that of the password of all rows.
    ///   - seed: that of the table's rows.
    init?(
        _ column: ColumnDescription, in table: String, _ facts: ColumnFacts, choices: [Value]?, isUnique: Bool,
        hash: String, seed: UInt64
    ) {
        guard let type = facts.type ?? column.type else { return nil }
        self.isUnique = isUnique
        self.seed = seed
        // Most rows are there and were not destroyed.
        let isWritten = ["createdAt", "updatedAt", "version"].contains(facts.role) || type == .password
        nullIn = !column.allowNull || isWritten || facts.has("notNull") ? 0 : facts.role == "deletedAt" ? -20 : 10
        let name = FakeTextForms.plain(column.name)
        guard let form = Self.form(column, name, table, type, facts, choices, isUnique, hash) else { return nil }
        self.form = form
    }

    private static func form(
        _ column: ColumnDescription, _ name: String, _ table: String, _ type: ColumnType, _ facts: ColumnFacts,
        _ choices: [Value]?, _ isUnique: Bool, _ hash: String
    ) -> Form? {
        if let step = ["createdAt", "updatedAt", "deletedAt"].firstIndex(of: facts.role), type == .date {
            return .life(step: step)
        }
        if facts.role == "version" { return .constant(.integer(0)) }
        if let choices, !choices.isEmpty { return .choice(choices) }
        switch type {
        case .string(let length), .char(let length): return text(column, table, length, facts, isUnique)
        case .text: return text(column, table, 4000, facts, isUnique)
        case .password: return .constant(.text(hash))
        case .smallint, .integer, .bigint, .float, .double, .decimal:
            if let words = facts.arguments(of: "isIn") ?? facts.arguments(of: "equals"), !words.isEmpty {
                return .choice(words.compactMap { DefaultWords.number($0, type) })
            }
            return FakeNumber(name, type, facts).map(Form.number)
        case .boolean: return .boolean
        case .date: return moments(name, facts).map(Form.moment)
        case .dateonly: return moments(name, facts).map(Form.day)
        case .time: return .time
        case .uuid: return .uuid
        case .enumeration(let values): return .choice(values.map(Value.text))
        case .json(nil): return facts.has("isArray") ? .list(.string) : .json
        case .json(let element?): return .list(element)
        case .blob: return .blob
        }
    }

    private static func text(
        _ column: ColumnDescription, _ table: String, _ length: Int, _ facts: ColumnFacts, _ isUnique: Bool
    ) -> Form? {
        FakeTextColumn(column, in: table, length: length, facts, isUnique: isUnique).map(Form.text)
    }

    /// The time in which moments of this name lie; nil where rules leave none.
    private static func moments(_ name: String, _ facts: ColumnFacts) -> ClosedRange<Int>? {
        var range = FakeMoment.past
        if name.contains("birth") || name == "dob" || name == "bornat" { range = FakeMoment.births }
        if ["expire", "due", "validuntil", "deadline"].contains(where: name.contains) { range = FakeMoment.future }
        func seconds(_ rule: String) -> Int? {
            facts.arguments(of: rule)?.first.flatMap { text in
                DateText.parse(text) ?? DateText.parse("\(text)T00:00:00.000Z")
            }.flatMap { Int(exactly: $0.timeIntervalSince1970.rounded()) }
        }
        let year = 366 * 86_400
        if let after = seconds("isAfter") {
            let low = after + 86_400
            range = max(low, range.lowerBound)...max(low + year, range.upperBound)
        }
        if let before = seconds("isBefore") {
            let high = before - 86_400
            guard facts.has("isAfter") else {
                return range.lowerBound <= high ? range.lowerBound...min(high, range.upperBound) : (high - year)...high
            }
            return range.lowerBound <= high ? range.lowerBound...min(high, range.upperBound) : nil
        }
        return range
    }

    /// The value of a row; nil where none was found that keeps the rules.
    ///
    /// - Parameters:
    ///   - number: the row's.
    ///   - turn: the same, another one each time a unique value was taken.
    func value(number: Int, turn: Int, _ chance: inout SampleNumber) -> Value? {
        if nullIn > 0, chance.next(below: nullIn) == 0 { return .null }
        if nullIn < 0, chance.next(below: -nullIn) != 0 { return .null }
        switch form {
        case .text(let column): return column.text(turn, &chance).map(Value.text)
        case .number(let number): return number.value(turn, isUnique: isUnique, &chance)
        case .life(let step): return .date(FakeMoment(ofRow: number, seed: seed, step: step).date)
        case .moment(let range):
            guard isUnique else { return .date(FakeMoment(in: range, &chance).date) }
            return .date(FakeMoment(seconds: range.lowerBound + turn % (range.upperBound - range.lowerBound)).date)
        case .day(let range):
            let days = max(1, (range.upperBound - range.lowerBound) / 86_400)
            let day = isUnique ? turn % days : chance.next(below: days)
            return FakeMoment(seconds: range.lowerBound + day * 86_400).day.map(Value.dateOnly)
        case .constant(let value): return value
        case .choice(let values):
            return values.isEmpty ? nil : values[isUnique ? turn % values.count : chance.next(below: values.count)]
        case .boolean: return .boolean(isUnique ? turn % 2 == 0 : chance.next(below: 2) == 0)
        case .time:
            let minute = isUnique ? turn % 1440 : chance.next(below: 1440)
            return TimeOfDay(hour: minute / 60, minute: minute % 60, second: 0).map(Value.time)
        case .uuid: return .uuid(SampleValue.uuid(&chance))
        case .blob: return .blob((0..<8).map { _ in UInt8(truncatingIfNeeded: chance.next()) })
        case .json: return .text(FakeText.json.text(turn, isUnique: isUnique, room: 0...4000, &chance))
        case .list(let element): return .text(Self.list(of: element, &chance))
        }
    }

    private static func list(of element: ColumnType, _ chance: inout SampleNumber) -> String {
        let items = (0..<chance.next(below: 4)).compactMap { _ -> String? in
            switch element {
            case .string, .text: "\"\(FakeWords.nouns.any(&chance))\""
            case .smallint, .integer, .bigint, .float, .double: "\(chance.next(below: 1000))"
            case .boolean: chance.next(below: 2) == 0 ? "true" : "false"
            case .enumeration(let values): values.isEmpty ? nil : FakeColumn.quoted(values.any(&chance))
            default: nil
            }
        }
        return "[\(items.joined(separator: ", "))]"
    }

    private static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.string(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
