/// The shape of an app's answers: `api.envelope` and `api.success` of schema.yml.
///
/// | | one record | a list |
/// |---|---|---|
/// | ``data`` | `{"data": {…}}` | `{"data": […], "pagination": {…}}` |
/// | ``named(one:many:success:)`` | `{"post": {…}}` | `{"posts": […], "pagination": {…}}` |
/// | ``none`` | `{…}` | `[…]` |
public struct Envelope: Hashable, Sendable {
    /// The member that holds one record, `post`; nil where a record stands by itself.
    public let one: String?
    /// The member that holds a list of records, `posts`; nil where a list stands by itself.
    public let many: String?
    /// Whether objects begin with `"success": true`.
    public let success: Bool

    /// - Parameters:
    ///   - one: The member that holds one record; nil for a record that stands by itself.
    ///   - many: The member that holds a list of records; nil for a list that stands by itself.
    ///   - success: Whether objects begin with `"success": true`.
    public init(one: String? = nil, many: String? = nil, success: Bool = false) {
        self.one = one
        self.many = many
        self.success = success
    }

    /// `{"data": …}`
    public static let data = Envelope(one: "data", many: "data")

    /// `{"post": …}` and `{"posts": …}`, with `"success": true` before it where wanted.
    public static func named(one: String, many: String, success: Bool = false) -> Envelope {
        Envelope(one: one, many: many, success: success)
    }

    /// A bare record and a bare list.
    public static let none = Envelope()
}
