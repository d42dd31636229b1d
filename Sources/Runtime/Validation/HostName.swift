/// The form of names of hosts.
enum HostName {
    /// Whether a text is a full domain name: `example.com`, with a last part that is no number.
    static func isDomain(_ text: Substring) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 253 else { return false }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        return last.utf8.count >= 2 && !last.utf8.contains { $0.isDigit && !last.hasPrefix("xn--") }
    }

    /// Whether a text is a name of any host: a domain, or one label such as `localhost`.
    static func isName(_ text: Substring) -> Bool { isDomain(text) || isLabel(text) }

    /// Letters, digits and inner hyphens, at most 63 bytes; letters beyond ASCII as international names have them.
    private static func isLabel(_ label: Substring) -> Bool {
        guard !label.isEmpty, label.utf8.count <= 63, label.first != "-", label.last != "-" else { return false }
        return label.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                return byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-")
            }
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }
}
