public import HTTPTypes

// Header names that HTTPTypes has no word for.
extension HTTPField.Name {
    /// `X-Request-Id`
    public static let requestID = knownName("X-Request-Id")
    /// `X-Total-Count`: how many rows a list has on all its pages.
    static let totalCount = knownName("X-Total-Count")
    /// `Link`
    static let link = knownName("Link")
    /// `X-Frame-Options`
    static let frameOptions = knownName("X-Frame-Options")

    /// A name that is written here and known to be one.
    private static func knownName(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header name") }
        return name
    }
}
