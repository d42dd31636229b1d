/// How records stand in answers: `envelope:` of `api`.
enum EnvelopeStyle: String, CaseIterable, Sendable {
    /// `{"data": …}`
    case data
    /// `{"post": …}`, `{"posts": …}`
    case named
    /// A bare record, a bare list.
    case none
}

/// The block `errors:` of `api`: how the app answers what went wrong.
struct ErrorAnswers: Equatable, Sendable {
    /// Where the text of an error stands: in problem details, or in a member of this name.
    enum Form: String, CaseIterable, Sendable { case problem, message, error }

    var form = Form.problem
    /// Whether `"success": false` stands before it.
    var saysSuccess = false
    /// The status of values that are not allowed.
    var validation = 422
    /// The status of values that another record has already.
    var duplicate = 409
    /// Whether only the first mistake is told, as the error's text.
    var first = false
    /// Where an action has no text of its own.
    var texts: [StatusText] = []
}

/// What is said in an answer of a status.
struct StatusText: Equatable, Sendable {
    var status: Int
    var text: String

    /// Whether it is said of what went well.
    var isSuccess: Bool { status < 300 }
}

/// What is told when a row with the same values of these attributes is there already.
struct UniqueMessage: Equatable, Sendable {
    var attributes: [String]
    var text: String
}
