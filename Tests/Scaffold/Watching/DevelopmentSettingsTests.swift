import Foundation
import Testing

@testable import scaffold

@Suite struct DevelopmentSettingsTests {
    private func settings(
        _ files: [String: String] = [:], flags: [String: String] = [:], variables: [String: String] = [:]
    ) throws -> DevelopmentSettings {
        let app = try TemporaryApp(files)
        return try withExtendedLifetime(app) {
            try DevelopmentSettings(at: app.root, flags: flags) { variables[$0] }
        }
    }

    @Test func `flags win over the environment, that over the environment's own file, and that over .env`() throws {
        #expect(try settings() == settings(flags: ["PORT": "3000", "HOST": "127.0.0.1", "APP_ENV": "development"]))
        let files = [".env": "APP_ENV=demo\nPORT=1 # one\nHOST='a'\r\n", ".env.demo": "export PORT=\"2\"\n"]
        var found = try settings(files)
        #expect((found.environment, found.port, found.host) == ("demo", 2, "a"))
        found = try settings(files, variables: ["PORT": "3", "NODE_ENV": "test"])
        #expect((found.environment, found.port, found.host) == ("test", 3, "a"))
        found = try settings(files, flags: ["PORT": "4", "HOST": ""], variables: ["PORT": "3"])
        #expect((found.port, found.host) == (4, ""))
    }

    @Test(arguments: [[".env": "APP_ENV=production"], [".env": "NODE_ENV=production"]])
    func `production is refused, wherever it is said`(files: [String: String]) throws {
        #expect { try settings(files) } throws: { "\($0)".contains("APP_ENV is production") }
        #expect { try settings(variables: ["APP_ENV": "production"]) } throws: { "\($0)".contains("production") }
        #expect(try settings(files, flags: ["APP_ENV": "development"]).environment == "development")
    }

    @Test(arguments: ["x", "-1", "65536"])
    func `a port that is none is refused`(port: String) {
        #expect { try settings(variables: ["PORT": port]) } throws: { "\($0)".contains("no number from 0 to 65535") }
    }
}
