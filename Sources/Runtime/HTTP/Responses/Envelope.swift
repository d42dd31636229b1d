/// The shape of answers.
public struct Envelope: Sendable {
    public var one: String?
    public var many: String?
    public var success = false

    public static let data = Envelope(one: "data", many: "data")
    public static func named(one: String, many: String, success: Bool = false) -> Envelope {
        Envelope(one: one, many: many, success: success)
    }
    public static let none = Envelope()
}
