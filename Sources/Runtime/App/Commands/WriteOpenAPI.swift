import ArgumentParser
internal import Logging
internal import ScaffoldDatabase
internal import ScaffoldHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `openapi`
struct WriteOpenAPI: AppCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Writes the API's document in OpenAPI 3.1, which /openapi.json answers too.")

    @Option(help: "The file to write; - for the standard output.")
    var output = "openapi.json"

    func run(_ context: AppContext) async throws {
        // Mistakes in the routes are told here as `serve` tells them.
        _ = try context.app.dispatcher(logger: Logger(label: context.app.name))
        let text = context.app.document.json().indented
        guard output != "-" else { return context.console.print(text) }
        let folder = URL(filePath: context.directory ?? FileManager.default.currentDirectoryPath)
        let file = URL(filePath: output, relativeTo: folder.appending(path: ""))
        do {
            try Data("\(text)\n".utf8).write(to: file, options: .atomic)
        } catch {
            throw OutputError(description: "\(output) cannot be written; choose another file with --output")
        }
        context.console.print("  write    \(output)")
    }
}

/// Why a file cannot be written.
private struct OutputError: Error, CustomStringConvertible {
    var description: String
}
