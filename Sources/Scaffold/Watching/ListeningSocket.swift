#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A socket that is bound for as long as it lives, and that one server after the other answers at. Clients that come
/// while there is none wait.
final class ListeningSocket: Sendable {
    let descriptor: Int32
    let host: String
    let port: Int

    /// - Parameters:
    ///   - host: a name or an address; empty for all addresses.
    ///   - port: 0 for any that is free.
    /// - Throws: ``Diagnostic`` where nobody can listen.
    init(host: String, port: Int) throws {
        self.host = host
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE
        #if canImport(Glibc)
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
            hints.ai_socktype = SOCK_STREAM
        #endif
        var found: UnsafeMutablePointer<addrinfo>?
        defer { if let found { freeaddrinfo(found) } }
        guard getaddrinfo(host.isEmpty ? nil : host, "\(port)", &hints, &found) == 0, let address = found?.pointee
        else {
            throw Diagnostic(
                message: "\(Shown.text(host)) is no known name or address", suggestion: "choose another with --host")
        }
        descriptor = try Self.listening(at: address, host: host, port: port)
        self.port = Self.port(of: descriptor) ?? port
    }

    deinit { close(descriptor) }

    /// What to open in a browser on this machine.
    var url: String {
        let reachable = ["0.0.0.0", "::", ""].contains(host) ? "127.0.0.1" : host
        return "http://\(reachable.contains(":") ? "[\(reachable)]" : reachable):\(port)"
    }

    private static func listening(at address: addrinfo, host: String, port: Int) throws -> Int32 {
        let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        var one: Int32 = 1
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        guard descriptor >= 0, bind(descriptor, address.ai_addr, address.ai_addrlen) == 0,
            listen(descriptor, 1024) == 0
        else {
            let code = errno
            if descriptor >= 0 { close(descriptor) }
            throw problem(code, host: host, port: port)
        }
        return descriptor
    }

    private static func problem(_ code: Int32, host: String, port: Int) -> Diagnostic {
        switch code {
        case EADDRINUSE:
            Diagnostic(message: "port \(port) is in use already", suggestion: "choose another with --port or PORT")
        case EACCES:
            Diagnostic(message: "port \(port) may not be used here", suggestion: "choose one above 1023 with --port")
        case EADDRNOTAVAIL:
            Diagnostic(message: "\(host) is no address of this machine", suggestion: "choose another with --host")
        default:
            Diagnostic(message: "cannot listen at \(host):\(port): \(String(cString: strerror(code)))")
        }
    }

    private static func port(of descriptor: Int32) -> Int? {
        var address = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard status == 0 else { return nil }
        // The port is at the same place in addresses of both families.
        return withUnsafeBytes(of: address) { Int(UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self))) }
    }
}
