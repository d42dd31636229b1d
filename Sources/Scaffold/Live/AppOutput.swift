import Subprocess

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// The app as somebody to ask: what it prints is read instead of shown.
struct AppOutput: Sendable {
    /// The binary `NAME-db`, up to date.
    let binary: String
    let root: String
    /// `--env` and `--url`, where they are given.
    var options: [String] = []

    /// Builds what is needed; the app's lock is the caller's.
    static func built(_ app: AppFolder, options: [String] = []) async throws -> AppOutput {
        try EngineOffer(app: app).settle(options)
        var build = try AppBuild(try AppFolder(at: app.root))
        build.isVerbose = Machine.environment("SCAFFOLD_VERBOSE") != nil
        let binary = try await build.binary(of: AppHandover.product(of: app, for: "db:describe"))
        return AppOutput(binary: binary, root: app.root, options: options)
    }

    /// The app's answer where nothing has to be built for it; nil otherwise.
    static func ready(_ app: AppFolder) -> AppOutput? {
        let stamp = BuildStamp(folder: app.binaries, product: AppHandover.product(of: app, for: "db:describe"))
        guard let swift = Machine.find(command: "swift"), stamp.isCurrent(for: app, toolchain: swift) else {
            return nil
        }
        return AppOutput(binary: stamp.binary, root: app.root)
    }

    /// What a command prints.
    ///
    /// - Throws: ``BuildFailure`` with the app's own words when it fails.
    func callAsFunction(_ arguments: String...) async throws -> String {
        let result = try await run(
            .path(FilePath(binary)), arguments: Arguments(arguments + options), workingDirectory: FilePath(root),
            input: .none, output: .string(limit: 256 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            let words = result.standardError.reversed().drop(while: \.isWhitespace).reversed()
            throw BuildFailure(words: String(words))
        }
        return result.standardOutput
    }
}

extension AppOutput {
    /// The database as it is.
    func database(rows: Bool = false) async throws -> LiveDatabase {
        try LiveDatabase(
            parsing: rows ? await self("db:describe", "--native", "--rows") : await self("db:describe", "--native"))
    }

    /// What the migrations make.
    func madeByMigrations() async throws -> MadeTables {
        try MadeTables(parsing: await self("db:describe", "--native", "--migrations"))
    }

    /// What the database's engine makes of tables.
    ///
    /// - Parameter isTold: whether migrations that make them are listened to instead.
    func likeness(of tables: [Table], isTold: Bool = false) async throws -> LiveDatabase {
        let file = "\(root)/\(Records.folder)/bin/wanted.jsonl"
        let files = DiskFileSystem()
        try files.write(Array(Snapshot.text(of: tables).utf8), to: file, mode: 0o600)
        defer { try? files.remove(file) }
        return try LiveDatabase(
            parsing: await self("db:describe", isTold ? "--told" : "--native", "--like", file))
    }

    /// The migrations that have not run.
    func pending() async throws -> [String] {
        struct Line: Decodable {
            var name: String
            var status: String
        }
        let text = try await self("db:migrate:status", "--json")
        return try JSONDecoder().decode([Line].self, from: Data(text.utf8))
            .filter { ["down", "partial"].contains($0.status) }.map(\.name)
    }
}
