extension View {
    /// `Middleware.swift`.
    static func middleware(_ context: GenerationContext) -> View {
        let api = context.schema.api
        return [
            "cors": api.cors.map(SwiftText.cors) ?? false,
            "rateLimit": api.rateLimit.map(SwiftText.rateLimit) ?? false,
        ]
    }
}

extension SwiftText {
    /// `CORS(origins: ["https://shop.example"], credentials: true)`
    fileprivate static func cors(_ cors: API.CORS) -> String {
        guard !cors.origins.isEmpty else { return "CORS.anyOrigin" }
        let origins = cors.origins.map { literal($0) }.joined(separator: ", ")
        return "CORS(origins: [\(origins)]\(cors.credentials ? ", credentials: true" : ""))"
    }

    /// `RateLimit(100, per: .seconds(900))`
    fileprivate static func rateLimit(_ limit: API.RateLimit) -> String {
        "RateLimit(\(literal(limit.count)), per: .seconds(\(literal(limit.seconds))))"
    }
}
