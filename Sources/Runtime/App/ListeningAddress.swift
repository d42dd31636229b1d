import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where an app listens.
struct ListeningAddress: Sendable {
    var host: String
    var port: Int

    /// What to open in a browser on this machine.
    var url: String {
        let reachable = reachableHost
        return "http://\(reachable.contains(":") ? "[\(reachable)]" : reachable):\(port)"
    }

    /// An address of this machine at which it is listened.
    var reachableHost: String { ["0.0.0.0", "::", ""].contains(host) ? "127.0.0.1" : host }

    /// The error in words that say what to do, if it is that the address cannot be listened at.
    func explain(_ error: any Error) -> any Error {
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            ListeningError(description: "port \(port) is in use already; choose another with --port or PORT")
        case let error as IOError where error.errnoCode == EACCES:
            ListeningError(description: "port \(port) may not be used here; choose one above 1023 with --port or PORT")
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
            ListeningError(description: "\(host) is no address of this machine; choose another with --host or HOST")
        case is SocketAddressError:
            ListeningError(description: "\(host) is no known name or address; choose another with --host or HOST")
        default:
            error
        }
    }
}

/// Why an app cannot listen.
struct ListeningError: Error, CustomStringConvertible {
    var description: String
}
