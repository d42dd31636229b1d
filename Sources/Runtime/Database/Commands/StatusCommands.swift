import ArgumentParser
import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `db:migrate:status`
struct Status: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:migrate:status", abstract: "Lists the migrations: up are those that ran, down the others.")

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "As JSON.")
    var json = false

    @Flag(help: "Fail when something is pending (status 3), was edited after it ran or is missing (status 4).")
    var check = false

    func run(_ context: DatabaseContext) async throws {
        let states = try await context.migrator().status()
        try Self.show(states, asJSON: json, otherwise: "There are no migrations.", on: context.console)
        if check { try Self.check(states) }
    }

    /// - Parameter word: what is said where there are none.
    static func show(
        _ states: [Migrator.State], asJSON: Bool, otherwise word: String, on console: Console
    ) throws {
        if asJSON { return console.print(try json(states)) }
        if states.isEmpty { console.print(word) }
        for state in states {
            let note = HistoryNote.note(state).map { "   (\($0))" } ?? ""
            console.print("  \(state.isExecuted ? "up  " : "down")   \(state.name)\(note)")
        }
    }

    private static func check(_ states: [Migrator.State]) throws {
        let foreign = states.filter { $0.isEdited || $0.isMissing && !$0.isSequelizes }.map(\.name)
        guard foreign.isEmpty else {
            let names = foreign.joined(separator: ", ")
            throw CheckFailure(status: .edited, description: "edited after they ran, or missing here: \(names)")
        }
        let pending = states.filter { !$0.isExecuted || $0.operationsDone != nil }.map(\.name)
        guard pending.isEmpty else {
            throw CheckFailure(status: .pending, description: "pending: \(pending.joined(separator: ", "))")
        }
    }

    private static func json(_ states: [Migrator.State]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(states.map(StatusLine.init)), as: UTF8.self)
    }
}

/// A migration in the JSON of `db:migrate:status`.
private struct StatusLine: Encodable {
    var name: String
    /// `up`, `down`, `edited`, `missing` or `partial`.
    var status: String
    var late: Bool?
    var sequelize: Bool?
    var repeatable: Bool?
    var elsewhere: Bool?
    var operationsDone: Int?
    var batch: Int?
    var executedAt: Date?

    init(_ state: Migrator.State) {
        name = state.name
        status =
            if state.operationsDone != nil { "partial" } else if state.isMissing { "missing" } else if state.isEdited {
                "edited"
            } else { state.isExecuted ? "up" : "down" }
        late = state.isLate ? true : nil
        sequelize = state.isSequelizes ? true : nil
        repeatable = state.isRepeatable ? true : nil
        elsewhere = state.isElsewhere ? true : nil
        operationsDone = state.operationsDone
        batch = state.batch
        executedAt = state.executedAt
    }
}

/// `db:version`
struct Version: DatabaseCommand {
    static let configuration = CommandConfiguration(
        commandName: "db:version", abstract: "Prints the name of the highest migration that ran.")

    @OptionGroup var options: DatabaseOptions

    func run(_ context: DatabaseContext) async throws {
        let last = try await context.migrator().status().last { $0.isExecuted }
        context.console.print(last?.name ?? "No migrations have run.")
    }
}
