/// What stands around the records of an answer.
public struct Envelope: Sendable, Hashable {
    /// The member that holds one record; nil for none around it.
    public let one: String?
    /// The member that holds several; nil for none around them.
    public let many: String?
    /// Whether `"success": true` stands beside it.
    public let success: Bool

    /// `{"data": …}`
    public static let data = Envelope(one: "data", many: "data", success: false)

    /// `{"post": …}` and `{"posts": […]}`
    public static func named(one: String, many: String, success: Bool = false) -> Envelope {
        Envelope(one: one, many: many, success: success)
    }

    /// The records alone.
    public static let none = Envelope(one: nil, many: nil, success: false)
}
