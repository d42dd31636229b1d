#if MySQL
    import Foundation
    import Logging
    import Testing

    @testable import ScaffoldStorage

    /// Databases for tests of the engine itself.
    enum MySQLScratch {
        /// The server of the tests.
        static var address: ServerAddress {
            get async throws {
                let url = try await TestServer.mysql.value.url
                return try #require(url.server)
            }
        }

        /// A database of its own, with its settings (their URL counts for nothing).
        static func database<R: Sendable>(
            _ settings: DatabaseConfiguration = DatabaseConfiguration(url: .memory),
            _ body: @Sendable (Database) async throws -> R
        ) async throws -> R {
            var configuration = settings
            var address = try await address
            address.database = "t_\(UUID().uuidString.lowercased().prefix(13).replacing("-", with: "_"))"
            configuration.url = .mysql(address)
            let engine = MySQLEngine(configuration, logger: Logger(label: "tests"))
            #expect(try engine.create())
            defer { _ = try? engine.drop() }
            return try await body(Database(configuration))
        }
    }
#endif
