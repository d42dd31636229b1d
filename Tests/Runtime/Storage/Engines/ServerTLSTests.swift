#if PostgreSQL || MySQL
    import Foundation
    import Testing

    @testable import ScaffoldStorage

    /// What a URL says of the way to a server, against servers with certificates of their own authority, which are for
    /// `localhost` and no other host.
    @Suite struct ServerTLSTests {
        static let encrypted = TestEngine.everywhere.filter { !TestEngine.all.contains($0) }

        /// The parts of a URL to the server of an engine.
        private struct Place {
            let scheme: String
            let user: String
            let port: Int
            let database: String
            let folder: String

            init(_ engine: TestEngine) async throws {
                let server = try #require(try await engine.server?.value)
                let address = try #require(server.url.server)
                scheme = engine.kind.rawValue
                user = try #require(address.user)
                port = try #require(address.port)
                database = address.database
                folder = server.process?.folder ?? ""
            }

            func url(at host: String = "localhost", user: String? = nil, _ options: String) -> String {
                "\(scheme)://\(user ?? self.user)@\(host):\(port)/\(database)?connect_timeout=5&"
                    + options.replacing("FOLDER", with: folder)
            }
        }

        private func open(_ url: String) async throws -> Database {
            let configuration = DatabaseConfiguration(url: try DatabaseURL(url), connections: 1)
            return try await BlockingExecutor.shared.run { try Database(configuration) }
        }

        private func isEncrypted(_ database: Database) async throws -> Bool {
            let sql =
                database.configuration.url.engine == .postgresql
                ? "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl"
                : "SHOW STATUS WHERE variable_name = 'Ssl_cipher' AND value <> ''"
            return try await database.read { try $0.first(sql) { _ in true } } ?? false
        }

        private func refusal(_ url: String) async throws -> String {
            do {
                _ = try await open(url)
                return "opened"
            } catch {
                return try #require(error as? ConnectionError).message
            }
        }

        @Test(
            arguments: encrypted,
            [
                "sslmode=verify-full&sslrootcert=FOLDER/ca.pem", "sslmode=verify-ca&sslrootcert=FOLDER/ca.pem",
                "sslmode=require", "sslmode=prefer", "",
            ])
        func `a server that is who it says it is is talked to in secret`(_ engine: TestEngine, _ options: String)
            async throws
        {
            let database = try await open(Place(engine).url(options))
            let isSecret = try await isEncrypted(database)
            #expect(isSecret)
        }

        @Test(arguments: encrypted)
        func `whoever it is will do where nobody asks, and nothing is encrypted where that is not wanted`(
            _ engine: TestEngine
        ) async throws {
            let place = try await Place(engine)
            // The certificate is of another host and of an authority that nobody knows here.
            let required = try await open(place.url(at: "127.0.0.1", "sslmode=require"))
            var isSecret = try await isEncrypted(required)
            #expect(isSecret)
            let plain = try await open(place.url(at: "127.0.0.1", "sslmode=disable"))
            isSecret = try await isEncrypted(plain)
            #expect(!isSecret)
        }

        @Test(arguments: encrypted)
        func `a server that may be another one is refused, with what to do`(_ engine: TestEngine) async throws {
            let place = try await Place(engine)
            for mode in ["verify-ca", "verify-full"] {
                let stranger = try await refusal(place.url("sslmode=\(mode)&sslrootcert=FOLDER/stranger.pem"))
                #expect(stranger.contains("sslrootcert"), "\(stranger)")
                #expect(!stranger.contains("running"), "\(stranger)")
            }
            let host = try await refusal(place.url(at: "127.0.0.1", "sslmode=verify-full&sslrootcert=FOLDER/ca.pem"))
            #expect(host.contains("host"), "\(host)")
            #expect(!host.contains("running"), "\(host)")
            let unknown = try await refusal(place.url("sslmode=verify-full"))
            #expect(unknown.contains("sslrootcert"), "\(unknown)")
            let missing = try await refusal(place.url("sslmode=verify-full&sslrootcert=/none/ca.pem"))
            #expect(missing.contains("sslrootcert"), "\(missing)")
        }

        @Test(arguments: TestEngine.servers, ["require", "verify-full"])
        func `a server that cannot encrypt is refused where that is asked for`(_ engine: TestEngine, _ mode: String)
            async throws
        {
            // Of another authority, to be sure.
            let folder = try await Place(engine.kind == .postgresql ? Self.odd(.postgresql) : Self.odd(.mysql)).folder
            let place = try await Place(engine)
            let message = try await refusal(place.url("sslmode=\(mode)&sslrootcert=\(folder)/ca.pem"))
            #expect(message.contains("encrypt") && message.contains("sslmode"), "\(message)")
            let database = try await open(place.url("sslmode=prefer"))
            let isSecret = try await isEncrypted(database)
            #expect(!isSecret)
        }

        @Test(arguments: encrypted)
        func `an account with a certificate is let in by it`(_ engine: TestEngine) async throws {
            let place = try await Place(engine)
            let server = try #require(try await engine.server?.value)
            try await server.run(
                engine.kind == .postgresql
                    ? "DROP ROLE IF EXISTS guarded; CREATE ROLE guarded LOGIN"
                    : "CREATE OR REPLACE USER guarded REQUIRE X509; GRANT SELECT ON mysql.* TO guarded")
            let own = "sslcert=FOLDER/guarded.pem&sslkey=FOLDER/guarded.key"
            let database = try await open(place.url(user: "guarded", "sslmode=require&\(own)"))
            let isSecret = try await isEncrypted(database)
            #expect(isSecret)
            for options in ["sslmode=require", "sslmode=disable"] {
                let message = try await refusal(place.url(user: "guarded", options))
                #expect(message.contains("guarded") && message.contains("sslcert"), "\(message)")
            }
        }

        @Test(arguments: encrypted)
        func `a password of any characters stands in the URL by percent signs`(_ engine: TestEngine) async throws {
            let place = try await Place(engine)
            let server = try #require(try await engine.server?.value)
            let password = "p@ss:w/rd?#%&='\"\\ ü💥+"
            let literal = "'" + password.replacing("'", with: "''") + "'"
            try await server.run(
                engine.kind == .postgresql
                    ? "DROP ROLE IF EXISTS visitor; CREATE ROLE visitor LOGIN PASSWORD \(literal)"
                    : "CREATE OR REPLACE USER visitor IDENTIFIED BY \(literal.replacing("\\", with: "\\\\")); "
                        + "GRANT SELECT ON mysql.* TO visitor")
            let code = password.utf8.map { byte in "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
            _ = try await open(place.url(user: "visitor:\(code)", ""))
            let message = try await refusal(place.url(user: "visitor:\(code)x", ""))
            #expect(message.contains("visitor") && message.contains("password") && !message.contains("p@ss"))
        }

        @Test(arguments: encrypted)
        func `a socket of the machine is an address too`(_ engine: TestEngine) async throws {
            let place = try await Place(engine)
            let socket = engine.kind == .postgresql ? place.folder : place.folder + "/socket"
            let code = socket.replacing("/", with: "%2F")
            for url in [
                place.url(at: code, "application_name=socket"),
                "\(place.scheme)://\(place.user)@:\(place.port)/\(place.database)?host=\(socket)",
                place.url(at: code, "sslmode=disable"),
            ] {
                let database = try await open(url)
                try await database.ping()
            }
            let message = try await refusal(place.url(at: "%2Fnone%2Fsocket", ""))
            #expect(message.contains("/none/socket"), "\(message)")
        }

        /// The server of an engine that has certificates.
        private static func odd(_ kind: DatabaseEngine) -> TestEngine {
            encrypted.first { $0.kind == kind } ?? .sqlite
        }
    }
#endif
