import Foundation
import Testing

@testable import scaffold

/// What the toolchain says of generated files.
enum SwiftTools {
    /// Writes an app to a folder of its own, and removes that at the end.
    static func withFolder<T>(of app: GeneratedApp, _ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("generated-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try app.write(to: folder)
        return try body(folder)
    }

    /// What linter and parser say of an app; empty for nothing. They run beside the tests' own threads, which are few.
    static func complaints(of app: GeneratedApp) async throws -> String {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try lint(app) + parse(app) })
            }
        }
    }

    /// The complaints of `swift format lint --strict` with the app's own configuration; empty for none.
    private static func lint(_ app: GeneratedApp) throws -> String {
        try withFolder(of: app) { folder in
            try run("swift", ["format", "lint", "--strict", "--recursive", "--parallel", "."], in: folder)
        }
    }

    /// The complaints of the parser; empty for none.
    private static func parse(_ app: GeneratedApp) throws -> String {
        try withFolder(of: app) { folder in
            // A module at a time: two may have files of the same name.
            let modules = Dictionary(grouping: app.files.map(\.path).filter { $0.hasSuffix(".swift") }) {
                $0.split(separator: "/").prefix(2).joined(separator: "/")
            }
            return try modules.values.map { try run("swiftc", ["-parse"] + $0, in: folder) }.joined()
        }
    }

    private static func run(_ program: String, _ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        let said = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 && text.isEmpty ? "" : text + "exit status \(process.terminationStatus)"
    }
}
