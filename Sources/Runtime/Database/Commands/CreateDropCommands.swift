import ArgumentParser
import ScaffoldStorage

/// `db:create`
struct Create: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:create", abstract: "Makes the database, empty.")

    @OptionGroup var options: DatabaseOptions

    func run(_ context: DatabaseContext) async throws {
        let isNew = try context.configuration.opening { try context.engine().create() }
        context.console.print("Database \(context.settings.url) \(isNew ? "created" : "is there already").")
    }
}

/// `db:drop`
struct Drop: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:drop", abstract: "Removes the database with all that is in it.")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "Also in production.")
    var force = false

    func run(_ context: DatabaseContext) async throws {
        guard force || context.configuration.environment != "production" else {
            throw ConfigurationError(
                variable: context.configuration.place(of: "APP_ENV"),
                reason: "this is production; nothing was dropped. Say --force to drop \(context.settings.url)")
        }
        let wasThere = try context.engine().drop()
        context.console.print("Database \(context.settings.url) \(wasThere ? "dropped" : "is not there").")
    }
}
