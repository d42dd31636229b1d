import HTTPTypes

extension Request {
    /// Goes on if the client changes the record that it knows: `If-Match` names the version of it, or is `*`, or is not
    /// sent at all.
    ///
    /// ```swift
    /// var post = try await Post.findByPk(request.id()).orNotFound("Post")
    /// try request.ifMatch(version: post.version)
    /// try await post.update(input)
    /// ```
    ///
    /// - Parameter version: The version of the record as it is stored, which ``Response/versioned(_:)`` told the client.
    /// - Throws: ``HTTPProblem`` 412 if the client knows another version. A weak tag (`W/"3"`) never matches.
    public func ifMatch(version: Int) throws(HTTPProblem) {
        guard let known = headers[.ifMatch] else { return }
        let tags = known.split(separator: ",").map(\.trimmingBlanks)
        guard tags == ["*"] || tags.contains(EntityTag.of(version: version)) else {
            throw .changedMeanwhile
        }
    }
}

/// How a version of a record is called in `ETag` and `If-Match`.
enum EntityTag {
    static func of(version: Int) -> String { "\"\(version)\"" }
}

extension HTTPProblem {
    /// 412: the record is not any more what the client knows of it.
    static let changedMeanwhile = HTTPProblem(
        .preconditionFailed, "The record was changed meanwhile; read it anew and try again")
}
