import Foundation

@testable import scaffold

/// An app generated from a schema, its first migrations included, at a fixed moment.
struct GeneratedApp {
    let schema: Schema
    let files: [GeneratedFile]

    init(_ schema: Schema, seeds: Bool = false) throws {
        self.schema = schema
        let now = Date(timeIntervalSince1970: 1_795_166_400)
        let evolution = try Evolution(from: [], to: schema, existing: [], now: now)
        var app = AppDescription(
            schema: schema,
            runtime: RuntimeDependency(
                declaration:
                    ".package(name: \"scaffold\", path: \"../scaffold\")",
                package: "scaffold"))
        app.plannedMigrations = evolution.migrations
        if seeds { app.plannedSeeders = [try .demo(of: schema, at: Timestamp(now))] }
        files = try Generator().files(of: app)
    }

    /// The text of the file at this path, or that ends in it.
    func text(_ path: String) throws -> String {
        guard let file = files.first(where: { $0.path == path || $0.path.hasSuffix("/" + path) }) else {
            throw GenerationError(template: path, problem: "no such file among \(files.map(\.path))")
        }
        return file.text
    }

    /// Writes every file below a folder.
    func write(to folder: URL) throws {
        for file in files {
            let place = folder.appendingPathComponent(file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: place)
        }
    }
}
