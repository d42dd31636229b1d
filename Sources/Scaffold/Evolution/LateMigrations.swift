/// Migrations that two branches wrote without knowing of each other, seen when the branches have been merged.
enum LateMigrations {
    /// A word about each migration that came in behind a later one, in the order in which they run.
    ///
    /// - Parameters:
    ///   - heads: the last migrations as each branch knew them.
    ///   - existing: the migrations that there are.
    static func words(_ heads: [[String]], among existing: [MigrationName]) -> [String] {
        guard heads.count > 1 else { return [] }
        // What is older than a branch's list is nothing that it does not know.
        let start = heads.compactMap { $0.min() }.max() ?? ""
        let names = existing.sorted().map(\.text).filter { $0 >= start }
        return names.compactMap { name in
            let knowing = heads.filter { $0.contains(name) }
            guard !knowing.isEmpty, knowing.count < heads.count else { return nil }
            // The last one of those who did not know of it and wrote one of their own.
            let later = heads.filter { !$0.contains(name) }.compactMap { head in
                head.filter { other in knowing.contains { !$0.contains(other) } && names.contains(other) }.max()
            }.max()
            guard let later, later > name else { return nil }
            return "\(name) came in with a merge, behind \(later), which is later: "
                + "a database that has run that one runs it late, and 'scaffold db:migrate' says so"
        }
    }
}
