import Foundation

@testable import scaffold

/// A runtime of a few lines, two modules as the real one has them, in a folder that is not called scaffold.
struct SmallRuntime: Sendable {
    let home: TemporaryApp
    var folder: String { home.absolute("my checkout") }
    var cache: String { home.absolute("cache") }

    init() throws {
        home = try TemporaryApp([
            "my checkout/Package.swift": """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "scaffold",
                products: [
                    .library(name: "ScaffoldRuntime", targets: ["ScaffoldRuntime"]),
                    .library(name: "ScaffoldDatabase", targets: ["ScaffoldDatabase"]),
                ],
                targets: [
                    .target(name: "ScaffoldDatabase", path: "Sources/Runtime/Database"),
                    .target(
                        name: "ScaffoldRuntime", dependencies: ["ScaffoldDatabase"], path: "Sources/Runtime/Umbrella"),
                ]
            )
            """,
            "my checkout/Sources/Runtime/Database/Word.swift": "public func databaseWord() -> String { \"db\" }\n",
            "my checkout/Sources/Runtime/Umbrella/Word.swift": "public func word() -> String { \"app\" }\n",
        ])
    }

    /// An app called `name` in a folder of its own that says `text` when it runs.
    func app(_ folder: String, name: String = "blog", saying text: String) throws -> AppFolder {
        let module = name.capitalized
        let dependency = try RuntimeLocation(self.folder).dependency(forAppAt: home.absolute(folder))
        try home.write(
            """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "\(name)",
                products: [
                    .executable(name: "\(name)", targets: ["\(module)App"]),
                    .executable(name: "\(name)-db", targets: ["\(module)Database"]),
                ],
                dependencies: [
                    \(dependency)
                ],
                targets: [
                    .executableTarget(
                        name: "\(module)App",
                        dependencies: [.product(name: "ScaffoldRuntime", package: "scaffold")], path: "Sources/App"),
                    .executableTarget(
                        name: "\(module)Database",
                        dependencies: [.product(name: "ScaffoldDatabase", package: "scaffold")], path: "Sources/Database"),
                ]
            )
            """, to: "\(folder)/Package.swift")
        try home.write("name: \(name)\n", to: "\(folder)/schema.yml")
        try say(text, in: folder)
        return try AppFolder.find(from: home.absolute(folder))
    }

    func say(_ text: String, in folder: String) throws {
        for (part, library, word) in [("App", "Runtime", "word"), ("Database", "Database", "databaseWord")] {
            try home.write(
                """
                import Scaffold\(library)

                @main
                struct Entrypoint {
                    static func main() { print("\(text)", \(word)()) }
                }
                """, to: "\(folder)/Sources/\(part)/Entrypoint.swift")
        }
    }

    func build(_ app: AppFolder, _ product: String? = nil) async throws -> String {
        var build = try AppBuild(app, cache: cache)
        build.note = { _ in }
        build.hasTerminal = false
        return try await build.binary(of: product ?? app.name)
    }
}

/// What a program says.
func output(of binary: String) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: binary)
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}
