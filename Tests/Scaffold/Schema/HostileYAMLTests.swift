import Testing

@testable import scaffold

struct HostileYAMLTests {
    private func isQuick(_ text: String) -> [String] {
        var found: [String] = []
        let took = ContinuousClock().measure { found = Schemas.problems(text) }
        #expect(took < .seconds(10))
        for problem in found { #expect(problem.utf8.count < 1000) }
        return found
    }

    /// Nine lists of nine aliases each: 10^9 values when written out.
    private static let laughs: String =
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + zip("bcdefghi", "abcdefgh").map { key, inner in
            "\(key): &\(key) [" + Array(repeating: "*\(inner)", count: 9).joined(separator: ", ") + "]\n"
        }.joined()

    @Test func `a billion laughs are counted, not laughed`() {
        let found = isQuick("name: app\nmodels:\n" + Self.laughs.split(separator: "\n").map { "  \($0)\n" }.joined())
        #expect(found.count == 1 && found[0].contains("values once its aliases are written out"))
    }

    @Test(arguments: ["? *i\n: x\n", "*i : x\n", "z: {? *i : x}\n", "z: {[*i]: x}\n"])
    func `keys made of aliases are refused before anything walks through them`(key: String) {
        let found = isQuick("name: app\n" + Self.laughs + key)
        #expect(found.count == 1 && found[0].contains("keys of a schema are words"), "\(found)")
    }

    @Test func `deep nesting is refused`() {
        let depth = 100_000
        #expect(isQuick("name: app\nmodels: " + String(repeating: "[", count: depth) + "\n").count == 1)
        #expect(isQuick("name: app\nmodels: " + String(repeating: "{a: ", count: depth) + "\n").count == 1)
        #expect(isQuick("name: app\nmodels:\n  " + String(repeating: "- ", count: depth) + "x\n").count == 1)
        let levels = (0..<40).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        let found = isQuick(levels)
        #expect(found.count == 1 && found[0].contains("nested deeper"))
    }

    @Test func `a large file is refused, a large value too`() {
        #expect(isQuick("name: app\n#" + String(repeating: "x", count: YAMLText.maximumSize))[0].contains("bytes"))
        let megabyte = String(repeating: "x", count: 1 << 20)
        #expect(isQuick("name: app\nmodels: {A: {attributes: {x: \(megabyte)}}}\n").count == 1)
        #expect(isQuick("name: app\nmodels: {A: {attributes: {x: {type: \(megabyte)}}}}\n").count == 1)
        #expect(isQuick("name: \(megabyte)\n").count == 1)
        #expect(
            isQuick("name: app\nmodels: {A: {attributes: {x: {type: string, defaultValue: \(megabyte)}}}}\n").count == 1
        )
    }

    @Test(arguments: [
        ("name: app\nmodels:\n\tA: {}\n", 3, 1, "tabs"), ("name: app\nmodels: {A: {\n", 3, 1, ""),
        ("name: app\nname: b\n", 1, 1, "stands twice"), ("a: b: c\n", 1, 5, "quote"), ("name: 'app\n", 2, 1, ""),
        ("name: *nothing\n", 1, 7, "alias"), ("--- {name: a}\n--- {name: b}\n", 2, 1, "document"),
        ("name: app\nmodels: {<<: {A: {}}}\n", 2, 10, "merge keys"), ("- a\n", 1, 1, "has to be a mapping"),
        ("name: a\u{0}b\n", 1, 8, ""),
    ])
    func `what is not YAML has its place`(text: String, line: Int, column: Int, word: String) {
        let found = isQuick(text)
        #expect(
            found.contains { $0.hasPrefix("schema.yml:\(line):\(column): error: ") && $0.contains(word) }, "\(found)")
    }

    @Test func `a duplicate that comes of a split value gets the hint`() {
        let found = isQuick("name: app\nmodels: {A: {attributes: {x: enum(a, b), y: enum(c, b)}}}\n")
        #expect(found.count == 1 && found[0].contains("quotes"), "\(found)")
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "~\n", "\u{FEFF}name: app\n"])
    func `an empty file is a schema without a name`(text: String) {
        let found = isQuick(text)
        #expect(found.count <= 1)
    }

    @Test func `aliases are values like any other`() throws {
        let schema = try Schemas.read(
            """
            name: app
            models:
              A: {attributes: &base {title: string!, on: date}}
              B: {attributes: *base}
            """)
        #expect(schema.models[1].attributes.map(\.name) == ["id", "title", "on", "createdAt", "updatedAt"])
    }

    @Test func `words of YAML 1.1 stay words`() throws {
        let schema = try Schemas.read(
            models: "  A: {attributes: {no: \"enum(yes, no, on, off)! =no\", v: string =1.10}}")
        #expect(schema.models[0].attribute(named: "no")?.defaultValue == .enumCase("no"))
        #expect(schema.models[0].attribute(named: "v")?.defaultValue == .string("1.10"))
    }

    @Test(arguments: [
        "1; DROP TABLE users", "1 -- x", "1 /* x */", "(1", "1)", "'a", "now()\\nx'", "$$x$$", "1 # x", "'a\\'; DROP'",
    ])
    func `an SQL default cannot leave its place`(sql: String) {
        let text = "  A: {attributes: {x: {type: string, defaultValue: {sql: \(JSONText.string(sql))}}}}"
        #expect(Schemas.problems(models: text).count == 1)
    }

    @Test func `an SQL default is one expression`() throws {
        let schema = try Schemas.read(
            models: "  A: {attributes: {x: {type: string, defaultValue: {sql: \"lower('A;--') || (1 - 2)\"}}}}")
        #expect(schema.models[0].attribute(named: "x")?.defaultValue == .sql("lower('A;--') || (1 - 2)"))
    }
}
