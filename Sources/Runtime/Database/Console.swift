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

    package init(print: @escaping @Sendable (String) -> Void, printError: @escaping @Sendable (String) -> Void) {
        self.print = print
        self.printError = printError
    }

    /// The process's own outputs.
    package static let standard = Console(
        print: { write("\($0)\n", to: STDOUT_FILENO) }, printError: { write("\($0)\n", to: STDERR_FILENO) })

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
