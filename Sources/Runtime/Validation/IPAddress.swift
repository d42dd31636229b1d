#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The form of IP addresses, as the system reads them.
enum IPAddress {
    static func isVersion4(_ text: String) -> Bool { isReadable(text, AF_INET) }

    static func isVersion6(_ text: String) -> Bool { isReadable(text, AF_INET6) }

    private static func isReadable(_ text: String, _ family: Int32) -> Bool {
        // 45 is the longest form of version 6; a NUL would hide from C what comes behind it
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return false }
        var address = in6_addr()
        return inet_pton(family, text, &address) == 1
    }
}
