import Testing

@testable import ScaffoldStorage

@Suite struct RetryTests {
    private let deadlock = SerializationFailureError(isDeadlock: true)
    private let lost = ConnectionLostError(message: "gone")

    @Test func `a transaction that met a deadlock runs anew, as often as it may`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.plan("INSERT", deadlock)
            faults.plan("INSERT", deadlock)
            var runs = 0
            let result = try await database.transaction(retries: 2) {
                runs += 1
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
                return runs
            }
            let count = try await database.count("items")
            #expect((result, count) == (3, 1))
            #expect(faults.statements.filter { $0 == "ROLLBACK" }.count == 2)
        }
    }

    @Test func `unless asked to, and beyond what was asked for, it fails`() async throws {
        try await FaultyEngine.run { database, faults in
            for (retries, expected) in [(0, 1), (1, 2), (-1, 1)] {
                for _ in 0..<expected { faults.plan("INSERT", deadlock) }
                var runs = 0
                await #expect(throws: deadlock) {
                    try await database.transaction(retries: retries) {
                        runs += 1
                        try await database.execute("INSERT INTO items VALUES (1, 'a')")
                    }
                }
                #expect(runs == expected)
            }
        }
    }

    @Test func `what has nothing to do with others is not tried again`() async throws {
        try await FaultyEngine.run { database, faults in
            let timeout = DatabaseTimeoutError(message: "too long")
            faults.plan("INSERT", timeout)
            var runs = 0
            await #expect(throws: timeout) {
                try await database.transaction(retries: 3) {
                    runs += 1
                    try await database.execute("INSERT INTO items VALUES (1, 'a')")
                }
            }
            await #expect(throws: Refused.self) {
                try await database.transaction(retries: 3) {
                    runs += 1
                    throw Refused()
                }
            }
            #expect(runs == 2)
        }
    }

    @Test func `a lost connection is replaced, and the transaction runs anew`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.plan("INSERT INTO items VALUES (2", lost)
            try await database.transaction(retries: 1) {
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
                try await database.execute("INSERT INTO items VALUES (2, 'b')")
            }
            let count = try await database.count("items")
            #expect(count == 2)
            #expect(faults.opened == 2)
        }
    }

    @Test func `a connection that is lost between statements is told, never replaced inside`() async throws {
        try await FaultyEngine.run { database, faults in
            await #expect(throws: ConnectionLostError.self) {
                try await database.transaction {
                    try await database.execute("INSERT INTO items VALUES (1, 'a')")
                    faults.loseConnections()
                    try await database.execute("INSERT INTO items VALUES (2, 'b')")
                }
            }
            let count = try await database.count("items")
            #expect(count == 0)
        }
    }

    @Test func `a database that cannot be reached to begin with is tried again, but not one that was closed`()
        async throws
    {
        try await FaultyEngine.run { database, faults in
            faults.loseConnections()
            faults.refuseConnections(true)
            async let back: Void = {
                try await Task.sleep(for: .milliseconds(100))
                faults.refuseConnections(false)
            }()
            var runs = 0
            try await database.transaction(retries: 10) {
                runs += 1
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
            }
            try await back
            #expect(runs == 1)
            faults.loseConnections()
            faults.refuseConnections(true)
            await #expect(throws: ConnectionError.self) { try await database.transaction(retries: 2) { runs += 1 } }
            await database.close()
            let start = ContinuousClock.now
            await #expect(throws: ConnectionError.self) { try await database.transaction(retries: 30) { runs += 1 } }
            #expect(start.duration(to: .now) < .seconds(5))
            #expect(runs == 1)
        }
    }

    @Test func `a COMMIT that may have been carried out is never done again`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.plan("COMMIT", lost)
            var runs = 0
            let error = await #expect(throws: ConnectionLostError.self) {
                try await database.transaction(retries: 3) {
                    runs += 1
                    try await database.execute("INSERT INTO items VALUES (1, 'a')")
                }
            }
            #expect(runs == 1)
            #expect(error?.message.contains("not known") == true)
        }
    }

    @Test func `a COMMIT that was refused for the sake of others is done again`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.plan("COMMIT", SerializationFailureError(isDeadlock: false))
            var runs = 0
            try await database.transaction(retries: 1) {
                runs += 1
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
            }
            let count = try await database.count("items")
            #expect((runs, count) == (2, 1))
        }
    }

    @Test func `a body that goes on after the error is run anew all the same`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.abortTransactions()
            faults.plan("INSERT", deadlock)
            var runs = 0
            try await database.transaction(retries: 1) {
                runs += 1
                _ = try? await database.execute("INSERT INTO items VALUES (1, 'a')")
            }
            let count = try await database.count("items")
            #expect((runs, count) == (2, 1))
        }
    }

    @Test func `a nested one leaves the running anew to the outermost`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.plan("INSERT INTO items VALUES (2", deadlock)
            var (outer, inner) = (0, 0)
            try await database.transaction(retries: 1) {
                outer += 1
                try await database.execute("INSERT INTO items VALUES (1, 'a')")
                try await database.transaction(retries: 5) {
                    inner += 1
                    try await database.execute("INSERT INTO items VALUES (2, 'b')")
                }
            }
            let count = try await database.count("items")
            #expect((outer, inner, count) == (2, 2, 2))
        }
    }

    @Test func `a transaction that takes no more statements says so, and can be rolled back to a savepoint`()
        async throws
    {
        try await FaultyEngine.run { database, faults in
            faults.abortTransactions()
            let check = CheckConstraintError(constraint: "c")
            faults.plan("INSERT INTO items VALUES (2", check)
            faults.plan("INSERT INTO items VALUES (4", check)
            let error = await thrown {
                try await database.transaction(retries: 3) {
                    try await database.execute("INSERT INTO items VALUES (1, 'kept')")
                    await #expect(throws: check) {
                        try await database.transaction {
                            try await database.execute("INSERT INTO items VALUES (2, 'b')")
                        }
                    }
                    try await database.execute("INSERT INTO items VALUES (3, 'c')")
                    _ = try? await database.execute("INSERT INTO items VALUES (4, 'd')")
                    await #expect(throws: TransactionError(.aborted)) {
                        try await database.execute("INSERT INTO items VALUES (5, 'e')")
                    }
                }
            }
            let count = try await database.count("items")
            #expect(error as? TransactionError == TransactionError(.aborted))
            #expect(count == 0)
        }
    }

    @Test func `a cancelled one does not wait for its next run`() async throws {
        try await FaultyEngine.run { database, faults in
            faults.plan("INSERT", deadlock)
            let task = Task {
                try await database.transaction(retries: 1) {
                    withUnsafeCurrentTask { $0?.cancel() }
                    _ = try await Task { try await database.execute("INSERT INTO items VALUES (1, 'a')") }.value
                }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test func `pauses grow, up to a second`() {
        let ranges = (1...20).map { RetryPause.range(before: $0) }
        #expect(ranges[0] == .milliseconds(10)...(.milliseconds(20)))
        #expect(ranges[3].upperBound == .milliseconds(160))
        #expect(ranges[19] == .milliseconds(500)...(.seconds(1)))
        #expect(RetryPause.range(before: .max).upperBound == .seconds(1))
        for retry in 1...20 { #expect(ranges[retry - 1].contains(RetryPause.duration(before: retry))) }
    }
}

/// What a body throws, for bodies that expect something themselves.
func thrown(_ body: () async throws -> Void) async -> (any Error)? {
    do {
        try await body()
        return nil
    } catch {
        return error
    }
}
