/// Asks the questions of a change at a terminal, one after the other.
struct Interview {
    /// Shows a text and gives the line that was typed; nil at the end of input.
    var ask: (String) -> String?

    /// The hint that a person answers with; nil where they stop, or the input ends: that is never a yes.
    func answer(to question: Question) -> Hint? {
        var lines = ["", question.text]
        for (number, answer) in question.answers.enumerated() {
            lines.append("  \(number + 1)  \(answer.isOpen ? open(answer) : label(answer.hint)): \(answer.meaning)")
        }
        lines.append("Number, or nothing to stop: ")
        guard let typed = ask(lines.joined(separator: "\n"))?.trimmed, let number = Int(typed),
            question.answers.indices.contains(number - 1)
        else { return nil }
        let answer = question.answers[number - 1]
        guard answer.isOpen else { return answer.hint }
        guard case .backfill(let path, let example) = answer.hint else { return nil }
        let isExpression = example.hasPrefix("sql:")
        guard let value = ask(isExpression ? "Expression: " : "Value: ")?.trimmed, !value.isEmpty else { return nil }
        return .backfill(path, isExpression && !value.hasPrefix("sql:") ? "sql:" + value : value)
    }

    private func open(_ answer: Question.Answer) -> String {
        if case .backfill(_, let example) = answer.hint, example.hasPrefix("sql:") { return "an expression" }
        return "a value"
    }

    private func label(_ hint: Hint) -> String {
        switch hint {
        case .rename(_, let name): "renamed to \(name)"
        case .drop: "dropped"
        case .backfill(_, let value): value
        case .allowDataLoss: "go on"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
