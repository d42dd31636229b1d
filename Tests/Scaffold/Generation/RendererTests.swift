import Templates
import Testing

@testable import scaffold

@Suite struct RendererTests {
    @Test func `every template says that it is text and stays below five kilobytes`() {
        for (name, text) in Templates.all {
            #expect(text.hasPrefix(Renderer.contentType), "\(name)")
            #expect(text.utf8.count < 5_000, "\(name)")
        }
    }

    @Test func `a template without its first line is refused`() {
        #expect(throws: GenerationError.self) { try Renderer(templates: ["a": "{{name}}"]) }
    }

    @Test func `a name that the view does not hold is an error, wherever it stands`() throws {
        let renderer = try Renderer(templates: [
            "a": Renderer.contentType + "{{#list}}{{item}}{{wrong}}{{/list}}{{^other}}x{{/other}}"
        ])
        let error = #expect(throws: GenerationError.self) {
            try renderer.render("a", ["list": [["item": 1] as View]])
        }
        #expect(error?.problem.contains("other, wrong") == true)
    }

    @Test func `an unknown template is an error`() throws {
        #expect(throws: GenerationError.self) { try Renderer().render("NoSuchTemplate", [:]) }
    }

    @Test func `text is not escaped for HTML`() throws {
        let renderer = try Renderer(templates: [
            "a": Renderer.contentType + "{{text}}{{> b}}", "b": Renderer.contentType + "{{text}}",
        ])
        #expect(try renderer.render("a", ["text": "<&\">"]) == "<&\"><&\">")
    }
}
