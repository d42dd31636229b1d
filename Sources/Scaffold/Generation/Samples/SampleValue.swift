/// A value that keeps the rules of an attribute, for tests and demo rows: as Swift, as JSON and as a cell of a row.
struct SampleValue: Equatable, Sendable {
    /// In code: `"Title"`, `.draft`, `try #require(DateOnly("2026-01-31"))`.
    var swift: String
    /// As a request's body has it: `"Title"`, `1`, `true`.
    var json: String
    /// In a seeder's row.
    var cell: String
    /// Whether it holds a number that differs from sample to sample, so that nobody knows it beforehand.
    var isNumbered = false

    /// The same expression in all three places.
    init(_ everywhere: String, isNumbered: Bool = false) {
        self.init(swift: everywhere, json: everywhere, cell: everywhere)
        self.isNumbered = isNumbered
    }

    init(swift: String, json: String, cell: String? = nil) {
        self.swift = swift
        self.json = json
        self.cell = cell ?? json
    }
}

extension Attribute {
    /// The sample at a place: 0 is the one that tests make, 1 another one to change it to; a demo row has its own.
    ///
    /// - Parameter isNumbered: whether unique values take a number that the test counts up (`\(number)`).
    /// - Returns: nil where no value is known to keep the rules.
    func sample(_ place: Int = 0, isNumbered: Bool = true) -> SampleValue? {
        let value = has("isNull") ? nil : sampleOfType(place, isNumbered: isNumbered)
        return value.flatMap { isInTime($0) ? $0 : nil }
    }

    /// Whether a day or a time keeps `isAfter` and `isBefore`; the texts are ordered as what they name.
    private func isInTime(_ value: SampleValue) -> Bool {
        let text = value.json.filter { $0 != "\"" }
        return arguments(of: "isAfter").allSatisfy { text > $0.text }
            && arguments(of: "isBefore").allSatisfy { text < $0.text }
    }

    private func sampleOfType(_ place: Int, isNumbered: Bool) -> SampleValue? {
        switch type {
        case .string, .text, .char: return sampleText(place, isNumbered: isNumbered)
        case .smallint, .integer, .bigint: return sampleNumber(place, isNumbered: isNumbered)
        case .float, .double, .decimal: return sampleNumber(place, isNumbered: false)
        case .boolean: return place < 2 ? SampleValue("\(place == 0)") : SampleValue("\(place.isMultiple(of: 2))")
        case .date:
            let day = 31 - place % 28
            return SampleValue(
                swift: "Date(timeIntervalSince1970: \(SwiftText.literal(1_769_853_600 - place % 28 * 86_400)))",
                json: "\"2026-01-\(day < 10 ? "0" : "")\(day)T10:00:00.000Z\"", cell: ".now")
        case .dateonly:
            let day = "\"2026-01-\(31 - place % 20)\""
            return SampleValue(swift: "try #require(DateOnly(\(day)))", json: day)
        case .time:
            let time = "\"\(10 + place % 10):30:00\""
            return SampleValue(swift: "try #require(TimeOfDay(\(time)))", json: time)
        case .uuid: return sampleUUID(place)
        case .json: return SampleValue(swift: "[\"sample\": \(place)]", json: "[\"sample\": \(place)]", cell: "\"{}\"")
        case .blob:
            return SampleValue(swift: "Data([\(place % 256)])", json: "\"\(["AA", "AQ"][place % 2])==\"", cell: "\"\"")
        case .password: return samplePassword(place)
        case .enum(_, let cases): return sampleCase(cases, place)
        case .array: return SampleValue(swift: "[]", json: "[]", cell: "\"[]\"")
        }
    }

    private func sampleUUID(_ place: Int) -> SampleValue {
        let digits = String(place + 1, radix: 16)
        let text = "\"00000000-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)\""
        return SampleValue(swift: "UUID()", json: ".string(UUID().uuidString)", cell: text)
    }

    private func sampleCase(_ cases: [EnumCase], _ place: Int) -> SampleValue? {
        let allowed = arguments(of: "isIn").map(\.text)
        let refused = arguments(of: "notIn").map(\.text)
        let possible = cases.filter { (allowed.isEmpty || allowed.contains($0.value)) && !refused.contains($0.value) }
        guard !possible.isEmpty else { return nil }
        let one = possible[place % possible.count]
        guard let number = one.number else {
            return SampleValue(swift: ".\(one.swiftName)", json: SwiftText.literal(one.value))
        }
        return SampleValue(
            swift: ".\(one.swiftName)", json: SwiftText.literal(number),
            cell: isStoredByNumber ? SwiftText.literal(number) : SwiftText.literal(one.value))
    }

    private func samplePassword(_ place: Int) -> SampleValue {
        let (least, most) = lengths
        let words = place.isMultiple(of: 2) ? "correct horse battery" : "battery horse correct"
        let start = has("isStrongPassword") ? "Correct-horse-\(place)" : words
        let padded = start + String(repeating: "!", count: max(0, least - start.count))
        let literal = SwiftText.literal(String(padded.prefix(max(most, 1))))
        return SampleValue(swift: literal, json: literal, cell: ".password(\(literal))")
    }

    func arguments(of rule: String) -> [Validation.Argument] {
        validations.filter { $0.name == rule }.flatMap(\.arguments)
    }

    func has(_ rule: String) -> Bool { validations.contains { $0.name == rule } }

    /// The fewest and the most characters that type and rules allow.
    var lengths: (least: Int, most: Int) {
        var (least, most) = (0, 10_000)
        switch type {
        case .string(let length): most = length
        case .char(let length): most = length
        case .password: most = 72
        default: break
        }
        for rule in validations where rule.name == "len" {
            if let first = rule.arguments.first?.number { least = max(least, Int(first)) }
            if let last = rule.arguments.dropFirst().first?.number { most = min(most, Int(last)) }
        }
        if has("notEmpty") { least = max(least, 1) }
        return (least, most)
    }
}

extension Validation.Argument {
    /// The argument as text.
    var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .flag(_, let flag): "\(flag)"
        case .words(_, let words): words.joined(separator: " ")
        }
    }

    /// The argument as a number, if it is one.
    var number: Double? {
        switch self {
        case .string, .flag, .words: nil
        case .integer(let number): Double(number)
        case .double(let number): number
        }
    }
}
