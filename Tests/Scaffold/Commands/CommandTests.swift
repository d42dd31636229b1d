import ArgumentParser
import Foundation
import Testing

@testable import scaffold

@Suite struct CommandTests {
    static let known = ["db:migrate", "db:migrate:undo", "db:seed:all", "inflect", "serve", "help"]

    @Test(arguments: [
        (["db:migrat"], "Unknown command 'db:migrat'. Did you mean 'db:migrate'?"),
        (["db:migrate:udno", "--name", "x"], "Unknown command 'db:migrate:udno'. Did you mean 'db:migrate:undo'?"),
        (["srve"], "Unknown command 'srve'. Did you mean 'serve'?"),
        (["help", "inflct"], "Unknown command 'inflct'. Did you mean 'inflect'?"),
        (["frobnicate"], "Unknown command 'frobnicate'. 'scaffold --help' lists them."),
        (["--verson"], "Unknown option '--verson'. Did you mean '--version'?"),
        ([""], "Unknown command ''. 'scaffold --help' lists them."),
    ])
    func `a mistyped command hears of the nearest`(_ arguments: [String], _ message: String) {
        #expect(MistypedCommand(arguments, known: Self.known)?.message == message)
    }

    @Test(arguments: [
        [], ["--help"], ["--version"], ["inflect", "wrod"], ["help"], ["help", "serve"], ["db:migrate"],
        ["--generate-completion-script=bash"],
    ])
    func `what begins as it should is left to the parser`(_ arguments: [String]) {
        #expect(MistypedCommand(arguments, known: Self.known) == nil)
    }

    @Test func `every command of the list has a name of its own`() {
        #expect(Set(CommandList.names).count == CommandList.names.count)
        #expect(CommandList.names.contains("inflect"))
        #expect(CommandList.names.contains("completions"))
    }

    @Test func `a mistyped option hears of the nearest, with the status of a usage error`() throws {
        let error = try #require(throws: (any Error).self) { try Scaffold.parseAsRoot(["inflect", "Post", "--jsno"]) }
        #expect(Scaffold.message(for: error).contains("--json"))
        #expect(Scaffold.exitCode(for: error).rawValue == 64)
        #expect(Scaffold.exitCode(for: ValidationError("")).rawValue == 64)
    }

    @Test func `inflect prints an array of objects`() throws {
        let text = try Inflect.output(["Person", "HTTPServer"].map { InflectedName($0) }, json: true)
        let objects = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]])
        #expect(objects.map { $0["singular"] } == ["Person", "HTTPServer"])
        #expect(objects.map { $0["plural"] } == ["People", "HTTPServers"])
        #expect(objects.map { $0["table"] } == ["people", "http_servers"])
        #expect(objects.map { $0["route"] } == ["/people", "/http-servers"])
        #expect(objects.map { $0["type"] } == ["Person", "HTTPServer"])
        #expect(
            objects.map { $0["file"] } == ["Sources/App/Models/Person.swift", "Sources/App/Models/HTTPServer.swift"])
        #expect(objects.allSatisfy { $0["problem"] == nil })
    }

    @Test func `inflect says why a name cannot be had`() throws {
        #expect(InflectedName("Task").problem?.contains("swiftName: TaskItem") == true)
        #expect(InflectedName("my-model").problem?.contains("MyModel") == true)
        #expect(InflectedName("Task").text.contains("\n  table     tasks\n"))
        #expect(InflectedName("").problem != nil)
    }

    @Test func `completions know the commands, and bash the colon`() {
        let bash = Completions.script(for: .bash)
        #expect(bash.hasPrefix("COMP_WORDBREAKS=\"${COMP_WORDBREAKS//:}\"\n"))
        for shell in Completions.Shell.allCases {
            #expect(Completions.script(for: shell).contains("inflect"))
        }
        #expect(Completions.Shell(argument: "tcsh") == nil)
    }
}
