public import HTTPTypes

// Header names that HTTPTypes has no word for.
extension HTTPField.Name {
    /// `X-Request-Id`
    public static let requestID = knownName("X-Request-Id")
    /// `X-Frame-Options`
    static let frameOptions = knownName("X-Frame-Options")
    /// `Forwarded`
    static let forwarded = knownName("Forwarded")
    /// `X-Forwarded-For`
    static let forwardedFor = knownName("X-Forwarded-For")
    /// `RateLimit-Limit`
    public static let rateLimit = knownName("RateLimit-Limit")
    /// `RateLimit-Remaining`
    public static let rateRemaining = knownName("RateLimit-Remaining")
    /// `RateLimit-Reset`
    public static let rateReset = knownName("RateLimit-Reset")

    /// A name that is written here and known to be one.
    private static func knownName(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header name") }
        return name
    }
}
