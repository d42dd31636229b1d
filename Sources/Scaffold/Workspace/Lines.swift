extension StringProtocol {
    /// The lines between line feeds; joined by line feeds they are the text again. A line of a Windows file ends in a
    /// carriage return. Splitting by characters would not find its end: both together are one character.
    var linesOfAnySystem: [Substring] {
        String(self).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
    }
}
