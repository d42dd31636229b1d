#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which migrations the database at hand has run already, as the app's binary that lies there tells it: one that is not up
/// to date reads the same history.
enum MigrationsAtHand {
    enum Answer: Equatable, Sendable {
        /// These have run, also those that stopped half-way; none where the app was never built here.
        case ran([MigrationName])
        /// The database could not be asked.
        case silence
    }

    /// So long a database is waited for.
    private static let patience = Duration.seconds(5)

    /// - Parameter options: `--env` and `--url`, where they are given.
    static func ran(_ names: [MigrationName], in app: AppFolder, options: [String] = []) async -> Answer {
        let binary = "\(app.binaries)/\(AppHandover.product(of: app, for: "db:migrate:status"))"
        guard !names.isEmpty, let entry = try? DiskFileSystem().entry(at: binary), entry.kind == .file else {
            return .ran([])
        }
        let output = AppOutput(binary: binary, root: app.root, options: options)
        return await withTaskGroup(of: Answer.self) { group in
            group.addTask {
                guard let text = try? await output("db:migrate:status", "--json") else { return .silence }
                return answer(text, about: names)
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return .silence
            }
            defer { group.cancelAll() }
            return await group.next() ?? .silence
        }
    }

    /// Reads the JSON of `db:migrate:status`.
    static func answer(_ text: String, about names: [MigrationName]) -> Answer {
        struct Line: Decodable {
            var name: String
            var status: String
        }
        guard let lines = try? JSONDecoder().decode([Line].self, from: Data(text.utf8)) else { return .silence }
        let done = Set(lines.filter { $0.status != "down" }.map(\.name))
        return .ran(names.filter { done.contains($0.text) })
    }
}
