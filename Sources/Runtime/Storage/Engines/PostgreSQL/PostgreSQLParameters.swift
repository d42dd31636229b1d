#if PostgreSQL
    import CPostgreSQL

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// The values of a statement in the form in which they are sent: one buffer for all, used again by the next
    /// statement.
    final class PostgreSQLParameters {
        private var bytes: [UInt8] = []
        /// Where each value starts; negative for null.
        private var starts: [Int] = []
        private var lengths: [Int32] = []
        private var formats: [Int32] = []
        private var pointers: [UnsafePointer<CChar>?] = []

        /// How many bytes the server takes at once, what goes with the values taken off: a gigabyte.
        private let longest: Int
        /// A buffer that one great value made longer than this is not kept.
        private static let keptBytes = 1 << 20

        init(longest: Int = 1 << 30 - 1 << 20) {
            self.longest = longest
        }

        /// Takes the values in, each in the form of its parameter's type.
        ///
        /// - Throws: ``ValueError`` for one that does not fit its type, `PostgreSQLGreatInteger` for an integer that
        ///   only a greater type holds.
        func encode(_ values: [Value], as types: [UInt32]) throws {
            if bytes.capacity > Self.keptBytes { bytes = [] }
            bytes.removeAll(keepingCapacity: true)
            starts.removeAll(keepingCapacity: true)
            lengths.removeAll(keepingCapacity: true)
            formats.removeAll(keepingCapacity: true)
            for (value, type) in zip(values, types) {
                guard value != .null else {
                    starts.append(-1)
                    lengths.append(0)
                    formats.append(1)
                    continue
                }
                try requireRoom(for: value)
                let start = bytes.count
                let format = try PostgreSQLEncoding.append(value, as: type, to: &bytes)
                starts.append(start)
                lengths.append(Int32(truncatingIfNeeded: bytes.count - start))
                formats.append(format.rawValue)
                // Text is read up to a NUL; and an empty value must have an address, since none means null.
                bytes.append(0)
            }
        }

        /// Before it is copied.
        private func requireRoom(for value: Value) throws {
            let size =
                switch value {
                case .text(let text): text.utf8.count
                case .blob(let blob): blob.count
                default: 0
                }
            guard size <= longest else {
                throw ValueError(kind: value.kind, reason: "a value of \(size) bytes (PostgreSQL takes \(longest))")
            }
            guard size <= longest - bytes.count else {
                throw ValueError(
                    kind: value.kind, reason: "a value that makes its statement longer than \(longest) bytes")
            }
        }

        func withPointers<R>(
            _ body: (
                _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
                _ formats: UnsafePointer<Int32>?
            ) -> R
        ) -> R {
            bytes.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { bytes in
                    pointers.removeAll(keepingCapacity: true)
                    for start in starts { pointers.append(start < 0 ? nil : bytes.baseAddress.map { $0 + start }) }
                    return pointers.withUnsafeBufferPointer { pointers in
                        body(Int32(clamping: starts.count), pointers.baseAddress, lengths, formats)
                    }
                }
            }
        }
    }

    /// An integer that does not fit into the type that the server has inferred: it asks for a greater one.
    struct PostgreSQLGreatInteger: Error {
        static var refusal: ValueError {
            ValueError(kind: .integer, reason: "an integer that its type has no room for")
        }
    }

    /// The two forms of a value on the wire.
    enum PostgreSQLFormat: Int32 {
        case text = 0
        case binary = 1
    }
#endif
