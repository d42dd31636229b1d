#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Questions to the person at the terminal.
enum Terminal {
    /// Whether somebody is there to answer.
    static var isThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Whether what goes to standard output is shown in colours: at a terminal that has them and whose user wants them.
    static var hasColours: Bool {
        isatty(STDOUT_FILENO) == 1 && Machine.environment("NO_COLOR") == nil && Machine.environment("TERM") != "dumb"
    }

    /// Shows a text and gives the line that is typed; nil at the end of input.
    static func ask(_ text: String) -> String? {
        Machine.note(text)
        return readLine()
    }

    /// Asks, and takes nothing but a yes for one: without a terminal, and at the end of input, the answer is no.
    static func asksYes(_ question: String) -> Bool {
        guard isThere else { return false }
        Machine.note(question + "[y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }
}
