package import ScaffoldDatabase

extension AppConfiguration {
    /// Whether the page at `/docs` is served, as `DOCS` says: it is, unless that is `off`.
    ///
    /// - Throws: ``ConfigurationError`` for another word than `on` and `off`.
    package var showsDocs: Bool {
        get throws {
            switch string("DOCS") {
            case nil, "on": return true
            case "off": return false
            default: throw ConfigurationError(variable: place(of: "DOCS"), reason: "neither on nor off")
            }
        }
    }
}
