#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a command's words go.
package struct Console: Sendable {
    package var print: @Sendable (String) -> Void
    package var printError: @Sendable (String) -> Void

    /// Shows a line in the place of the one that it showed before; nil where the error output is no terminal.
    package var showProgress: (@Sendable (String) -> Void)?

    package init(
        print: @escaping @Sendable (String) -> Void, printError: @escaping @Sendable (String) -> Void,
        showProgress: (@Sendable (String) -> Void)? = nil
    ) {
        self.print = print
        self.printError = printError
        self.showProgress = showProgress
    }

    /// The process's own outputs.
    package static let standard = Console(
        print: { write("\($0)\n", to: STDOUT_FILENO) }, printError: { write("\($0)\n", to: STDERR_FILENO) },
        showProgress: isatty(STDERR_FILENO) == 1 ? replaceLine : nil)

    @Sendable private static func replaceLine(_ text: String) {
        write("\r\u{1B}[2K\(text)", to: STDERR_FILENO)
    }

    /// Written at once, so that both outputs come in the order of the words.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in systemWrite(descriptor, bytes.baseAddress, bytes.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
