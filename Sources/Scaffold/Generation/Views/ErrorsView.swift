extension View {
    /// `Errors.swift`: the shape of errors that `api.errors` asks for.
    static func errors(_ errors: ErrorAnswers) -> View {
        let value = value(errors)
        return [
            "value": value, "isLong": Layout.isUnbreakable(value), "example": SwiftText.comment(example(errors)),
        ]
    }

    /// `ErrorFormat(.error, success: false, validation: .badRequest)`
    private static func value(_ errors: ErrorAnswers) -> String {
        guard errors != ErrorAnswers() else { return "ErrorFormat.problemDetails" }
        var arguments = [".\(errors.form.rawValue)"]
        if errors.saysSuccess { arguments.append("success: false") }
        if errors.validation != 422 { arguments.append("validation: \(status(errors.validation))") }
        if errors.duplicate != 409 { arguments.append("duplicate: \(status(errors.duplicate))") }
        if errors.first { arguments.append("first: true") }
        let texts = errors.texts.sorted { $0.status < $1.status }.map { "\($0.status): \(SwiftText.literal($0.text))" }
        if !texts.isEmpty { arguments.append("texts: [\(texts.joined(separator: ", "))]") }
        return "ErrorFormat(\(arguments.joined(separator: ", ")))"
    }

    /// A status that `api.errors` may name, as HTTPTypes calls it.
    private static func status(_ code: Int) -> String {
        switch code {
        case 400: ".badRequest"
        case 409: ".conflict"
        default: ".unprocessableContent"
        }
    }

    private static func example(_ errors: ErrorAnswers) -> String {
        switch errors.form {
        case .problem: "problem details, as RFC 9457 has them"
        case .message, .error:
            "`{" + (errors.saysSuccess ? "\"success\": false, " : "") + "\"\(errors.form.rawValue)\": …}`"
        }
    }
}
