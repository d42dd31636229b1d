import Testing

@testable import scaffold

@Suite struct NearestTests {
    static let types = ["string", "text", "integer", "bigint", "boolean", "date", "dateonly", "uuid", "enum", "json"]

    @Test(arguments: [
        ("strng", "string"), ("sting", "string"), ("srting", "string"), ("String", "string"), ("intger", "integer"),
        ("txet", "text"), ("dat", "date"), ("boolan", "boolean"), ("uid", "uuid"), ("dateOnly", "dateonly"),
        ("int", "integer"), ("bool", "boolean"),
    ])
    func `a mistyped word finds its own`(_ typed: String, _ meant: String) {
        #expect(nearest(typed, among: Self.types) == meant)
    }

    @Test(arguments: ["", "x", "money", "geography", "🙂", String(repeating: "s", count: 300)])
    func `a word that is near none finds none`(_ typed: String) {
        #expect(nearest(typed, among: Self.types) == nil)
    }

    @Test func `the nearest of several wins, the first of equals`() {
        #expect(nearest("db:migrat", among: ["db:migrate:undo", "db:migrate", "db:create"]) == "db:migrate")
        #expect(nearest("cat", among: ["car", "cut"]) == "car")
    }

    @Test(arguments: [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "ac", 1)])
    func `distances`(_ a: String, _ b: String, _ distance: Int) {
        #expect(editDistance(Array(a), Array(b)) == distance)
    }

    @Test func `few known words are listed where none is near`() {
        #expect(Diagnostic.didYouMean("naem", among: ["name"]) == "did you mean 'name'?")
        #expect(Diagnostic.didYouMean("zzz", among: ["on", "off"]) == "known: on, off")
        #expect(Diagnostic.didYouMean("zzz", among: [String]()) == nil)
    }
}
