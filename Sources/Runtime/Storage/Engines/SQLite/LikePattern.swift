/// A pattern of LIKE, over bytes of UTF-8: `%` stands for any characters, `_` for one, and `\` takes that meaning from
/// what follows. It takes the time of text times pattern at most.
final class LikePattern {
    private enum Part {
        case byte(UInt8)
        case one
        case any
    }

    private let parts: [Part]
    private let folding: Bool

    init(_ text: UnsafeBufferPointer<UInt8>, folding: Bool) {
        self.folding = folding
        var parts: [Part] = []
        var isEscaped = false
        for byte in folding ? FoldedText.folded(text) : Array(text) {
            switch byte {
            case UInt8(ascii: "\\") where !isEscaped:
                isEscaped = true
                continue
            case UInt8(ascii: "%") where !isEscaped:
                // several in a row mean no more than one
                if case .any = parts.last {} else { parts.append(.any) }
            case UInt8(ascii: "_") where !isEscaped: parts.append(.one)
            default: parts.append(.byte(byte))
            }
            isEscaped = false
        }
        if isEscaped { parts.append(.byte(UInt8(ascii: "\\"))) }
        self.parts = parts
    }

    /// Whether all of the text is like the pattern.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard folding else { return isLike(text) }
        return FoldedText.folded(text).withUnsafeBufferPointer(isLike)
    }

    /// Goes back to the last `%` only: what an earlier one stands for need not grow once what follows it was found.
    private func isLike(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var (place, part) = (0, 0)
        var last: (part: Int, place: Int)?
        while place < text.count {
            if part < parts.count {
                switch parts[part] {
                case .any:
                    last = (part, place)
                    part += 1
                    continue
                case .one:
                    place = Self.end(of: place, in: text)
                    part += 1
                    continue
                case .byte(let byte) where text[place] == byte:
                    place += 1
                    part += 1
                    continue
                case .byte: break
                }
            }
            guard let (any, start) = last else { return false }
            place = Self.end(of: start, in: text)
            last = (any, place)
            part = any + 1
        }
        return parts[part...].allSatisfy { if case .any = $0 { true } else { false } }
    }

    /// Where the character ends that begins at a place.
    private static func end(of place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var end = place + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}
