import Foundation
import ScaffoldRuntime
import ScaffoldTesting
import Testing

/// A test's database that is not in memory.
@Suite struct WithAppTests {
    private struct Stop: Error {}

    /// A folder of the test's own.
    private struct Folder: Sendable {
        let path = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)").path

        var url: DatabaseURL { .sqlite("\(path)/test.sqlite3") }

        /// The databases that are in it.
        var names: [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.filter { $0.hasSuffix(".sqlite3") }
        }

        func remove() { try? FileManager.default.removeItem(atPath: path) }
    }

    private func create(_ email: String) async throws {
        _ = try await User.create(email: email, password: "password", firstName: "A", lastName: "B")
    }

    @Test func `each test has a database of its own beside the one that is named`() async throws {
        let folder = Folder()
        defer { folder.remove() }
        let seen = try await withThrowingTaskGroup(of: [String].self) { group in
            // More than have a place at a time.
            for _ in 0..<20 {
                group.addTask {
                    try await withApp(makeApp(), migrations: migrations, database: folder.url) { client in
                        try await create("same@example.com")
                        let listed = try await client.get("/api/posts")
                        #expect(listed.status == 200)
                        let count = try await User.count()
                        #expect(count == 1)
                        return folder.names
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
        }
        #expect(seen.count == 20)
        #expect(seen.allSatisfy { $0.hasPrefix("test_") })
        #expect(folder.names.isEmpty)
    }

    @Test func `the database goes when the test fails or is cancelled`() async throws {
        let folder = Folder()
        defer { folder.remove() }
        await #expect(throws: Stop.self) {
            try await withApp(makeApp(), migrations: migrations, database: folder.url) { _ in
                #expect(folder.names.count == 1)
                throw Stop()
            }
        }
        #expect(folder.names.isEmpty)
        let task = Task {
            try await withApp(makeApp(), migrations: migrations, database: folder.url) { _ in
                try await Task.sleep(for: .seconds(60))
            }
        }
        while folder.names.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect(throws: (any Error).self) { try await task.value }
        #expect(folder.names.isEmpty)
    }

    @Test func `a database that cannot be made is told`() async throws {
        let error = await #expect(throws: ConnectionError.self) {
            try await withApp(makeApp(), database: .sqlite("/proc/none/test.sqlite3")) { _ in }
        }
        #expect(error?.message.contains("/proc/none") == true)
    }
}
