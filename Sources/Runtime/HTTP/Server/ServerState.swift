import Synchronization

/// What those who ask whether the app is ready have to know of its server.
package final class ServerState: Sendable {
    private let stopping = Atomic(false)

    package init() {}

    /// Whether the server was told to stop.
    package var isStopping: Bool { stopping.load(ordering: .relaxed) }

    func beginToStop() { stopping.store(true, ordering: .relaxed) }
}
