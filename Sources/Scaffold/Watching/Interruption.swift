import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The wish of the person at the terminal, or of the system, that a command ends (Ctrl-C, SIGTERM, a closed terminal).
enum Interruption {
    private static let signals = Atomic(0)

    /// How often it was asked for.
    static var count: Int { signals.load(ordering: .relaxed) }

    /// From here on signals are counted instead of ending the process. Programs that it starts have them as ever.
    static func listen() {
        // Whatever is made on first use is made now, and not within a signal.
        _ = count
        for number in [SIGINT, SIGTERM, SIGHUP] {
            var action = sigaction()
            #if canImport(Darwin)
                action.__sigaction_u.__sa_handler = { _ in Interruption.signals.add(1, ordering: .relaxed) }
            #elseif canImport(Glibc)
                action.__sigaction_handler.sa_handler = { _ in Interruption.signals.add(1, ordering: .relaxed) }
            #else
                action.__sa_handler.sa_handler = { _ in Interruption.signals.add(1, ordering: .relaxed) }
            #endif
            action.sa_flags = Int32(SA_RESTART)
            sigaction(number, &action, nil)
        }
    }
}
