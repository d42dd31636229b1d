/// Where `scaffold dev` serves, and in which environment: as `serve` would find it out.
struct DevelopmentSettings: Equatable, Sendable {
    var environment: String
    var host: String
    var port: Int

    /// - Parameters:
    ///   - root: the app.
    ///   - flags: what the command line says, under the names of the variables.
    ///   - variable: looks into the environment of the process.
    /// - Throws: a ``Diagnostic`` for a port that is none, and in production.
    init(
        at root: String, flags: [String: String] = [:],
        variable: (String) -> String? = { Machine.environment($0) }
    ) throws {
        func base(_ name: String) -> String? { DotEnv.value(of: name, in: "\(root)/.env") }
        let environment =
            flags["APP_ENV"] ?? variable("APP_ENV") ?? variable("NODE_ENV") ?? base("APP_ENV") ?? base("NODE_ENV")
            ?? "development"
        guard environment != "production" else {
            throw Diagnostic(
                message: "'scaffold dev' is for development, and APP_ENV is production",
                suggestion: "use 'scaffold serve', or --env development")
        }
        func value(_ name: String) -> String? {
            flags[name] ?? variable(name) ?? DotEnv.value(of: name, in: "\(root)/.env.\(environment)")
                ?? base(name)
        }
        let text = value("PORT") ?? "3000"
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw Diagnostic(message: "PORT is \(Shown.text(text)), and no number from 0 to 65535")
        }
        (self.environment, self.port, host) = (environment, port, value("HOST") ?? "127.0.0.1")
    }
}
