import Foundation

@testable import ScaffoldStorage
@testable import scaffold

extension scaffold.ColumnType {
    private enum Family { case number, text, boolean, date, dateonly, uuid, json, list }

    private var family: Family? {
        switch word {
        case "smallint", "integer", "bigint", "float", "double", "decimal": .number
        case "string", "text": .text
        case "boolean": .boolean
        case "date": .date
        case "dateonly": .dateonly
        case "uuid": .uuid
        case "enum": .list
        case "json", "array string": .json
        default: nil
        }
    }

    /// How many characters a text may have.
    private var length: Int { word == "string" ? numbers.first ?? 255 : .max }

    /// Values of this type that every engine turns into values of the other, and those back into values of this.
    ///
    /// - Returns: an empty list for all values; nil when there are none.
    func common(with other: scaffold.ColumnType) -> [Value]? {
        let numbers = Array(0..<40)
        let isLong = length >= 40 && other.length >= 40
        switch (family, other.family) {
        case (.number, .number), (.number, .text): return numbers.map(number)
        case (.number, .boolean): return [number(0), number(1)]
        case (.boolean, .number), (.boolean, .text), (.date, .dateonly), (.dateonly, .date), (.dateonly, .text):
            return []
        case (.text, .number): return numbers.map { .text("\($0)") }
        case (.text, .boolean): return ["0", "1"]
        case (.text, .text): return numbers.map { .text("t \($0)") }
        case (.text, .dateonly): return numbers.map { .text("20\(10 + $0)-01-02") }
        case (.text, .date) where isLong: return numbers.map { .text("20\(10 + $0)-01-02 03:04:05") }
        case (.text, .uuid) where isLong:
            return numbers.map { .text("00000000-0000-4000-8000-0000000000\(10 + $0)") }
        case (.text, .json): return numbers.map { .text("[\($0)]") }
        case (.json, .text): return numbers.map { .text("[\($0)]") }
        case (.date, .text), (.uuid, .text): return isLong ? [] : nil
        case (.list, .text): return []
        case (.text, .list): return other.values.map { .text($0) }
        case (.list, .list):
            let both = values.filter(other.values.contains)
            return both.isEmpty ? nil : both.map { .text($0) }
        default: return nil
        }
    }

    private func number(_ number: Int) -> Value {
        switch word {
        case "float", "double": .double(Double(number))
        case "decimal": .decimal(Decimal(number))
        default: .integer(Int64(number))
        }
    }

    /// Whether a default, or a value of an index's rows, is one of this type.
    func holds(_ value: DefaultValue) -> Bool {
        switch (family, value) {
        case (.number, .integer), (.number, .double), (.number, .decimal), (.boolean, .boolean): true
        case (.text, .string(let text)): text.unicodeScalars.count <= length
        case (.list, .enumCase(let text)): values.contains(text)
        case (.date, .now), (.uuid, .uuidv4), (.uuid, .uuidv7), (.json, .json): true
        default: false
        }
    }

    /// A value for rows that have none.
    var filler: Backfill {
        switch family {
        case .number: .value(.integer(1))
        case .boolean: .value(.boolean(true))
        case .date: .value(.now)
        case .dateonly: .sql("'2020-01-02'")
        case .uuid: .sql("'00000000-0000-4000-8000-000000000000'")
        case .json: .sql("'[]'")
        case .list: .value(.enumCase(values.first ?? ""))
        case .text: .value(.string("filled"))
        case nil: word == "char" ? .value(.string("full")) : .sql(word == "time" ? "'01:02:03'" : "'filled'")
        }
    }
}
