import ScaffoldValidation

/// Makes the texts of one column: they keep its rules and look like what its name promises.
struct FakeTextColumn: Sendable {
    private let form: FakeText
    private let pattern: PatternSample?
    private let rules: FakeRules
    private let isUnique: Bool

    /// Nil where no form of texts keeps the rules.
    init?(_ column: ColumnDescription, in table: String, length: Int, _ facts: ColumnFacts, isUnique: Bool) {
        guard let rules = FakeRules(facts, length: length) else { return nil }
        self.rules = rules
        self.isUnique = isUnique
        let patterns = ["is", "regex"].compactMap { facts.arguments(of: $0) }.compactMap { words in
            words.first.flatMap { try? PatternSample($0, flags: words.count > 1 ? words[1] : "") }
        }
        let forms = FakeTextForms.forms(column.name, in: table, isLong: length > 255, facts)
        let candidates: [(FakeText, PatternSample?)] = patterns.map { (.word, $0) } + forms.map { ($0, nil) }
        // Some forms keep the rules with luck alone; the one that does so most often is taken.
        var best: (form: FakeText, pattern: PatternSample?, score: Int)?
        for (form, pattern) in candidates {
            var chance = SampleNumber(seed: 7, table, column.name)
            let score = (0..<24).count { turn in
                Self.text(form, pattern, rules, isUnique, turn * 37, &chance) != nil
            }
            if score > best?.score ?? 0 { best = (form, pattern, score) }
            if score == 24 { break }
        }
        guard let best else { return nil }
        form = best.form
        pattern = best.pattern
    }

    /// Nil where chance found none that keeps the rules.
    func text(_ turn: Int, _ chance: inout SampleNumber) -> String? {
        for _ in 0..<16 {
            if let text = Self.text(form, pattern, rules, isUnique, turn, &chance) { return text }
        }
        return nil
    }

    private static func text(
        _ form: FakeText, _ pattern: PatternSample?, _ rules: FakeRules, _ isUnique: Bool, _ turn: Int,
        _ chance: inout SampleNumber
    ) -> String? {
        if let pattern {
            let text = pattern.text { chance.next(below: $0) }
            return rules.keeps(text) ? text : nil
        }
        var text = form.text(turn, isUnique: isUnique, room: rules.room, &chance)
        for part in rules.parts { text += part }
        switch rules.letters {
        case .small: text = text.lowercased()
        case .capital: text = text.uppercased()
        case nil: break
        }
        if form.isProse { fit(&text, rules.room, keepsEnd: isUnique, &chance) }
        let count = text.utf8.count
        guard !rules.isEmpty || count > rules.room.upperBound else { return text }
        return rules.keeps(text) ? text : nil
    }

    /// More words, or fewer.
    private static func fit(
        _ text: inout String, _ room: ClosedRange<Int>, keepsEnd: Bool, _ chance: inout SampleNumber
    ) {
        var count = text.utf8.count
        while count < room.lowerBound {
            let word = FakeWords.nouns.any(&chance) + " "
            text = word + text
            count += word.utf8.count
        }
        guard count > room.upperBound else { return }
        // The end of a unique text is its number.
        let cut = keepsEnd ? text.suffix(room.upperBound) : text.prefix(room.upperBound)
        text = cut.drop { $0 == " " }.description
        while text.hasSuffix(" ") { text.removeLast() }
    }
}
