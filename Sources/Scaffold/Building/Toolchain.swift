import Subprocess

/// The Swift toolchain on `PATH`.
struct Toolchain: Sendable {
    /// The file `swift`, without symbolic links.
    var swift: String
    /// What `swift --version` says.
    var version: String

    /// - Throws: a ``Diagnostic`` when there is none.
    static func find() async throws -> Toolchain {
        guard let swift = Machine.find(command: "swift") else {
            throw Diagnostic(
                message: "no Swift toolchain: 'swift' is not on PATH",
                suggestion: "install one from https://swift.org/install")
        }
        let result = try await run(.name("swift"), arguments: ["--version"], output: .string(limit: 4096))
        return Toolchain(swift: swift, version: result.standardOutput)
    }
}
