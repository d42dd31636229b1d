import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `scaffold inflect WORD…`
struct Inflect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inflect",
        abstract: "Show how names come out: singular, plural, type, table, file, route.",
        discussion: "Where a plural is wrong, the block inflections of schema.yml overrides it: {singular: plural}.")

    @Argument(help: "Names, such as BlogPost.") var words: [String]
    @Flag(help: "Print a JSON array with one object a name.") var json = false

    func run() throws {
        let inflector = try Self.inflector()
        print(try Self.output(words.map { InflectedName($0, inflector: inflector) }, json: json))
    }

    /// That of the app around, if there is one whose schema can be read.
    private static func inflector() throws -> Inflector {
        guard let app = try? AppFolder.find(from: Machine.workingDirectory) else { return Inflector() }
        do {
            return try Project(from: app.root).schema().inflector
        } catch {
            Machine.note("without the schema's inflections, which could not be read: 'scaffold generate' says why\n")
            return Inflector()
        }
    }

    static func output(_ names: [InflectedName], json: Bool) throws -> String {
        guard json else { return names.map(\.text).joined(separator: "\n\n") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(names), as: UTF8.self)
    }
}

/// What comes of a name that a model might have.
struct InflectedName: Encodable, Equatable {
    let word: String
    let singular: String
    let plural: String
    let type: String
    let table: String
    let file: String
    let route: String
    /// Why no model can be called so, with the way out.
    let problem: String?

    init(_ word: String, inflector: Inflector = Inflector()) {
        let names = ModelNames(word, inflector: inflector)
        self.word = word
        singular = inflector.singularize(word)
        plural = inflector.pluralize(word)
        type = names.type
        table = names.table
        file = "Sources/App/Models/\(names.file)"
        route = names.route
        let problem = Identifier.problem(word, kind: .model) ?? SwiftIdentifier.problem(type: names.type)
        self.problem = problem.map { found in found.message + (found.suggestion.map { ": \($0)" } ?? "") }
    }

    /// One line a form.
    var text: String {
        let forms = [
            ("singular", singular), ("plural", plural), ("type", type), ("table", table), ("file", file),
            ("route", route),
        ]
        let lines = forms.map { "  \($0.0)\(String(repeating: " ", count: 10 - $0.0.count))\($0.1)" }
        return ([word] + lines + (problem.map { ["  note      \($0)"] } ?? [])).joined(separator: "\n")
    }
}
