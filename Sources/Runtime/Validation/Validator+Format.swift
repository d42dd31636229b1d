extension Validator where Value: ValidatableText {
    /// An e-mail address, `name@example.com`, in the form that mail servers accept without quotes.
    public static var isEmail: Validator<Value> { .text("isEmail") { EmailAddress.isValid($0) } }

    /// An address of the web: `https://example.com/path`, also without its scheme; http, https and ftp.
    public static var isUrl: Validator<Value> { .text("isUrl") { WebAddress.any.isValid($0) } }

    /// An address of the web with conditions, by the names of validator.js.
    ///
    /// - Parameters:
    ///   - protocols: the schemes that are taken.
    ///   - requireProtocol: whether `https://` must be there.
    ///   - requireTLD: whether a host needs a domain; without, `http://localhost:3000` is taken too.
    public static func isUrl(
        protocols: [String] = ["http", "https", "ftp"], requireProtocol: Bool = false, requireTLD: Bool = true
    ) -> Validator<Value> {
        let form = WebAddress(
            protocols: protocols.map { $0.lowercased() }, needsProtocol: requireProtocol, needsDomain: requireTLD)
        return .text("isUrl", protocols) { form.isValid($0) }
    }

    /// A full domain name: `example.com`.
    public static var isFQDN: Validator<Value> { .text("isFQDN") { HostName.isDomain($0[...]) } }

    /// An IP address of either version.
    public static var isIP: Validator<Value> {
        .text("isIP") { IPAddress.isVersion4($0) || IPAddress.isVersion6($0) }
    }

    /// An IP address of version 4: `192.0.2.1`.
    public static var isIPv4: Validator<Value> { .text("isIPv4") { IPAddress.isVersion4($0) } }

    /// An IP address of version 6: `2001:db8::1`.
    public static var isIPv6: Validator<Value> { .text("isIPv6") { IPAddress.isVersion6($0) } }

    /// A UUID in its usual form, `f47ac10b-58cc-4372-a567-0e02b2c3d479`.
    ///
    /// - Parameter version: 1 to 8, or left out for any.
    public static func isUUID(_ version: Int? = nil) -> Validator<Value> {
        .text("isUUID", version.map { ["\($0)"] } ?? ["all"]) { isUUIDText($0, version: version) }
    }
}

/// Whether a text is a UUID of a version; a version other than none also asks for the variant of RFC 9562.
private func isUUIDText(_ text: String, version: Int?) -> Bool {
    let bytes = Array(text.utf8.prefix(37))
    guard bytes.count == 36 else { return false }
    for (index, byte) in bytes.enumerated() {
        let isHyphen = index == 8 || index == 13 || index == 18 || index == 23
        guard isHyphen ? byte == UInt8(ascii: "-") : byte.isHexDigit else { return false }
    }
    guard let version else { return true }
    let variant = bytes[19] | (bytes[19].isDigit ? 0 : 0x20)
    return bytes[14] == UInt8(ascii: "0") + UInt8(clamping: version)
        && [UInt8(ascii: "8"), UInt8(ascii: "9"), UInt8(ascii: "a"), UInt8(ascii: "b")].contains(variant)
}
