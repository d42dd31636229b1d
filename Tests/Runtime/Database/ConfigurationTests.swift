import Foundation
import Testing

@testable import ScaffoldDatabase

@Suite struct ConfigurationTests {
    private func withFolder<R>(_ files: [String: String], _ body: (String) throws -> R) throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return try body(folder.path)
    }

    @Test func `flags win over the environment, that over the environment's file, that over .env`() throws {
        let files = [".env": "A=1\nB=1\nC=1\nD=1\n", ".env.test": "A=2\nB=2\nC=2\n"]
        try withFolder(files) { folder in
            let configuration = try AppConfiguration(
                flags: ["A": "4", "APP_ENV": "test"], variables: ["A": "3", "B": "3", "E": ""], directory: folder)
            #expect(["A", "B", "C", "D"].map { configuration.string($0) } == ["4", "3", "2", "1"])
            #expect(configuration.string("E") == nil)
            #expect(configuration.place(of: "C") == "C (in .env.test)")
        }
    }

    @Test func `the environment has a name by APP_ENV, NODE_ENV, or development`() throws {
        func name(_ file: String, _ variables: [String: String]) throws -> String {
            try withFolder([".env": file]) { try AppConfiguration(variables: variables, directory: $0).environment }
        }
        #expect(try name("NODE_ENV=staging", [:]) == "staging")
        #expect(try name("NODE_ENV=staging", ["NODE_ENV": "test"]) == "test")
        #expect(try name("NODE_ENV=staging", ["NODE_ENV": "test", "APP_ENV": "production"]) == "production")
        #expect(try name("", [:]) == "development")
        #expect(throws: ConfigurationError.self) { try name("", ["APP_ENV": "../x"]) }
    }

    @Test func `quotes, export, comments and the line ends of Windows are understood`() throws {
        let text = "# comment\r\n\r\nexport A=1\r\nB = \"two words\"\r\nC='#x'\r\nD=a=b\r\nE=\r\n_F1=x#y\r\n"
        let variables = try EnvironmentFile(text, name: ".env").variables
        #expect(variables == ["A": "1", "B": "two words", "C": "#x", "D": "a=b", "E": "", "_F1": "x#y"])
    }

    @Test(arguments: [
        "A=1\nB", "A=1\n=2", "A=1\nB=\"x", "A=1\nB='x'y", "A=1\nB=x # y", "A=1\nA=2", "A=1\n9B=2", "A=1\nB=\"x\\n\"",
        "A=1\nB=\"", "A=1\nB C=2",
    ])
    func `a line that cannot be read is named by its number, not by what it holds`(text: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try EnvironmentFile(text, name: ".env") }
        #expect(error?.variable == ".env:2")
    }

    @Test(arguments: [
        ("sqlite:db/x.sqlite3", "sqlite:db/x.sqlite3"), ("sqlite:///var/x.db", "sqlite:///var/x.db"),
        ("sqlite:/var/x.db", "sqlite:///var/x.db"), ("sqlite::memory:", "sqlite::memory:"), ("SQLite:x", "sqlite:x"),
    ])
    func `forms of SQLite's URL`(text: String, expected: String) throws {
        #expect(try DatabaseURL(text).description == expected)
    }

    @Test(arguments: [
        "", "sqlite", "sqlite:", "sqlite://host/x", "sqlite:x?mode=ro", "sqlite:a/", "oracle:x", "sqlite:a\0b",
        "postgresql:secret", "postgres://me:secret@host", "mysql://me:secret@host/", "mariadb://secret",
        "postgresql://me:secret@host:0/db", "postgresql://me:secret@host:x/db", "postgresql://me:secret@host/a/b",
        "mysql://me:secret%@host/db", "mysql://me:secret%00@host/db", "mysql://me:secret%FF@host/db",
        "postgresql://me:secret@host/db?sslmode=maybe", "postgresql://me:secret@host/db?password=x",
        "postgresql://me:secret@host/db?connect_timeout=0",
    ])
    func `a URL that cannot be used is refused by the variable's name, without its password`(text: String) throws {
        let error = #expect(throws: ConfigurationError.self) { try DatabaseURL(text, source: "DATABASE_URL in .env") }
        #expect(error?.variable == "DATABASE_URL in .env")
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `the database is named by URL, by parts, or by the environment`() throws {
        func url(_ variables: [String: String], engine: DatabaseEngine = .sqlite) throws -> String {
            try withFolder([:]) { folder in
                let url = try AppConfiguration(variables: variables, directory: folder).databaseURL(
                    engine: engine, app: "my-shop")
                return String(url.description.dropFirst("sqlite://\(folder)/".count))
            }
        }
        #expect(try url([:]) == "db/development.sqlite3")
        #expect(try url(["APP_ENV": "test"]) == "db/test.sqlite3")
        #expect(try url(["DB_NAME": "data/x.db"]) == "data/x.db")
        #expect(try url(["DB_NAME": "data/x.db", "DATABASE_URL": "sqlite:y.db"]) == "y.db")
        let host = #expect(throws: ConfigurationError.self) { try url(["DB_NAME": "x", "DB_HOST": "h"]) }
        #expect(host?.variable == "DB_HOST (in the environment)")
    }

    @Test(.enabled(if: DatabaseEngine.postgresql.isPresent && DatabaseEngine.mysql.isPresent))
    func `a database on a server is named by URL, by parts, or by the app and the environment`() throws {
        func url(_ variables: [String: String], _ engine: DatabaseEngine) throws -> DatabaseURL {
            try AppConfiguration(variables: variables, directory: "/nowhere")
                .databaseURL(engine: engine, app: "my-shop")
        }
        #expect(try url([:], .postgresql).description == "postgresql://127.0.0.1/my_shop_development")
        #expect(try url(["APP_ENV": "test"], .mysql).description == "mysql://127.0.0.1/my_shop_test")
        let parts = ["DB_HOST": "db", "DB_PORT": "5433", "DB_NAME": "shop", "DB_USER": "me", "DB_PASSWORD": "secret"]
        let named = try url(parts, .postgresql)
        #expect(named.description == "postgresql://me@db:5433/shop")
        #expect(named.server?.password == "secret")
        #expect(throws: ConfigurationError.self) { try url(["DB_NAME": "x", "DB_PORT": "0"], .mysql) }
        // a URL says its engine itself
        #expect(try url(["DATABASE_URL": "mariadb://db/shop"], .sqlite).engine == .mysql)
    }

    @Test func `parts of a server's URL are decoded`() throws {
        let url = try DatabaseURL(
            "postgres://a%40b:p%2F%3Aw@[::1]:5433/my%20db?sslmode=verify-full&sslrootcert=%2Fca.pem&connect_timeout=3")
        let server = try #require(url.server)
        #expect(url.engine == .postgresql)
        #expect(server.user == "a@b")
        #expect(server.password == "p/:w")
        #expect(server.host == "::1")
        #expect(server.port == 5433)
        #expect(server.database == "my db")
        #expect(server.options.encryption == .verifyFull)
        #expect(server.options.rootCertificate == "/ca.pem")
        #expect(server.options.connectTimeout == 3)
        #expect(try DatabaseURL("mysql://%2Frun%2Fmysqld.sock/db").server?.host == "/run/mysqld.sock")
        #expect(try DatabaseURL("postgresql:///db?host=/run/postgresql").server?.host == "/run/postgresql")
    }

    @Test(arguments: ["x", "-1", "65536", "80 ", "99999999999999999999"])
    func `a port that is none is refused by name`(text: String) throws {
        let error = try withFolder([:]) { folder in
            let configuration = try AppConfiguration(flags: ["PORT": text], variables: [:], directory: folder)
            return #expect(throws: ConfigurationError.self) { try configuration.port }
        }
        #expect(error?.variable == "PORT (on the command line)")
    }

    @Test func `the port is 3000 when nothing is said`() throws {
        #expect(try withFolder([:]) { try AppConfiguration(variables: [:], directory: $0).port } == 3000)
    }

    @Test func `how the database is used can be set`() throws {
        let variables = [
            "DB_POOL_SIZE": "7", "DB_POOL_TIMEOUT": "500ms", "DB_STATEMENT_TIMEOUT": "5m", "DB_SLOW_QUERY": "250ms",
        ]
        try withFolder([".env": "DB_SLOW_QUERY=1s"]) { folder in
            let settings = try AppConfiguration(variables: variables, directory: folder)
                .database(engine: .sqlite, app: "shop")
            #expect(settings.connections == 7)
            #expect(settings.waitTimeout == .milliseconds(500))
            #expect(settings.statementTimeout == .seconds(300))
            #expect(settings.slowQuery == .milliseconds(250))
            let off = try AppConfiguration(
                variables: ["DB_STATEMENT_TIMEOUT": "off", "DB_SLOW_QUERY": "off"], directory: folder
            ).database(engine: .sqlite, app: "shop")
            #expect(off.statementTimeout == nil)
            #expect(off.slowQuery == nil)
            let standard = try AppConfiguration(variables: [:], directory: folder)
                .database(engine: .sqlite, app: "shop")
            #expect(standard.connections == nil)
            #expect(standard.waitTimeout == .seconds(10))
            #expect(standard.statementTimeout == .seconds(30))
            #expect(standard.slowQuery == .seconds(1))
        }
    }

    @Test(arguments: [
        ("DB_POOL_SIZE", "-3"), ("DB_POOL_SIZE", "ten"), ("DB_POOL_TIMEOUT", "77"), ("DB_POOL_TIMEOUT", "off"),
        ("DB_STATEMENT_TIMEOUT", "-1s"), ("DB_SLOW_QUERY", "0s"), ("DB_SLOW_QUERY", "1.5s"),
    ])
    func `what is no size or no duration is refused with its place and an example`(name: String, text: String) throws {
        try withFolder([".env": "\(name)=\(text)"]) { folder in
            let error = #expect(throws: ConfigurationError.self) {
                try AppConfiguration(variables: [:], directory: folder).database(engine: .sqlite, app: "shop")
            }
            #expect(error?.variable == "\(name) (in .env)")
            #expect(error?.reason.contains(name == "DB_POOL_SIZE" ? "1 to 1000" : "such as 500ms, 15s") == true)
            #expect(error?.reason.contains(text) == false)
        }
    }

    @Test func `durations are a whole number and a unit`() {
        let cases: [(String, Duration)] = [
            ("500ms", .milliseconds(500)), ("0s", .zero), ("15s", .seconds(15)), ("5m", .seconds(300)),
            ("24h", .seconds(86_400)), ("7d", .seconds(604_800)), ("36500d", .seconds(3_153_600_000)),
        ]
        for (text, duration) in cases { #expect(DurationText.parse(text) == duration) }
        let wrong = ["", "5", "s", "5 s", "5S", "+5s", "-5s", "1.5h", "5min", "٥s", "40000d", "99999999999999999999ms"]
        for text in wrong { #expect(DurationText.parse(text) == nil) }
    }
}
