/// The lines of a text, each with the bytes that end it.
struct TextLines: Sendable {
    let bytes: [UInt8]
    /// Where each line starts, and the end of the text.
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for index in bytes.indices where bytes[index] == newline { starts.append(index + 1) }
        if starts.last != bytes.count { starts.append(bytes.count) }
        self.starts = starts
    }

    var count: Int { starts.count - 1 }

    /// Whether the last line is ended like the others. A text without lines counts as ended.
    var isEnded: Bool { bytes.last ?? newline == newline }

    /// What the lines of this text end with, told by the first of them; nil when none is ended.
    var lineEnd: [UInt8]? {
        guard let first = bytes.firstIndex(of: newline) else { return nil }
        return first > 0 && bytes[first - 1] == carriageReturn ? [carriageReturn, newline] : [newline]
    }

    /// A line with what ends it.
    func whole(_ line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }

    /// A line without what ends it.
    func content(_ line: Int) -> ArraySlice<UInt8> {
        var line = whole(line)
        if line.last == newline {
            line.removeLast()
            if line.last == carriageReturn { line.removeLast() }
        }
        return line
    }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

/// Gives what is equal the same number, so that comparing costs nothing.
struct Interner<Value: Hashable> {
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = numbers.count
        return numbers.count - 1
    }
}

extension Interner<ArraySlice<UInt8>> {
    /// A number for every line, the same for lines that differ at most in how they end.
    mutating func numbers(of lines: TextLines) -> [Int] { (0..<lines.count).map { number(of: lines.content($0)) } }
}
