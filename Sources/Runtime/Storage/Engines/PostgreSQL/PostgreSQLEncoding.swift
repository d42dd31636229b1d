#if PostgreSQL
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Values in the form of the types that the server has inferred for a statement's marks.
    ///
    /// A value goes where nothing of it is lost: an integer into any number, `1` into a boolean, whatever is not bytes
    /// into a text. What would be changed is refused.
    enum PostgreSQLEncoding {
        /// Appends a value that is not null.
        static func append(_ value: Value, as type: UInt32, to bytes: inout [UInt8]) throws -> PostgreSQLFormat {
            switch type {
            case PostgreSQLType.int4: append(try integer(value, Int32.self), to: &bytes)
            case PostgreSQLType.int8: append(try integer(value, Int64.self), to: &bytes)
            case PostgreSQLType.int2: append(try integer(value, Int16.self), to: &bytes)
            case PostgreSQLType.float8: append(try double(value).bitPattern, to: &bytes)
            case PostgreSQLType.float4: append(try single(value).bitPattern, to: &bytes)
            case PostgreSQLType.bool: bytes.append(try boolean(value) ? 1 : 0)
            case PostgreSQLType.bytea: try append(blob: value, to: &bytes)
            case PostgreSQLType.jsonb:
                bytes.append(1)  // the version of the form
                try append(text(of: value), to: &bytes)
            case PostgreSQLType.numeric:
                bytes.append(contentsOf: try number(value).utf8)
                return .text
            case PostgreSQLType.text, PostgreSQLType.varchar, PostgreSQLType.bpchar, PostgreSQLType.json,
                PostgreSQLType.name, PostgreSQLType.unknown:
                try append(text(of: value), to: &bytes)
            default: return try append(time: value, as: type, to: &bytes)
            }
            return .binary
        }

        /// Dates, times and keys in binary form; anything else as text, which the server reads or refuses.
        private static func append(
            time value: Value, as type: UInt32, to bytes: inout [UInt8]
        ) throws -> PostgreSQLFormat {
            switch (type, value) {
            case (PostgreSQLType.timestamptz, .date(let date)), (PostgreSQLType.timestamp, .date(let date)):
                append(try PostgreSQLTime.microseconds(date), to: &bytes)
            case (PostgreSQLType.timestamptz, .dateOnly(let date)), (PostgreSQLType.timestamp, .dateOnly(let date)):
                append(PostgreSQLTime.microseconds(date), to: &bytes)
            case (PostgreSQLType.date, .dateOnly(let date)): append(PostgreSQLTime.days(date), to: &bytes)
            case (PostgreSQLType.time, .time(let time)): append(PostgreSQLTime.microseconds(time), to: &bytes)
            case (PostgreSQLType.uuid, .uuid(let uuid)): withUnsafeBytes(of: uuid.uuid) { bytes.append(contentsOf: $0) }
            case (PostgreSQLType.timestamptz, .text), (PostgreSQLType.timestamp, .text), (PostgreSQLType.date, .text),
                (PostgreSQLType.time, .text), (PostgreSQLType.uuid, .text):
                try append(text(of: value), to: &bytes)
                return .text
            case (PostgreSQLType.timestamptz, _), (PostgreSQLType.timestamp, _), (PostgreSQLType.date, _),
                (PostgreSQLType.time, _), (PostgreSQLType.uuid, _):
                throw refusal(value, "where the database expects \(name(of: type))")
            default:
                try append(text(of: value), to: &bytes)
                return .text
            }
            return .binary
        }

        private static func name(of type: UInt32) -> String {
            switch type {
            case PostgreSQLType.uuid: "a UUID"
            case PostgreSQLType.time: "a time of day"
            case PostgreSQLType.date: "a date without a time"
            default: "a date"
            }
        }

        private static func refusal(_ value: Value, _ place: String) -> ValueError {
            ValueError(kind: value.kind, reason: "a value of kind \(value.kind) \(place)")
        }

        private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
            withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
        }

        private static func append(_ text: String, to bytes: inout [UInt8]) throws {
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            guard !bytes[start...].contains(0) else {
                throw ValueError(kind: .text, reason: "text with a NUL character")
            }
        }

        private static func append(blob value: Value, to bytes: inout [UInt8]) throws {
            switch value {
            case .blob(let blob): bytes.append(contentsOf: blob)
            case .text(let text): bytes.append(contentsOf: text.utf8)
            default: throw refusal(value, "where the database expects bytes")
            }
        }
    }

    // Numbers.
    extension PostgreSQLEncoding {
        private static func integer<T: FixedWidthInteger>(_ value: Value, _ type: T.Type) throws -> T {
            let number: Int64?
            switch value {
            case .integer(let integer): number = integer
            case .boolean(let flag): number = flag ? 1 : 0
            case .double(let double): number = Int64(exactly: double)
            case .decimal(let decimal): number = Int64(decimal.description)
            default: throw refusal(value, "where the database expects an integer")
            }
            guard let number else { throw refusal(value, "that is no integer, where the database expects one") }
            guard let fitting = T(exactly: number) else { throw PostgreSQLGreatInteger() }
            return fitting
        }

        private static func double(_ value: Value) throws -> Double {
            switch value {
            case .double(let double):
                guard !double.isNaN else { throw ValueError(kind: .double, reason: "a number that is none (NaN)") }
                return double
            case .integer(let integer):
                if let double = Double(exactly: integer) { return double }
            case .decimal(let decimal):
                if let double = Double(decimal.description), DecimalText.parse("\(double)") == decimal { return double }
            default: throw refusal(value, "where the database expects a number")
            }
            throw refusal(value, "with more digits than the column keeps")
        }

        /// A number of fewer digits than was given is the nearest; one that would become infinite is refused.
        private static func single(_ value: Value) throws -> Float {
            let double = try double(value)
            let single = Float(double)
            guard single.isFinite || double.isInfinite else {
                throw refusal(value, "that is greater than its type holds")
            }
            return single
        }

        /// The digits of a number.
        private static func number(_ value: Value) throws -> String {
            switch value {
            case .integer(let integer): return "\(integer)"
            case .decimal(let decimal):
                guard !decimal.isNaN else { throw ValueError(kind: .decimal, reason: "a number that is none (NaN)") }
                return decimal.description
            case .double(let double):
                guard double.isFinite else { throw ValueError(kind: .double, reason: "a number that is not finite") }
                return "\(double)"
            case .text(let text):
                if DecimalText.significantDigits(text) != nil { return text }
            default: break
            }
            throw refusal(value, "where the database expects a number")
        }

        private static func boolean(_ value: Value) throws -> Bool {
            switch value {
            case .boolean(let flag): return flag
            case .integer(0): return false
            case .integer(1): return true
            default: throw refusal(value, "where the database expects a boolean")
            }
        }

        /// A value as text, in the form in which engines without a type for it keep it.
        static func text(of value: Value) throws -> String {
            switch value {
            case .text(let text): return text
            case .integer(let number): return "\(number)"
            case .boolean(let flag): return flag ? "true" : "false"
            case .double, .decimal: return try number(value)
            case .dateOnly(let date): return date.description
            case .time(let time): return time.description
            case .uuid(let uuid): return uuid.uuidString.lowercased()
            case .date(let date):
                guard let text = DateText.string(date) else {
                    throw ValueError(kind: .date, reason: "a date outside of the years 0 to 9999")
                }
                return text
            case .blob, .null: throw refusal(value, "where the database expects text")
            }
        }
    }
#endif
