public import HTTPTypes
public import ScaffoldStorage

/// A request that cannot be answered as asked, in the words of RFC 9457: what handlers throw and what clients see.
///
/// ```swift
/// guard post.userId == user.id else { throw HTTPProblem(.forbidden, "Only its author may change a post") }
/// ```
///
/// Everything in it goes to the client.
public struct HTTPProblem: Error, Equatable, Sendable {
    /// The status of the answer.
    public var status: HTTPResponse.Status
    /// What went wrong, a sentence for people.
    public var detail: String?
    /// What is wrong with single fields or parameters.
    public var errors: [FieldProblem]
    /// Headers for the answer, such as `Allow` or `Retry-After`.
    public var headers = HTTPFields()
    /// Whether a record with the same values is there already, for which an app may have a status of its own.
    var isDuplicate = false

    /// - Parameters:
    ///   - status: The status of the answer.
    ///   - detail: What went wrong, a sentence for people.
    ///   - errors: What is wrong with single fields or parameters.
    public init(_ status: HTTPResponse.Status, _ detail: String? = nil, errors: [FieldProblem] = []) {
        self.status = status
        self.detail = detail
        self.errors = errors
    }
}

/// What is wrong with one field of a body or one parameter of a query.
public struct FieldProblem: Equatable, Sendable {
    /// The field's or parameter's name.
    public var path: String
    /// What sort of rule was broken, by Sequelize's words: `notNull Violation`; nil for a parameter of a query.
    public var rule: String?
    /// What is wrong, a sentence for people.
    public var message: String
    /// The rule's name, such as `len`, for programs.
    public var validator: String?

    /// - Parameters:
    ///   - path: The field's or parameter's name.
    ///   - rule: What sort of rule was broken, by Sequelize's words.
    ///   - message: What is wrong, a sentence for people.
    ///   - validator: The rule's name, for programs.
    public init(path: String, rule: String? = nil, message: String, validator: String? = nil) {
        self.path = path
        self.rule = rule
        self.message = message
        self.validator = validator
    }
}

extension FieldProblem: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("path", path)
            if let rule { $0.member("rule", rule) }
            $0.member("message", message)
            if let validator { $0.member("validator", validator) }
        }
    }
}

/// An error that decides its own answer. Others are answered with 500 and nothing of what they say.
///
/// ```swift
/// extension PaymentError: HTTPProblemConvertible {
///     func problem(for request: Request) -> HTTPProblem { HTTPProblem(.paymentRequired, "The card was refused") }
/// }
/// ```
public protocol HTTPProblemConvertible: Error {
    /// What the client is told.
    func problem(for request: Request) -> HTTPProblem
}

extension HTTPProblem: HTTPProblemConvertible {
    public func problem(for request: Request) -> HTTPProblem { self }
}

extension Optional {
    /// The record, if there is one.
    ///
    /// - Parameter name: What was looked for, such as `Post`, for the message.
    /// - Throws: ``HTTPProblem`` 404.
    public func orNotFound(_ name: String) throws(HTTPProblem) -> Wrapped {
        guard let self else { throw HTTPProblem(.notFound, "\(name) not found") }
        return self
    }
}
