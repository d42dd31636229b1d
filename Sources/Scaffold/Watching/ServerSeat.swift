/// The place of the server that answers. A new one takes it when it serves; the old one then finishes its requests.
actor ServerSeat {
    private var current: ServerProcess?
    private var leaving: [(server: ServerProcess, since: ContinuousClock.Instant)] = []

    /// How long a server has to say that it serves.
    static let startTime = Duration.seconds(60)
    /// How long one has to finish its requests: it ends by itself after ten seconds.
    static let endTime = Duration.seconds(12)

    /// Whether somebody answers.
    var isTaken: Bool { current != nil }

    /// Starts a server, waits until it serves, and asks the one before to end.
    ///
    /// - Throws: ``BuildFailure`` when it ends before it serves, or takes too long for it; the one before goes on then.
    ///   `CancellationError` likewise.
    func take(_ start: @Sendable () throws -> ServerProcess) async throws {
        let server = try start()
        do {
            try await waitUntilItServes(server)
        } catch {
            server.kill()
            leaving.append((server, .now))
            throw error
        }
        if let current {
            current.stop()
            leaving.append((current, .now))
        }
        current = server
    }

    /// Looks after the servers.
    ///
    /// - Returns: how the one that answers came to its end and how long it has lived, when it did so by itself.
    func look() -> (ending: ServerProcess.Ending, age: Duration)? {
        for (server, since) in leaving where ContinuousClock.now - since > Self.endTime { server.kill() }
        leaving.removeAll { $0.server.end() != nil }
        guard let server = current, let ending = server.end() else { return nil }
        current = nil
        return (ending, ContinuousClock.now - server.started)
    }

    /// Ends them all.
    ///
    /// - Parameter isUrgent: says that nobody wants to wait for requests any more.
    func clear(isUrgent: () -> Bool) async {
        if let current {
            current.stop()
            leaving.append((current, .now))
        }
        current = nil
        while !leaving.isEmpty {
            if isUrgent() { for (server, _) in leaving { server.kill() } }
            _ = look()
            // An uncancellable pause: this runs while everything ends.
            await Task { try? await Task.sleep(for: .milliseconds(10)) }.value
        }
    }

    private func waitUntilItServes(_ server: ServerProcess) async throws {
        while !server.hasBegun() {
            if let ending = server.end() {
                throw BuildFailure(words: "the new server \(ending.words) before it served")
            }
            guard ContinuousClock.now - server.started < Self.startTime else {
                throw BuildFailure(words: "the new server does not serve after \(Self.startTime); it was ended")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
