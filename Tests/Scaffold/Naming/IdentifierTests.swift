import Testing

@testable import scaffold

@Suite struct IdentifierTests {
    @Test(arguments: ["title", "firstName", "first_name", "_id", "a", "User2", String(repeating: "a", count: 63)])
    func `legal names pass`(_ name: String) {
        #expect(Identifier.problem(name, kind: .attribute) == nil)
    }

    @Test(arguments: [
        ("", "the attribute name is empty"), ("first-name", "contains '-'"), ("1st", "begins with a digit"),
        ("_1", "begins with a digit"),
        ("a🙂", "contains '🙂'"), ("a\"b", "contains '\"'"), ("a'b", "contains a quote"), ("a/b", "contains '/'"),
        ("a b", "contains a blank"),
        ("a\u{1B}[31m", "contains a control character"), ("a\r\nb", "contains a control character"),
        ("über", "contains 'ü'"),
        ("__", "has no letter"), ("a;drop table posts", "contains ';'"), ("`a`", "contains '`'"),
        ("a\u{0}", "control character"),
    ])
    func `illegal names are refused with the reason`(_ name: String, _ reason: String) throws {
        let problem = try #require(Identifier.problem(name, kind: .attribute))
        #expect(problem.message.contains(reason))
        #expect(!problem.message.contains("\u{1B}"))
        #expect(problem.suggestion != nil)
    }

    @Test func `300 characters are refused without repeating them`() throws {
        let problem = try #require(Identifier.problem(String(repeating: "a", count: 300), kind: .model))
        #expect(problem.message.contains("300 characters"))
        #expect(problem.message.count < 80)
    }

    @Test(arguments: [("first-name", "firstName"), ("e-mail address", "eMailAddress"), ("1st", "st")])
    func `the nearest legal name is offered`(_ name: String, _ offered: String) {
        #expect(Identifier.problem(name, kind: .attribute)?.suggestion == "did you mean '\(offered)'?")
    }

    @Test func `a model's offer is a type`() {
        #expect(Identifier.problem("my-model", kind: .model)?.suggestion == "did you mean 'MyModel'?")
    }
}

@Suite struct SwiftIdentifierTests {
    @Test func `keywords are escaped where they are declared, and only there`() {
        #expect(SwiftIdentifier.declared("class") == "`class`")
        #expect(SwiftIdentifier.declared("in") == "`in`")
        #expect(SwiftIdentifier.declared("title") == "title")
        #expect(SwiftIdentifier.declared("copy") == "copy")
        #expect(SwiftIdentifier.inMethod("row") == "self.row")
        #expect(SwiftIdentifier.inMethod("class") == "`class`")
        #expect(SwiftIdentifier.inMethod("title") == "title")
    }

    @Test(arguments: [
        "Task", "Error", "String", "Date", "Model", "Query", "Column", "Request", "Response", "Type", "Self", "Any",
    ])
    func `a type that would hide another is refused with the way out`(_ name: String) throws {
        let problem = try #require(SwiftIdentifier.problem(type: name))
        #expect(problem.message.contains("'\(name)'"))
        #expect(problem.suggestion == "write swiftName: \(name)Item")
    }

    @Test(arguments: ["Post", "User", "Tag", "Comment", "TaskItem", "Category", "Order", "Notification"])
    func `ordinary types pass`(_ name: String) {
        #expect(SwiftIdentifier.problem(type: name) == nil)
    }

    @Test(arguments: [
        "init", "self", "Type", "inout", "columns", "table", "associations", "create", "update", "save", "destroy",
        "reload",
        "changed",
    ])
    func `a property that no model can have is refused with the way out`(_ name: String) throws {
        let problem = try #require(SwiftIdentifier.problem(member: name, kind: .attribute))
        #expect(problem.message.contains("attribute name '\(name)'"))
        #expect(problem.suggestion?.hasPrefix("write swiftName: ") == true)
    }

    @Test(arguments: ["title", "class", "default", "type", "count", "values", "description", "id"])
    func `ordinary properties pass, keywords included`(_ name: String) {
        #expect(SwiftIdentifier.problem(member: name, kind: .attribute) == nil)
    }

    @Test(arguments: [
        ("draft", "draft"), ("in-progress", "inProgress"), ("In Progress", "inProgress"), ("2fa", "_2fa"),
        ("USD", "usd"),
        ("none", "noneValue"), ("self", "selfValue"), ("default", "default"), ("NOT_STARTED", "notStarted"),
        ("C++", "c"),
    ])
    func `values of enums become cases`(_ value: String, _ name: String) {
        #expect(SwiftIdentifier.enumCase(for: value) == name)
    }

    @Test(arguments: ["", "🙂", "-", "  "])
    func `a value without a letter or digit has no case`(_ value: String) {
        #expect(SwiftIdentifier.enumCase(for: value) == nil)
    }
}
