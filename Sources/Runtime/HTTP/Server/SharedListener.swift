import NIOCore
import NIOPosix
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Takes connections from a socket that other processes take them from too: the servers before and after this one.
///
/// NIO's own listener counts on finding a connection whenever it is told of one, and a debug build of it ends where
/// another process was quicker.
final class SharedListener: Listener {
    /// How often it looks whether it is to stop, in milliseconds.
    private static let step: Int32 = 50

    let port: Int
    private let isStopping = Atomic(false)
    private let thread = NIOThreadPool(numberOfThreads: 1)

    /// - Parameters:
    ///   - descriptor: The socket; it listens already.
    ///   - bootstrap: Makes a channel of each connection.
    /// - Throws: `IOError` if the socket cannot be used.
    init(_ descriptor: Int32, _ bootstrap: ClientBootstrap) throws {
        let flags = fcntl(descriptor, F_GETFL)
        guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) >= 0 else {
            throw IOError(errnoCode: errno, reason: "listening at the socket that was handed over")
        }
        port = Self.port(of: descriptor)
        thread.start()
        thread.submit { _ in self.take(descriptor, bootstrap) }
    }

    func stop() async {
        isStopping.store(true, ordering: .relaxed)
        // Its one thread ends when the last connection has been handed on.
        try? await thread.shutdownGracefully()
    }

    private func take(_ descriptor: Int32, _ bootstrap: ClientBootstrap) {
        while !isStopping.load(ordering: .relaxed) {
            var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, Self.step) > 0 else { continue }
            let connection = accept(descriptor, nil, nil)
            if connection >= 0 {
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                _ = try? bootstrap.withConnectedSocket(connection).wait()
            } else if errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS {
                // It stays in the queue until there is room.
                usleep(10_000)
            }
        }
    }

    private static func port(of descriptor: Int32) -> Int {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) == 0 }
        }
        guard isKnown, [AF_INET, AF_INET6].contains(Int32(storage.ss_family)) else { return 0 }
        // Behind two bytes for the family, in both of them and on every system.
        return withUnsafeBytes(of: &storage) { Int($0[2]) << 8 | Int($0[3]) }
    }
}
