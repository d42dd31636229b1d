import NIOCore
import NIOPosix
package import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The line to the program that started this one and replaces it by a newer one, such as `scaffold dev`: one end of a
/// pair of sockets.
///
/// It carries one byte, when the app serves. When the other end is closed, whoever held it is gone, and the app stops.
package struct SupervisorLine: Service {
    private let descriptor: Int32

    /// - Parameter descriptor: This process's end; it is kept from processes that this one starts.
    package init(_ descriptor: Int32) {
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Says that the app serves.
    package func sayReady() {
        _ = write(descriptor, [1], 1)
    }

    /// Returns when the other end is closed, or the app stops.
    package func run() async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .withConnectedSocket(descriptor).get()
        try await withGracefulShutdownHandler {
            try await channel.closeFuture.get()
        } onGracefulShutdown: {
            channel.close(promise: nil)
        }
    }
}
