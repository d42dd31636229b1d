/// What ``DevelopmentLoop`` has done by others. Errors are in the words that the person reads.
protocol DevelopmentWork: Sendable {
    /// What to open in a browser.
    var address: String { get }
    /// Writes what the schema asks for, unless something is to be said or settled first.
    ///
    /// - Returns: what was written, in words; nil when there was nothing to write.
    func generate() async throws -> String?
    /// Runs the migrations that have not run. It is never broken off.
    ///
    /// - Returns: what was done, in words; nil when there was nothing to do.
    func migrate() async throws -> MigrationNews?
    /// - Returns: the path of the app's binary, up to date.
    func build() async throws -> String
    /// Lets a new server take the place of the one that answers.
    func serve(_ binary: String) async throws
    /// How the server that answered came to its end by itself, in words, and how long it had lived.
    func ending() async -> (words: String, age: Duration)?
    /// Whether a server answers.
    func isServing() async -> Bool
    /// Ends every server.
    func stop() async
}

/// What ``DevelopmentWork/migrate()`` tells.
struct MigrationNews: Equatable, Sendable {
    var words: String
    /// Whether the database is another one than before: a server may remember how it was.
    var hasRun = true
}
