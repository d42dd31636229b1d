/// Texts and names in the quotes of SQL.
enum QuotedText {
    /// The text between quotes, those inside doubled. By scalars: a quote with an accent on it is one character that is
    /// no quote, and would end the text all the same.
    static func quoted(_ text: String, by mark: Unicode.Scalar) -> String {
        var result = String.UnicodeScalarView()
        result.append(mark)
        for scalar in text.unicodeScalars {
            if scalar == mark { result.append(mark) }
            result.append(scalar)
        }
        result.append(mark)
        return String(result)
    }
}
