import Synchronization

/// Whether SwiftPM's plan in the shared folder is the one of the last build here: making it anew costs more than half of
/// a small build. It holds while no other app has been built there, and no file has come or gone.
final class BuildPlanMemory: Sendable {
    /// What a plan follows from, and the plan.
    struct Key: Equatable, Sendable {
        private let names: [String]
        private let manifests: [FileSnapshot.Stamp]
        private let plan: FileSnapshot.Stamp

        /// Nil when there is no plan, or the app is not a kind whose files are all known.
        init?(of app: AppFolder, plan path: String) {
            guard app.localPackages.count == 1, let plan = FileSnapshot.Stamp(at: path) else { return nil }
            let files = WatchedFiles(root: app.root, runtime: app.localPackages.first).snapshot()
            names = files.stamps.keys.sorted()
            let sources = ["\(app.root)/Package.resolved"] + names.filter { $0.hasSuffix("Package.swift") }
            manifests = sources.compactMap { path in
                FileSnapshot.Stamp(at: path.hasPrefix("/") ? path : "\(app.root)/\(path)")
            }
            self.plan = plan
        }
    }

    private let known = Mutex<Key?>(nil)

    /// Whether the plan is the one that was kept.
    func holds(_ key: Key?) -> Bool { key != nil && known.withLock { $0 == key } }

    /// Keeps what is there after a build; nil after one that failed.
    func keep(_ key: Key?) { known.withLock { $0 = key } }
}
