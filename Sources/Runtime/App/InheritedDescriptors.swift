import ScaffoldHTTP

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the program that started the app handed over to it: a socket that is bound already, and a line back.
///
/// The socket is handed over in systemd's way (socket activation): it is descriptor 3, `LISTEN_FDS` says how many there
/// are, and `LISTEN_PID` for which process. A program that cannot know the process beforehand says
/// `SCAFFOLD_SUPERVISOR` instead: the descriptor of a ``SupervisorLine``.
struct InheritedDescriptors: Equatable {
    /// Where to listen; nil to bind an address.
    var place: ListeningPlace?
    /// The descriptor of the line; nil when nobody is at its other end.
    var supervisor: Int32?

    /// - Parameters:
    ///   - variables: The environment.
    ///   - process: The number of this process.
    /// - Throws: ``ListeningError`` for a descriptor that is none, or of something else.
    init(_ variables: [String: String], process: Int32 = getpid()) throws {
        if let text = variables["SCAFFOLD_SUPERVISOR"], !text.isEmpty {
            guard let descriptor = Int32(text), descriptor > 2, Self.option(SO_TYPE, of: descriptor) != nil else {
                throw ListeningError(
                    description: "SCAFFOLD_SUPERVISOR names no socket; it is for programs that start the app")
            }
            supervisor = descriptor
        }
        guard let count = variables["LISTEN_FDS"].flatMap(Int.init), count > 0,
            supervisor != nil || variables["LISTEN_PID"] == "\(process)"
        else { return }
        guard count == 1 else {
            throw ListeningError(description: "LISTEN_FDS is \(count), and the app listens at one socket only")
        }
        let first: Int32 = 3
        guard let isListening = Self.option(SO_ACCEPTCONN, of: first), isListening != 0 else {
            throw ListeningError(description: "LISTEN_FDS is set, and descriptor 3 is no socket that listens")
        }
        _ = fcntl(first, F_SETFD, FD_CLOEXEC)
        place = .inherited(first)
    }

    private static func option(_ name: Int32, of descriptor: Int32) -> Int32? {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
    }
}
