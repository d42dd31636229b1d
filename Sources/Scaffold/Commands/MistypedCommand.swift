import ArgumentParser

/// A first argument that is no command and no option: `scaffold db:migrat`. The parser would only call it unexpected.
struct MistypedCommand: Equatable {
    /// What the tool itself takes in the place of a command; the parser's own, hidden ones included.
    static let options = [
        "--help", "-h", "--version", "--help-hidden", "--generate-completion-script", "--experimental-dump-help",
    ]

    /// As it was typed.
    let word: String
    /// The command or option that was most likely meant.
    let meant: String?

    /// - Parameters:
    ///   - arguments: of the tool, without its own name.
    ///   - known: the names of all commands.
    /// - Returns: nil if the arguments begin with a command or with an option of the tool.
    init?(_ arguments: [String], known: [String]) {
        let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
        guard let word = words.first.map({ $0.hasPrefix("-") ? String($0.prefix { $0 != "=" }) : $0 }) else {
            return nil
        }
        let valid = word.hasPrefix("-") ? Self.options : known
        guard !valid.contains(word) else { return nil }
        self.word = word
        meant = nearest(word, among: valid)
    }

    var message: String {
        let hint = meant.map { "Did you mean '\($0)'?" } ?? "'scaffold --help' lists them."
        return "Unknown \(word.hasPrefix("-") ? "option" : "command") '\(word)'. \(hint)"
    }

    /// Says so on standard error, and ends with the status of a usage error.
    func exit() -> Never {
        Scaffold.exit(withError: ValidationError(message))
    }
}
