import NIOPosix
internal import ScaffoldStorage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lines on their way to a file or a pipe. A thread of its own writes them, a few milliseconds after the first one and all
/// that came meanwhile at once: writing each by itself costs a request more than making it.
final class LogOutput: Sendable {
    /// The error output of the process.
    static let standardError = LogOutput(STDERR_FILENO)

    /// How long lines are gathered, in microseconds.
    private static let pause: UInt32 = 5_000
    /// How many bytes may wait, where whoever reads them is slow; lines beyond are counted and left out.
    private static let most = 8 << 20

    private struct State {
        var bytes: [UInt8] = []
        var leftOut = 0
        var isScheduled = false
    }

    private let descriptor: Int32
    private let state = Locked(State())
    /// Whoever has it writes, so that lines keep their order.
    private let writing = Locked(())
    private let thread = NIOThreadPool(numberOfThreads: 1)

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        thread.start()
    }

    /// Adds a line.
    ///
    /// - Parameters:
    ///   - isUrgent: Whether it is written before this returns.
    ///   - line: Appends it, with its end.
    func add(isUrgent: Bool, _ line: (inout [UInt8]) -> Void) {
        let isFirst = state.withLock { state in
            guard state.bytes.count < Self.most else {
                state.leftOut += 1
                return false
            }
            line(&state.bytes)
            guard !state.isScheduled, !isUrgent else { return false }
            state.isScheduled = true
            return true
        }
        if isUrgent { return flush() }
        guard isFirst else { return }
        thread.submit { _ in
            usleep(Self.pause)
            self.state.withLock { $0.isScheduled = false }
            self.flush()
        }
    }

    /// Writes what is there.
    func flush() {
        writing.withLock { _ in
            let bytes = state.withLock { state in
                var bytes: [UInt8] = []
                swap(&bytes, &state.bytes)
                if state.leftOut > 0 { bytes += Array("… \(state.leftOut) lines were left out\n".utf8) }
                state.leftOut = 0
                return bytes
            }
            write(bytes[...])
        }
    }

    private func write(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR, errno != EAGAIN { return }
        }
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
