/// The libraries that an app's engines are built on: told before a long build, not by a compiler's error at its end.
enum SystemPackages {
    /// - Throws: a ``Diagnostic`` with the line that installs what is missing.
    static func check(for app: AppFolder) throws {
        for engine in DatabaseEngine.allCases where engine.trait.map(app.traits.contains) == true {
            guard let packages = engine.packages, !isThere(engine) else { continue }
            #if os(macOS)
                let line = "brew install \(packages.brew)"
            #else
                let line = "apt-get install \(packages.apt)"
            #endif
            throw Diagnostic(
                message: "building with \(engine.title) takes its client library, which is not on this machine",
                suggestion: line)
        }
    }

    /// Whether the library's header is in one of the usual places. A machine that says itself where headers are knows
    /// better than we do.
    private static func isThere(_ engine: DatabaseEngine) -> Bool {
        let variables = ["CPATH", "C_INCLUDE_PATH", "PKG_CONFIG_PATH"]
        if variables.contains(where: { Machine.environment($0) != nil }) { return true }
        let headers: [String]
        switch engine {
        case .sqlite: return true
        case .postgresql: headers = ["libpq-fe.h", "postgresql/libpq-fe.h", "pgsql/libpq-fe.h"]
        case .mysql: headers = ["mariadb/mysql.h", "mysql.h", "mysql/mysql.h"]
        }
        let folders = [
            "/usr/include", "/usr/local/include", "/opt/homebrew/include", "/opt/homebrew/opt/libpq/include",
            "/opt/homebrew/opt/mariadb-connector-c/include", "/usr/local/opt/libpq/include",
            "/usr/local/opt/mariadb-connector-c/include",
        ]
        return folders.contains { folder in headers.contains { Machine.realPath("\(folder)/\($0)") != nil } }
    }
}
