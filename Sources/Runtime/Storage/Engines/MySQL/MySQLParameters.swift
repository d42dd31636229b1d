#if MySQL
    import CMySQL

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// The memory that a statement's values are bound from, kept from one run to the next.
    final class MySQLParameters {
        let count: Int
        private let binds: UnsafeMutablePointer<MYSQL_BIND>
        /// A number or a time for each value.
        private let slots: UnsafeMutableRawPointer
        /// The bytes of texts and blobs, one behind the other.
        private var bytes: [UInt8] = []

        private static let slot = max(MemoryLayout<MYSQL_TIME>.stride, MemoryLayout<Int64>.stride)

        init(count: Int) {
            self.count = count
            binds = .allocate(capacity: count)
            binds.initialize(repeating: MYSQL_BIND(), count: count)
            slots = .allocate(byteCount: count * Self.slot, alignment: MemoryLayout<MYSQL_TIME>.alignment)
        }

        deinit {
            binds.deallocate()
            slots.deallocate()
        }

        /// Lends the values as libmariadb wants them, nil when there are none.
        ///
        /// - Throws: ``ValueError`` for a value that MySQL does not keep as it is.
        func withBound<R>(_ values: Values, _ body: (UnsafeMutablePointer<MYSQL_BIND>?) throws -> R) throws -> R {
            guard count > 0 else { return try body(nil) }
            bytes.removeAll(keepingCapacity: true)
            for index in 0..<count { try set(values.items[index], at: index) }
            // A large value is not kept for ever.
            defer { if bytes.capacity > 1 << 20 { bytes = [] } }
            return try bytes.withUnsafeMutableBytes { buffer in
                var start = 0
                for index in 0..<count where binds[index].buffer == nil {
                    // An empty list of bytes has no address, and no address would be read as a place to fill.
                    binds[index].buffer = buffer.baseAddress.map { $0 + start } ?? slots
                    start += Int(binds[index].buffer_length)
                }
                return try body(binds)
            }
        }

        private func set(_ value: Value, at index: Int) throws {
            binds[index] = MYSQL_BIND()
            switch value {
            case .integer(let number): store(number, MYSQL_TYPE_LONGLONG, at: index)
            case .text(let text): try set(text, at: index)
            case .null:
                binds[index].buffer_type = MYSQL_TYPE_NULL
                binds[index].buffer = slots
            case .boolean(let flag): store(UInt8(flag ? 1 : 0), MYSQL_TYPE_TINY, at: index)
            case .double(let number):
                guard number.isFinite else { throw ValueError(kind: .double, reason: "a number that is not finite") }
                store(number, MYSQL_TYPE_DOUBLE, at: index)
            case .date(let date): store(MYSQL_TIME(try MySQLText.civil(date)), MYSQL_TYPE_DATETIME, at: index)
            case .dateOnly(let day): store(MYSQL_TIME(day), MYSQL_TYPE_DATE, at: index)
            case .time(let time): store(MYSQL_TIME(time), MYSQL_TYPE_TIME, at: index)
            case .uuid(let uuid): try set(MySQLText.uuid(uuid), at: index)
            case .decimal(let number):
                guard !number.isNaN else { throw ValueError(kind: .decimal, reason: "a number that is none (NaN)") }
                let digits = number.description
                // More than that the server would round in silence.
                guard digits.utf8.drop(while: { $0 != UInt8(ascii: ".") }).count <= 31 else {
                    throw ValueError(kind: .decimal, reason: "a decimal of more than 30 digits behind the point")
                }
                append(digits.utf8, MYSQL_TYPE_NEWDECIMAL, at: index)
            case .blob(let bytes): append(bytes, MYSQL_TYPE_BLOB, at: index)
            }
        }

        private func set(_ text: String, at index: Int) throws {
            var text = text
            try text.withUTF8 { bytes in
                // PostgreSQL has no such text, and SQLite's functions end at it.
                guard !bytes.contains(0) else { throw ValueError(kind: .text, reason: "text with a NUL character") }
                append(bytes, MYSQL_TYPE_STRING, at: index)
            }
        }

        private func store<T: BitwiseCopyable>(_ value: T, _ type: enum_field_types, at index: Int) {
            let slot = slots + index * Self.slot
            slot.storeBytes(of: value, as: T.self)
            binds[index].buffer_type = type
            binds[index].buffer = slot
        }

        private func append(_ content: some Collection<UInt8>, _ type: enum_field_types, at index: Int) {
            bytes.append(contentsOf: content)
            binds[index].buffer_type = type
            binds[index].buffer_length = UInt(content.count)
            binds[index].length_value = UInt(content.count)
        }
    }

    extension MYSQL_TIME {
        fileprivate init(_ time: CivilTime) {
            self.init(
                year: UInt32(time.year), month: UInt32(time.month), day: UInt32(time.day), hour: UInt32(time.hour),
                minute: UInt32(time.minute), second: UInt32(time.second), second_part: UInt(time.millisecond) * 1000,
                neg: 0, time_type: MYSQL_TIMESTAMP_DATETIME)
        }

        fileprivate init(_ day: DateOnly) {
            self.init(
                year: UInt32(day.year), month: UInt32(day.month), day: UInt32(day.day), hour: 0, minute: 0, second: 0,
                second_part: 0, neg: 0, time_type: MYSQL_TIMESTAMP_DATE)
        }

        fileprivate init(_ time: TimeOfDay) {
            self.init(
                year: 0, month: 0, day: 0, hour: UInt32(time.hour), minute: UInt32(time.minute),
                second: UInt32(time.second), second_part: UInt(time.millisecond) * 1000, neg: 0,
                time_type: MYSQL_TIMESTAMP_TIME)
        }
    }
#endif
