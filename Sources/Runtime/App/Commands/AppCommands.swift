import ArgumentParser
internal import Logging
internal import ScaffoldDatabase
internal import ScaffoldHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The root of an app's commands.
struct AppCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandLine.arguments.first.map { String($0.split(separator: "/").last ?? "") } ?? "",
        abstract: "Serves the app.",
        subcommands: [Serve.self, ListRoutes.self, AskHealth.self], defaultSubcommand: Serve.self)

    /// The error for a first word that is no command; nil when it is one.
    static func problem(in arguments: [String]) -> (any Error)? {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !names.contains(word) else {
            return nil
        }
        let hint = NearestWord.of(word, in: names).map { "did you mean \($0)?" }
        return ValidationError("unknown command \(word); \(hint ?? "there are: \(names.joined(separator: ", "))")")
    }
}

/// A command of an app.
protocol AppCommand: ParsableCommand {
    func run(_ context: AppContext) async throws
}

/// What a command works with.
struct AppContext {
    let app: App
    let console: Console
    let directory: String?
    let variables: [String: String]?

    /// The environment of the process, or what stands for it.
    var environment: [String: String] { variables ?? ProcessInfo.processInfo.environment }

    /// The settings, over which the flags win.
    func configuration(flags: [String: String?]) throws -> AppConfiguration {
        let flags = flags.compactMapValues(\.self)
        return try variables.map { try AppConfiguration(flags: flags, variables: $0, directory: directory) }
            ?? AppConfiguration(flags: flags, directory: directory)
    }

    /// Writes to the error output what is at least as important as `LOG_LEVEL` says, as `LOG_FORMAT` says.
    func logger(_ configuration: AppConfiguration) throws -> Logger {
        let format = try configuration.word("LOG_FORMAT", default: LineLogHandler.Format.text)
        var logger = Logger(label: app.name, factory: { _ in LineLogHandler(format) })
        if let word = configuration.string("LOG_LEVEL") {
            guard let level = Logger.Level(rawValue: word.lowercased()) else {
                let words = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
                throw ConfigurationError(variable: configuration.place(of: "LOG_LEVEL"), reason: "none of \(words)")
            }
            logger.logLevel = level
        }
        return logger
    }
}
