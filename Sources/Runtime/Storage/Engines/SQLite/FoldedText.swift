#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A text that is looked for in others, in bytes of UTF-8.
///
/// Folding maps every letter to its lower case, one by one and in no language in particular; accents stay.
final class FoldedText {
    private let bytes: [UInt8]
    private let folding: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, folding: Bool) {
        self.folding = folding
        bytes = folding ? Self.folded(text) : Array(text)
    }

    /// Whether this text stands so in another one.
    func stands(_ relation: TextRelation, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard folding else { return found(relation, in: text) }
        return Self.folded(text).withUnsafeBufferPointer { found(relation, in: $0) }
    }

    private func found(_ relation: TextRelation, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= text.count else { return false }
        switch relation {
        case .startsWith: return text.starts(with: bytes)
        case .endsWith: return text.suffix(bytes.count).elementsEqual(bytes)
        case .contains: return contains(text)
        }
    }

    /// Jumps from one place of the first byte to the next.
    private func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        guard let start = text.baseAddress else { return false }
        return bytes.withUnsafeBufferPointer { part in
            let end = start + text.count
            var place = start
            while end - place >= part.count {
                guard let found = memchr(place, Int32(first), end - place - part.count + 1) else { return false }
                if memcmp(found, part.baseAddress ?? start, part.count) == 0 { return true }
                place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
            }
            return false
        }
    }

    static func folded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        fold(text, into: &result)
        return result
    }

    private static func fold(_ text: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) {
        // All bits that occur: one pass without branches, which the processor does many bytes at a time.
        guard text.reduce(0, |) < 0x80 else { return foldLetters(text, into: &result) }
        result = [UInt8](unsafeUninitializedCapacity: text.count) { buffer, count in
            for index in 0..<text.count { buffer[index] = lowered(text[index]) }
            count = text.count
        }
    }

    private static func foldLetters(_ text: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) {
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                result.append(lowered(UInt8(truncatingIfNeeded: scalar.value)))
            } else {
                // The sigma that ends a word is a sigma.
                result.append(contentsOf: scalar == "ς" ? "σ".utf8 : scalar.properties.lowercaseMapping.utf8)
            }
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte | (byte &- UInt8(ascii: "A") < 26 ? 0x20 : 0)
    }
}
