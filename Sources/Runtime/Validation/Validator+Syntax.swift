/// Forms that a regular expression says best, by the names of validator.js.
extension Validator where Value: ValidatableText {
    /// A version as semver.org 2.0.0 writes it: `1.4.0-rc.1+build.5`.
    public static var isSemVer: Validator<Value> { .form("isSemVer", Syntax.version) }

    /// The form of a language tag: `en`, `en-US`, `zh_Hant_TW`. Whether such a language exists is not looked at.
    public static var isLocale: Validator<Value> { .form("isLocale", Syntax.locale) }

    /// Latitude and longitude in degrees, with or without parentheses: `52.5,13.4`.
    public static var isLatLong: Validator<Value> { .form("isLatLong", Syntax.coordinates) }

    private static func form(_ key: String, _ pattern: Result<Pattern, PatternError>) -> Validator<Value> {
        .text(key) { try pattern.get().matches($0) }
    }
}

/// The expressions, each compiled once.
private enum Syntax {
    /// The expression that semver.org suggests.
    static let version = pattern(
        #"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)"#
            + #"(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"#
            + #"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?$"#)

    /// The usual parts of RFC 5646: language, script, region, variants.
    static let locale = pattern("^[a-zA-Z]{2,3}([-_][a-zA-Z]{4})?([-_]([a-zA-Z]{2}|[0-9]{3}))?([-_][a-zA-Z0-9]{5,8})*$")

    private static let latitude = #"[-+]?(90(\.0+)?|[1-8]?\d(\.\d+)?)"#
    private static let longitude = #"[-+]?(180(\.0+)?|(1[0-7]\d|[1-9]?\d)(\.\d+)?)"#
    static let coordinates = pattern(
        #"^(\#(latitude)\s*,\s*\#(longitude)|\(\#(latitude)\s*,\s*\#(longitude)\))$"#)

    private static func pattern(_ text: String) -> Result<Pattern, PatternError> {
        Result { () throws(PatternError) in try Pattern(text) }
    }
}
