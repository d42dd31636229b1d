public import ScaffoldStorage

extension JSON {
    /// The object without these members.
    ///
    /// ```swift
    /// let input = try await Post.sampleInput().without("userId")
    /// ```
    public func without(_ names: String...) -> JSON {
        guard var object else { return self }
        for name in names { object[name] = nil }
        return .object(object)
    }
}
