import Foundation

@testable import scaffold

/// Apps that were edited and generated again, as targets of one package: so they share one build of the runtime and one
/// linking of their tests.
struct CompiledApps {
    let folder: URL
    private var targets: [String] = []
    var isEmpty: Bool { targets.isEmpty }

    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The runtime that the apps stand on.
    private static var runtime: String {
        ProcessInfo.processInfo.environment["SCAFFOLD_RUNTIME"] ?? repository.path
    }

    /// Where apps are built.
    private static var scratch: String {
        ProcessInfo.processInfo.environment["SCAFFOLD_TEST_SCRATCH"]
            ?? repository.appending(path: ".build/examples").path
    }

    init(in folder: URL) { self.folder = folder }

    /// Takes over the sources of an app.
    mutating func add(_ app: RegeneratedApp, named name: String) throws {
        let names = AppNames(name)
        try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        for part in ["Sources", "Tests"] {
            try FileManager.default.copyItem(
                at: URL(fileURLWithPath: app.root).appending(path: part), to: folder.appending(path: "\(name)/\(part)"))
        }
        let product = { (product: String) in ".product(name: \"\(product)\", package: \"scaffold\")" }
        targets += [
            """
            .executableTarget(name: "\(names.appModule)", dependencies: [\(product("ScaffoldRuntime"))], \
            path: "\(name)/Sources/App", swiftSettings: settings),
            """,
            """
            .executableTarget(name: "\(names.databaseModule)", dependencies: [\(product("ScaffoldDatabase"))], \
            path: "\(name)/Sources/Database", swiftSettings: settings),
            """,
            """
            .testTarget(name: "\(name)Tests", dependencies: [.target(name: "\(names.appModule)"), \
            .target(name: "\(names.databaseModule)"), \(product("ScaffoldRuntime")), \(product("ScaffoldTesting"))], \
            path: "\(name)/Tests/AppTests", swiftSettings: settings),
            """,
        ]
    }

    /// Builds them all and runs the tests of each.
    ///
    /// - Returns: what went wrong; empty for nothing, and how many tests passed.
    func test() throws -> (complaints: [String], passed: String) {
        let manifest = """
            // swift-tools-version: 6.2
            import PackageDescription
            let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]
            let package = Package(
                name: "fuzzed", platforms: [.macOS(.v15)],
                dependencies: [.package(name: "scaffold", path: "\(Self.runtime)")],
                targets: [
                    \(targets.joined(separator: "\n        "))
                ])
            """
        try manifest.write(to: folder.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "swift", "test", "--scratch-path", Self.scratch, "--manifest-cache", "none",
            "--disable-build-manifest-caching",
        ]
        process.currentDirectoryURL = folder
        let log = folder.appending(path: "log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        let handle = try FileHandle(forWritingTo: log)
        (process.standardOutput, process.standardError) = (handle, handle)
        try process.run()
        process.waitUntilExit()
        let said = try String(contentsOf: log, encoding: .utf8).components(separatedBy: "\n")
        let passed = said.last { $0.contains("Test run with") } ?? "no test has run"
        guard process.terminationStatus != 0 else { return ([], passed) }
        let complaints = said.filter { $0.contains("error:") || $0.contains("recorded an issue") }
        return (complaints.isEmpty ? said.suffix(20) : complaints, passed)
    }
}
