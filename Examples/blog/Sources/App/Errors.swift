import ScaffoldRuntime

extension ErrorFormat {
    /// The shape in which the app answers what went wrong: problem details, as RFC 9457 has them. Yours to replace:
    ///
    /// ```swift
    /// static let app = ErrorFormat { problem, _ in
    ///     .object(status: problem.status) { $0.member("error", problem.detail) }
    /// }
    /// ```
    static let app = ErrorFormat.problemDetails
}
