public import ScaffoldStorage

/// A way in which clients say who they are, in OpenAPI's words.
///
/// ```swift
/// static let bearer = SecurityScheme("bearer", ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"])
/// ```
public struct SecurityScheme: Equatable, Sendable {
    /// Its name among the document's components.
    public let name: String
    /// What it is.
    public let keywords: JSONObject

    /// - Parameters:
    ///   - name: Its name among the document's components.
    ///   - keywords: What it is, as an object of OpenAPI.
    public init(_ name: String, _ keywords: JSON) {
        self.name = name
        self.keywords = keywords.object ?? JSONObject()
    }
}
