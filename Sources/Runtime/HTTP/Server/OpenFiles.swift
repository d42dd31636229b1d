#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How many files and connections the system lets a process have.
enum OpenFiles {
    /// nil where there is no limit, or none that is known.
    static let limit: Int? = {
        var limit = rlimit()
        #if canImport(Darwin)
            let status = getrlimit(RLIMIT_NOFILE, &limit)
        #else
            let status = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #endif
        guard status == 0 else { return nil }
        return Int(exactly: limit.rlim_cur)
    }()
}
