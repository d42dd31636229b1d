extension Attribute {
    /// A number within `min` and `max`.
    func sampleNumber(_ place: Int, isNumbered: Bool) -> SampleValue? {
        if let allowed = validations.first(where: { $0.name == "isIn" })?.arguments, !allowed.isEmpty {
            return SampleValue(allowed[place % allowed.count].text)
        }
        if let only = arguments(of: "equals").first { return SampleValue(only.text) }
        let least = arguments(of: "min").compactMap(\.number).max()
        let most = arguments(of: "max").compactMap(\.number).min() ?? limit
        let step = max(1, abs(arguments(of: "isDivisibleBy").first?.number ?? 1))
        let start = ((least ?? min(step, most.rounded(.down))) / step).rounded(.up) * step
        guard start <= most else { return nil }
        if isUnique || isPrimaryKey, isNumbered, step == 1 {
            let offset = start == 1 ? "" : " + \(SwiftText.literal(Int(start) - 1))"
            return SampleValue(swift: "number\(offset)", json: ".integer(number\(offset))").numbered
        }
        let next = start + Double(place) * step
        let number = next <= most ? next : start
        return SampleValue(SwiftText.literal(Int(number)))
    }

    /// The greatest number that the type has room for, as far as samples go.
    private var limit: Double {
        if case .decimal(let precision, let scale) = type, precision - scale < 4 {
            return [0, 9, 99, 999][max(0, precision - scale)]
        }
        return 1_000
    }
}

extension SampleValue {
    /// The same value, known to differ from sample to sample.
    var numbered: SampleValue {
        var value = self
        value.isNumbered = true
        return value
    }
}
