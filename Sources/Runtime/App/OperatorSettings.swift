package import ScaffoldDatabase
package import ScaffoldHTTP

// What those who run the app may set.
extension AppConfiguration {
    /// How much clients may ask of the server: `MAX_CONNECTIONS`, `REQUEST_TIMEOUT`, `HEADER_TIMEOUT`, `BODY_TIMEOUT`,
    /// `KEEP_ALIVE_TIMEOUT`, `SHUTDOWN_TIMEOUT`.
    ///
    /// - Throws: ``ConfigurationError``, which names the variable and the place that sets it.
    package func serverLimits() throws -> ServerLimits {
        var limits = ServerLimits()
        limits.connections = try integer("MAX_CONNECTIONS", in: 1...1_000_000, default: limits.connections)
        limits.handler = try durationOrOff("REQUEST_TIMEOUT", default: limits.handler)
        limits.headers = try duration("HEADER_TIMEOUT", default: limits.headers)
        limits.body = try duration("BODY_TIMEOUT", default: limits.body)
        limits.idle = try duration("KEEP_ALIVE_TIMEOUT", default: limits.idle)
        limits.shutdown = try duration("SHUTDOWN_TIMEOUT", default: limits.shutdown)
        return limits
    }

    /// The proxies whose word on a client's address is believed: `TRUSTED_PROXIES`.
    ///
    /// - Throws: ``ConfigurationError`` for an entry that is neither an address nor a network.
    package func trustedProxies() throws -> TrustedProxies {
        guard let text = string("TRUSTED_PROXIES") else { return .none }
        do {
            return try TrustedProxies(text)
        } catch {
            throw ConfigurationError(variable: place(of: "TRUSTED_PROXIES"), reason: error.description)
        }
    }

    /// One of a few words.
    ///
    /// - Throws: ``ConfigurationError`` with all of them.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ variable: String, default standard: Word) throws -> Word
    {
        guard let text = string(variable) else { return standard }
        if let word = Word(rawValue: text.lowercased()) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw ConfigurationError(variable: place(of: variable), reason: "none of \(words)")
    }
}
