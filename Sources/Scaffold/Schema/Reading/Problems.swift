/// Collects what is wrong while a schema is read, so that every mistake is reported at once.
final class Problems {
    private(set) var all: [Diagnostic] = []

    func error(_ message: String, at position: SourcePosition?, _ suggestion: String? = nil) {
        all.append(Diagnostic(message: message, position: position, suggestion: suggestion))
    }

    /// Something that the language has and this version has not.
    func notYet(_ what: String, at position: SourcePosition?) {
        error("\(what) not there yet", at: position, "leave it out until a later version carries it")
    }

    /// A word that is none of those known.
    func unknown(_ what: String, _ word: String, at position: SourcePosition, among known: [String]) {
        error("unknown \(what) '\(Shown.text(word))'", at: position, Diagnostic.didYouMean(word, among: known))
    }
}
