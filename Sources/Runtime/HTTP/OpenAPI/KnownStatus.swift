import HTTPTypes

/// The statuses that documents speak of, with their words, which a status made of a number lacks.
enum KnownStatus {
    private static let all: [HTTPResponse.Status] = [
        .ok, .created, .accepted, .noContent, .notModified, .badRequest, .unauthorized, .forbidden, .notFound,
        .methodNotAllowed, .conflict, .preconditionFailed, .contentTooLarge, .unsupportedMediaType,
        .unprocessableContent, .preconditionRequired, .tooManyRequests, .internalServerError, .serviceUnavailable,
    ]

    static func status(_ code: Int) -> HTTPResponse.Status {
        all.first { $0.code == code } ?? HTTPResponse.Status(code: min(max(code, 100), 599))
    }

    /// `Not Found` of 404.
    static func phrase(of code: Int) -> String {
        let phrase = status(code).reasonPhrase
        return phrase.isEmpty ? "Status \(code)" : phrase
    }
}
