extension Index.Condition {
    /// The column, and kind and text of each value: `["status", "enum", "draft", "enum", "sent"]`.
    var recorded: [String] {
        [attribute]
            + values.flatMap { value -> [String] in
                guard let value else { return ["null", ""] }
                return [value.recorded[0], value.recorded.count > 1 ? value.recorded[1] : ""]
            }
    }

    init?(recorded: [String]) {
        guard let attribute = recorded.first, recorded.count >= 3 else { return nil }
        let words = Array(recorded.dropFirst())
        let values = stride(from: 0, to: words.count - 1, by: 2).map { place in
            words[place] == "null" ? nil : DefaultValue(recorded: [words[place], words[place + 1]])
        }
        self.init(attribute: attribute, values: values)
    }
}
