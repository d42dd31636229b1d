import ArgumentParser
import Logging
import ScaffoldStorage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The commands `db:*` of an app: its migrations and seeders with a command line around them.
///
/// ```swift
/// @main
/// struct Entrypoint {
///     static func main() async {
///         await DatabaseTool(name: "blog", engine: .sqlite, migrations: migrations, seeders: seeders).run()
///     }
/// }
/// ```
public struct DatabaseTool: Sendable {
    let name: String
    let engine: DatabaseEngine
    let migrations: [any Migration]
    let seeders: [any Seeder]

    /// - Parameters:
    ///   - name: the app's name.
    ///   - engine: the engine that `database:` in schema.yml names.
    public init(name: String, engine: DatabaseEngine, migrations: [any Migration], seeders: [any Seeder]) {
        self.name = name
        self.engine = engine
        self.migrations = migrations
        self.seeders = seeders
    }

    /// Does what the command line says and ends the process: with 0 when it is done, 1 when it failed (the reason is on
    /// the error output), 3 and 4 when `db:migrate:status --check` found something pending or edited, 5 when a
    /// migration has no way back, 64 when the command line makes no sense, 75 when another runner was at work for too
    /// long.
    public func run() async {
        let status = await run(Array(CommandLine.arguments.dropFirst()), console: .standard)
        fflush(nil)
        exit(status)
    }

    /// The same without ending the process.
    ///
    /// - Parameters:
    ///   - directory: stands for the working directory.
    ///   - variables: stand for the environment; nil for that of the process.
    /// - Returns: the exit status.
    package func run(
        _ arguments: [String], console: Console, directory: String? = nil, variables: [String: String]? = nil
    ) async -> Int32 {
        do {
            if let problem = CommandNames.problem(in: arguments) { throw problem }
            let command = try DatabaseCommands.parseAsRoot(arguments)
            guard let command = command as? any DatabaseCommand else {
                var command = command
                try command.run()
                return 0
            }
            let context = try DatabaseContext(
                self, command.options, console: console, directory: directory, variables: variables)
            try await command.run(context)
            return 0
        } catch {
            return report(error, to: console)
        }
    }

    private func report(_ error: any Error, to console: Console) -> Int32 {
        let code = DatabaseCommands.exitCode(for: error)
        if code == .success {
            console.print(DatabaseCommands.message(for: error))
            return 0
        }
        if code == .validationFailure {
            console.printError(DatabaseCommands.fullMessage(for: error))
            return code.rawValue
        }
        console.printError("Error: \(error)")
        return ExitStatus(error).rawValue
    }
}
