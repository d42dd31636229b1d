#if MySQL
    import CMySQL

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    // The binary protocol: numbers with their low byte first, everything else behind its length.
    // https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_binary_resultset.html
    extension MySQLStatement {
        /// Where a cell starts; nil for null, and for one that is not there.
        func cell(_ index: Int) -> UnsafePointer<UInt8>? {
            guard forms.indices.contains(index), let binds = handle?.pointee.bind else { return nil }
            return UnsafePointer(binds[index].u.row_ptr)
        }

        func form(_ index: Int) -> MySQLForm {
            forms.indices.contains(index) ? forms[index] : .null
        }

        /// The number that a cell holds, nil when it is none, or no whole one, or beyond 64 bits.
        func number(at index: Int) -> Int64? {
            guard let cell = cell(index) else { return nil }
            switch forms[index] {
            case .integer(1, let isSigned): return isSigned ? Int64(Int8(bitPattern: cell[0])) : Int64(cell[0])
            case .integer(2, let isSigned):
                let bits = load(cell, as: UInt16.self)
                return isSigned ? Int64(Int16(bitPattern: bits)) : Int64(bits)
            case .integer(4, let isSigned):
                let bits = load(cell, as: UInt32.self)
                return isSigned ? Int64(Int32(bitPattern: bits)) : Int64(bits)
            case .integer(_, let isSigned):
                let bits = load(cell, as: UInt64.self)
                return isSigned ? Int64(bitPattern: bits) : Int64(exactly: bits)
            case .bits:
                guard let bytes = bytes(at: index), bytes.count <= 8 else { return nil }
                return Int64(exactly: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
            case .float, .double: return floating(at: index).flatMap { Int64(exactly: $0) }
            case .decimal: return string(at: index).flatMap(Self.whole)
            default: return nil
            }
        }

        func unsigned(at index: Int) -> UInt64? {
            cell(index).map { load($0, as: UInt64.self) }
        }

        func floating(at index: Int) -> Double? {
            guard let cell = cell(index) else { return nil }
            switch forms[index] {
            case .float: return Double(Float(bitPattern: load(cell, as: UInt32.self)))
            case .double: return Double(bitPattern: load(cell, as: UInt64.self))
            default: return nil
            }
        }

        /// The whole number that a decimal's text says: `12` or `12.000`.
        private static func whole(_ text: String) -> Int64? {
            let parts = text.split(separator: ".", maxSplits: 1)
            guard let first = parts.first, parts.count == 1 || parts[1].allSatisfy({ $0 == "0" }) else { return nil }
            return Int64(first)
        }

        private func load<T: FixedWidthInteger>(_ cell: UnsafePointer<UInt8>, as type: T.Type) -> T {
            T(littleEndian: UnsafeRawPointer(cell).loadUnaligned(as: T.self))
        }
    }

    // Texts and times.
    extension MySQLStatement {
        /// The bytes of a cell that is written behind its length.
        func bytes(at index: Int) -> UnsafeBufferPointer<UInt8>? {
            guard let cell = cell(index) else { return nil }
            let (length, width): (UInt64, Int) =
                switch cell[0] {
                case 252: (UInt64(load(cell + 1, as: UInt16.self)), 3)
                case 253: (UInt64(load(cell + 1, as: UInt16.self)) | UInt64(cell[3]) << 16, 4)
                case 254: (load(cell + 1, as: UInt64.self), 9)
                case let short: (UInt64(short), 1)
                }
            return UnsafeBufferPointer(start: cell + width, count: Int(clamping: length))
        }

        /// The text of a cell, nil when its bytes are no UTF-8.
        func string(at index: Int) -> String? {
            guard let bytes = bytes(at: index) else { return nil }
            // `String(validating:)` is generic over its bytes and several times slower; what was repaired is another text.
            var text = String(decoding: bytes, as: UTF8.self)
            let isWhole = text.withUTF8 { text in
                guard text.count == bytes.count, let mine = text.baseAddress, let theirs = bytes.baseAddress else {
                    return bytes.isEmpty
                }
                return memcmp(mine, theirs, bytes.count) == 0
            }
            return isWhole ? text : nil
        }

        /// A day, and the time on it; nil for the day that MySQL writes as zeros.
        func civil(at index: Int) -> CivilTime? {
            guard let cell = cell(index), cell[0] >= 4 else { return nil }
            var time = CivilTime(
                year: Int(load(cell + 1, as: UInt16.self)), month: Int(cell[3]), day: Int(cell[4]), hour: 0, minute: 0,
                second: 0, millisecond: 0)
            if cell[0] >= 7 {
                time.hour = Int(cell[5])
                time.minute = Int(cell[6])
                time.second = Int(cell[7])
            }
            if cell[0] >= 11 { time.millisecond = Int(load(cell + 8, as: UInt32.self)) / 1000 }
            return time
        }

        /// A time of the day; nil for the spans of several days, and those before zero, that MySQL's TIME holds too.
        func clock(at index: Int) -> TimeOfDay? {
            guard let cell = cell(index) else { return nil }
            guard cell[0] >= 8 else { return TimeOfDay(hour: 0, minute: 0) }
            guard cell[1] == 0, load(cell + 2, as: UInt32.self) == 0 else { return nil }
            let millisecond = cell[0] >= 12 ? Int(load(cell + 9, as: UInt32.self)) / 1000 : 0
            return TimeOfDay(
                hour: Int(cell[6]), minute: Int(cell[7]), second: Int(cell[8]), millisecond: millisecond)
        }
    }
#endif
