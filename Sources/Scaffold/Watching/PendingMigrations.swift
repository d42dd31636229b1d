/// The migrations that a development database has not seen, run as far as nothing is lost by them.
struct PendingMigrations {
    private let database: AppOutput

    init(_ database: AppOutput) { self.database = database }

    /// Runs them.
    ///
    /// - Returns: what was done, and what was left to the person; nil when there was nothing to do.
    /// - Throws: ``BuildFailure`` with the app's words.
    func run() async throws -> MigrationNews? {
        let names = try await database.pending()
        let safe = Array(try names.prefix { try !losesData($0) })
        var words: [String] = []
        if let last = safe.last {
            words.append(try await database("db:migrate", "--to", last))
        }
        if safe.count < names.count {
            words.append(
                "\(names[safe.count]) loses data and was not run; 'scaffold db:migrate' runs it, and what follows it")
        }
        guard !words.isEmpty else { return nil }
        let lines = words.joined(separator: "\n").linesOfAnySystem.filter { !$0.isEmpty }
        return MigrationNews(words: lines.joined(separator: "\n"), hasRun: !safe.isEmpty)
    }

    private func losesData(_ name: String) throws -> Bool {
        let path = "\(Folders.migrations)/\(name).swift"
        let files = DiskFileSystem()
        guard let text = try? files.read("\(database.root)/\(path)") else { return false }
        let records = Records(tree: AppTree(root: database.root, files: files))
        guard LineEndings.same(text, try records.text(.once, path)) else { return false }
        return MigrationLoss.isPossible(in: String(decoding: text, as: UTF8.self))
    }
}
