import Testing

@testable import scaffold

@Suite struct SchemaHeadTests {
    @Test(arguments: [
        ("name: old  # mine\nmodels:\n  A: {}", "name: new  # mine\nmodels:\n  A: {}"),
        ("# first\nmodels: {}\n", "# first\nname: new\nmodels: {}\n"),
        ("name: old\r\nmodels: {}\r\n", "name: new\r\nmodels: {}\r\n"),
        ("", "name: new\n"),
    ])
    func `the name changes and every other byte stays`(before: String, after: String) {
        #expect(SchemaHead.set(name: "new", database: nil, in: before) == after)
    }

    @Test func `the engine changes where one is asked for`() {
        #expect(
            SchemaHead.set(name: "a", database: .mysql, in: "name: a\ndatabase: sqlite\n")
                == "name: a\ndatabase: mysql\n")
    }
}
