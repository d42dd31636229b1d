/// The form of port numbers.
enum PortNumber {
    /// Digits that count to 65535 at most.
    static func isValid(_ text: Substring, from least: Int) -> Bool {
        guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit), let port = Int(text) else {
            return false
        }
        return (least...65535).contains(port)
    }
}
