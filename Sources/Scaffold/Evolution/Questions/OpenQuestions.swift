import FoundationEssentials

/// Questions that nobody was there to answer: nothing is written.
struct OpenQuestions: Error, Equatable, Sendable, CustomStringConvertible {
    var questions: [Question]

    /// The exit status of a run that stops at them.
    static let exitCode: Int32 = 2

    var description: String {
        "Nothing was written: a migration needs to know more. Run the command again with one option of each:\n" + list
    }

    /// The questions with their answers.
    var list: String {
        var lines: [String] = []
        for (number, question) in questions.enumerated() {
            let place = question.position.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            lines.append("\n\(number + 1). \(place)\(question.text)")
            let width = question.answers.map(\.hint.flag.count).max() ?? 0
            for answer in question.answers {
                let blank = String(repeating: " ", count: width - answer.hint.flag.count)
                lines.append("     \(answer.hint.flag)\(blank)   \(answer.meaning)")
            }
        }
        return lines.joined(separator: "\n")
    }

    /// Version 1: `{"version": 1, "questions": [{"kind", "subject", "text", "answers": [{"flag", "meaning", "example"}]}]}`;
    /// of a flag that is an example the value is to be filled in.
    func json() throws -> String {
        let report = Report(
            questions: questions.map { question in
                .init(
                    kind: question.kind.rawValue, subject: "\(question.subject)", text: question.text,
                    answers: question.answers.map {
                        .init(flag: $0.hint.flag, meaning: $0.meaning, example: $0.isOpen)
                    })
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private struct Report: Encodable {
        var version = 1
        var questions: [Item]

        struct Item: Encodable {
            var kind: String
            var subject: String
            var text: String
            var answers: [Answer]
        }

        struct Answer: Encodable {
            var flag: String
            var meaning: String
            var example: Bool
        }
    }
}
