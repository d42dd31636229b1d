#if PostgreSQL
    import CPostgreSQL

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// What a statement returned, and the cells of its row at hand: nothing is copied that nobody reads.
    ///
    /// Cells come in the server's own binary form; which one, the column's type says.
    final class PostgreSQLRows {
        let result: OpaquePointer
        let count: Int
        private let rowCount: Int32
        // asked for each cell, and changed only between rows by the one thread that holds them
        @exclusivity(unchecked) private var row: Int32 = 0

        /// - Parameter result: is freed with this.
        init(_ result: OpaquePointer) {
            self.result = result
            count = Int(PQnfields(result))
            rowCount = PQntuples(result)
        }

        deinit {
            PQclear(result)
        }

        func read(_ body: (Row) throws -> Void) rethrows {
            let cells = Row(self)
            while row < rowCount {
                try body(cells)
                row += 1
            }
        }

        /// How many rows were inserted, found to be changed or deleted.
        var rowsAffected: Int {
            // A SELECT tells how many rows it returned, which it did not change.
            guard let text = PQcmdTuples(result), PQresultStatus(result) == PGRES_COMMAND_OK || isWriting else {
                return 0
            }
            return Int(String(cString: text)) ?? 0
        }

        private var isWriting: Bool {
            guard let tag = PQcmdStatus(result).map({ String(cString: $0) }) else { return false }
            return ["INSERT", "UPDATE", "DELETE", "MERGE"].contains { tag.hasPrefix($0) }
        }
    }

    // The bytes of a cell. Behind those of every cell libpq puts a NUL.
    extension PostgreSQLRows {
        private func contains(_ index: Int) -> Bool { index >= 0 && index < count && row < rowCount }

        private func type(_ index: Int) -> UInt32 {
            contains(index) ? PQftype(result, Int32(truncatingIfNeeded: index)) : PostgreSQLType.unknown
        }

        /// The bytes of a cell in place, nil for null.
        private func bytes(_ index: Int) -> UnsafeRawBufferPointer? {
            guard contains(index) else { return nil }
            let column = Int32(truncatingIfNeeded: index)
            let count = Int(PQgetlength(result, row, column))
            // a null has no length either
            guard count > 0 || PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
                return nil
            }
            return UnsafeRawBufferPointer(start: start, count: count)
        }

        private static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
            // `String(validating:)` is generic over its bytes and several times slower; it is left for cut texts.
            let quick = bytes.withMemoryRebound(to: CChar.self) {
                $0.baseAddress.flatMap(String.init(validatingCString:))
            }
            return quick?.utf8.count == bytes.count ? quick : String(validating: bytes, as: UTF8.self)
        }

        /// The number of a cell that is as long as the number.
        private func number<T: FixedWidthInteger>(_ index: Int, _ type: T.Type) -> T? {
            guard let bytes = bytes(index), bytes.count == MemoryLayout<T>.size else { return nil }
            return T(bigEndian: bytes.loadUnaligned(as: T.self))
        }

        private func numeric(_ index: Int) -> PostgreSQLNumeric? { bytes(index).flatMap(PostgreSQLNumeric.init) }

        /// The integer of a column of integers, nil where it is none or null.
        private func wholeNumber(_ index: Int) -> Int64? {
            switch type(index) {
            case PostgreSQLType.int4: number(index, Int32.self).map(Int64.init)
            case PostgreSQLType.int8: number(index, Int64.self)
            case PostgreSQLType.int2: number(index, Int16.self).map(Int64.init)
            case PostgreSQLType.oid: number(index, UInt32.self).map(Int64.init)
            default: nil
            }
        }

        private func floatingNumber(_ index: Int) -> Double? {
            switch type(index) {
            case PostgreSQLType.float8: number(index, UInt64.self).map(Double.init(bitPattern:))
            case PostgreSQLType.float4: number(index, UInt32.self).map { Double(Float(bitPattern: $0)) }
            default: nil
            }
        }

        /// The text of a cell that holds text in any of the server's forms.
        private func textBytes(_ index: Int) -> UnsafeRawBufferPointer? {
            guard let bytes = bytes(index) else { return nil }
            switch type(index) {
            case PostgreSQLType.text, PostgreSQLType.varchar, PostgreSQLType.json, PostgreSQLType.name,
                PostgreSQLType.char, PostgreSQLType.unknown:
                return bytes
            case PostgreSQLType.jsonb:
                // The first byte is the version of the form.
                return bytes.first == 1 ? UnsafeRawBufferPointer(rebasing: bytes.dropFirst()) : nil
            case PostgreSQLType.bpchar:
                // The server fills char(n) up with blanks that mean nothing to it; they are not what was stored.
                let length = bytes.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
                return UnsafeRawBufferPointer(rebasing: bytes[..<length])
            case let type:
                return type >= PostgreSQLType.firstOwn ? bytes : nil
            }
        }
    }

    extension PostgreSQLRows: Cells {
        func name(at index: Int) -> String {
            guard contains(index), let name = PQfname(result, Int32(truncatingIfNeeded: index)) else {
                return "column \(index)"
            }
            return String(cString: name)
        }

        func kind(at index: Int) -> ValueKind {
            guard !isNull(at: index) else { return .null }
            switch type(index) {
            case PostgreSQLType.int2, PostgreSQLType.int4, PostgreSQLType.int8, PostgreSQLType.oid: return .integer
            case PostgreSQLType.float4, PostgreSQLType.float8: return .double
            case PostgreSQLType.bool: return .boolean
            case PostgreSQLType.numeric: return .decimal
            case PostgreSQLType.timestamptz, PostgreSQLType.timestamp: return .date
            case PostgreSQLType.date: return .dateOnly
            case PostgreSQLType.time: return .time
            case PostgreSQLType.uuid: return .uuid
            case PostgreSQLType.bytea: return .blob
            default: return textBytes(index) == nil ? .blob : .text
            }
        }

        func isNull(at index: Int) -> Bool {
            !contains(index) || PQgetisnull(result, row, Int32(truncatingIfNeeded: index)) == 1
        }

        func integer(at index: Int) throws -> Int64 {
            if let number = wholeNumber(index) { return number }
            let exact: Int64? =
                type(index) == PostgreSQLType.numeric
                ? numeric(index)?.integer : floatingNumber(index).flatMap(Int64.init(exactly:))
            guard let exact else { throw mismatch(at: index, expected: "an integer") }
            return exact
        }

        func double(at index: Int) throws -> Double {
            if let number = floatingNumber(index) { return number }
            if let number = wholeNumber(index) { return Double(number) }
            if type(index) == PostgreSQLType.numeric, let number = numeric(index)?.double { return number }
            throw mismatch(at: index, expected: "a number")
        }

        func boolean(at index: Int) throws -> Bool {
            let number =
                type(index) == PostgreSQLType.bool ? number(index, UInt8.self).map(Int64.init) : wholeNumber(index)
            guard let number, number == 0 || number == 1 else { throw mismatch(at: index, expected: "a boolean") }
            return number == 1
        }

        func text(at index: Int) throws -> String {
            // A database of the encoding SQL_ASCII checks nothing.
            if let text = textBytes(index).flatMap(Self.text) { return text }
            if type(index) == PostgreSQLType.uuid { return try uuid(at: index).uuidString.lowercased() }
            throw mismatch(at: index, expected: "text in UTF-8")
        }

        func blob(at index: Int) throws -> [UInt8] {
            let bytes = type(index) == PostgreSQLType.bytea ? bytes(index) : textBytes(index)
            guard let bytes else { throw mismatch(at: index, expected: "a blob") }
            return [UInt8](bytes)
        }

        func date(at index: Int) throws -> Date {
            let date: Date? =
                switch type(index) {
                case PostgreSQLType.timestamptz, PostgreSQLType.timestamp:
                    number(index, Int64.self).flatMap(PostgreSQLTime.date(microseconds:))
                case PostgreSQLType.date: number(index, Int32.self).flatMap(PostgreSQLTime.date(days:))
                default: nil
                }
            guard let date else { throw mismatch(at: index, expected: "a date in the years 0 to 9999") }
            return date
        }

        func dateOnly(at index: Int) throws -> DateOnly {
            guard type(index) == PostgreSQLType.date,
                let date = number(index, Int32.self).flatMap(PostgreSQLTime.dateOnly(days:))
            else { throw mismatch(at: index, expected: "a date without a time in the years 0 to 9999") }
            return date
        }

        func time(at index: Int) throws -> TimeOfDay {
            guard type(index) == PostgreSQLType.time,
                let time = number(index, Int64.self).flatMap(PostgreSQLTime.timeOfDay(microseconds:))
            else { throw mismatch(at: index, expected: "a time of day (09:30:00)") }
            return time
        }

        func uuid(at index: Int) throws -> UUID {
            if type(index) == PostgreSQLType.uuid, let bytes = bytes(index), bytes.count == 16 {
                return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
            }
            if let bytes = textBytes(index), let uuid = UUID(uuidString: String(decoding: bytes, as: UTF8.self)) {
                return uuid
            }
            throw mismatch(at: index, expected: "a UUID")
        }

        func decimal(at index: Int) throws -> Decimal {
            if type(index) == PostgreSQLType.numeric, let number = numeric(index)?.decimal { return number }
            if let number = wholeNumber(index) { return Decimal(number) }
            // The shortest text that means this double.
            if let double = floatingNumber(index), let number = DecimalText.parse("\(double)") { return number }
            throw mismatch(at: index, expected: "a decimal")
        }

        func value(at index: Int) throws -> Value {
            switch kind(at: index) {
            case .null: .null
            case .integer: .integer(try integer(at: index))
            case .double: .double(try double(at: index))
            case .boolean: .boolean(try boolean(at: index))
            case .text: .text(try text(at: index))
            case .blob: .blob(try blob(at: index))
            case .date: .date(try date(at: index))
            case .dateOnly: .dateOnly(try dateOnly(at: index))
            case .time: .time(try time(at: index))
            case .uuid: .uuid(try uuid(at: index))
            case .decimal: .decimal(try decimal(at: index))
            }
        }
    }
#endif
