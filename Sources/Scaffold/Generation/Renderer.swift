import Mustache
import Templates

/// Fills templates in: each is parsed once, and a name that the view does not hold is an error instead of an
/// empty place in somebody's source.
struct Renderer: Sendable {
    private let library: MustacheLibrary

    /// - Throws: ``GenerationError`` when a template does not parse.
    init(templates: [String: String] = Templates.all) throws {
        var library = MustacheLibrary()
        for (name, text) in templates {
            // Mustache escapes for HTML unless a template says otherwise, and every partial starts anew.
            guard text.hasPrefix(Self.contentType) else {
                throw GenerationError(template: name, problem: "its first line has to be \(Self.contentType)")
            }
            do {
                try library.register(text, named: name)
            } catch {
                throw GenerationError(template: name, problem: "\(error)")
            }
        }
        self.library = library
    }

    static let contentType = "{{%CONTENT_TYPE: TEXT}}\n"

    /// - Throws: ``GenerationError`` for an unknown template, and for every name that `view` does not know.
    func render(_ template: String, _ view: View) throws -> String {
        let root = RootView(view)
        guard let text = library.render(root, withTemplate: template) else {
            throw GenerationError(template: template, problem: "there is no such template")
        }
        guard root.unknown.isEmpty else {
            let names = root.unknown.sorted().joined(separator: ", ")
            throw GenerationError(template: template, problem: "it asks for \(names), which the view does not hold")
        }
        return text
    }
}

/// A defect of the tool itself: a template and the code that feeds it do not fit.
struct GenerationError: Error, Equatable, CustomStringConvertible {
    var template: String
    var problem: String

    var description: String { "template \(template): \(problem)" }
}
