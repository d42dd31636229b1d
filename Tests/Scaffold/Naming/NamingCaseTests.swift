import Testing

@testable import scaffold

/// One line of `Cases/naming.json`, as Sequelize's suites have it.
struct NamingCase: Decodable, Sendable, CustomTestStringConvertible {
    /// `camelize` and its like, or `model`, `association`, `rule`.
    var operation: String
    var id: String
    var name: String
    /// For `camelize`: the first letter in lower case.
    var lower: Bool?
    var expect: String?
    /// For a model: its table, the same with `underscored`, and the file of its migration behind the stamp.
    var table: String?
    var underscoredTable: String?
    var migration: String?
    var methods: [String]?

    var testDescription: String { "\(id) \(operation) \(name)" }
}

@Suite struct NamingCaseTests {
    static let cases = caseFile("naming.json", as: NamingCase.self)
    static let conversions = cases.filter {
        !["model", "association", "rule"].contains($0.operation) && elsewhere[$0.id] == nil
    }
    static let models = cases.filter { $0.operation == "model" }

    /// Where we deliberately answer otherwise, and why.
    static let different = [
        "naming-0622": "MessageProperties",  // what is in capitals throughout is not an abbreviation
        "naming-0634": "mp",  // an abbreviation is one word: http_server, not h_t_t_p_server
        "naming-0641": "message-properties",  // routes and file names are in lower case
    ]

    /// Operations that the tool has no use for: words for people (humanize, titleize), Ruby's modules.
    static let elsewhere = [
        "naming-0631": "a slash is refused in a name", "naming-0636": "humanize", "naming-0642": "titleize",
        "naming-0643": "titleize", "naming-0644": "demodulize",
    ]

    /// Our tables and files where they differ from Sequelize's with the schema's `tables: sequelize`.
    static let differentTables = [
        "UserEquipment": "UserEquipment",  // uncountable at the end of a longer name too
        "Tech": "Techs", "Slice": "Slices", "Quota": "Quotas",  // wrong plurals upstream
    ]
    static let differentUnderscored = [
        "UserEquipment": "user_equipment", "Tech": "techs", "Slice": "slices", "Quota": "quotas",
        "ABC": "abcs",  // an abbreviation is one word
    ]
    static let differentMigrations = ["User2": "create-user2"]  // digits belong to the word before them

    @Test func `all cases are there`() {
        #expect(Self.cases.count == 44)
        #expect(Self.conversions.count == 12)
        #expect(Self.models.count == 16)
    }

    @Test(arguments: conversions)
    func `every conversion of Sequelize comes out right`(_ given: NamingCase) {
        let result =
            switch given.operation {
            case "camelize": given.lower == true ? NameStyle.lowerCamel(given.name) : NameStyle.upperCamel(given.name)
            case "underscore": NameStyle.snake(given.name)
            case "dasherize": NameStyle.kebab(given.name)
            case "classify": NameStyle.upperCamel(Inflector().singularize(given.name))
            default: ""
            }
        #expect(result == Self.different[given.id] ?? given.expect)
    }

    @Test(arguments: models)
    func `every model's tables and migration are Sequelize's where that is asked for`(_ given: NamingCase) {
        guard given.name != "my-model" else {
            #expect(Identifier.problem(given.name, kind: .model) != nil)
            return
        }
        let names = ModelNames(given.name, tables: .sequelize)
        #expect(names.table == Self.differentTables[given.name] ?? given.table)
        #expect(names.migration == Self.differentMigrations[given.name] ?? given.migration)
        let underscored = Self.differentUnderscored[given.name] ?? given.underscoredTable
        #expect(ModelNames(given.name).table == underscored)
    }

    @Test(arguments: [
        ("BlogPost", "blog_posts"), ("Status", "statuses"), ("Bus", "buses"), ("Quiz", "quizzes"), ("Index", "indices"),
        ("Series", "series"), ("UserData", "user_data"), ("ABC", "abcs"), ("User2", "user2s"), ("Person", "people"),
        ("HTTPServer", "http_servers"), ("SMS", "sms"), ("CMS", "cmses"), ("PostTag", "post_tags"),
        ("blog_post", "blog_posts"),
    ])
    func `tables are plural in snake case by default`(_ model: String, _ table: String) {
        #expect(ModelNames(model).table == table)
    }

    @Test func `everything named after a model`() {
        let names = ModelNames("BlogCategory")
        #expect(names.type == "BlogCategory")
        #expect(names.singular == "blogCategory")
        #expect(names.plural == "blogCategories")
        #expect(names.route == "/blog-categories")
        #expect(names.file == "BlogCategory.swift")
        #expect(names.migration == "create-blog-category")
        #expect(names.types.contains("BlogCategoryController"))
        let task = ModelNames("Task", swiftName: "TaskItem")
        #expect((task.type, task.table, task.route) == ("TaskItem", "tasks", "/tasks"))
        #expect(ModelNames("Cafe", inflector: Inflector(overrides: ["cafe": "cafeterias"])).table == "cafeterias")
    }

    @Test func `methods of associations are Sequelize's`() throws {
        let projects = try #require(Self.cases.first { $0.id == "naming-0689" }?.methods)
        #expect(Set(AssociationNames("projects").methods(isMany: true)) == Set(projects))
        let profile = try #require(Self.cases.first { $0.id == "naming-0685" }?.methods)
        #expect(AssociationNames("profile").methods(isMany: false) == profile)
        #expect(AssociationNames("author").foreignKey() == "authorId")
        let staff = AssociationNames("staff").methods(isMany: true)
        #expect(staff.count == Set(staff).count)
    }

    @Test func `names of indexes are Sequelize's and never too long`() {
        let rule = Self.cases.first { $0.id == "naming-0698" }?.expect
        #expect(IndexName.make(table: "Users", fields: ["firstName", "lastName"]) == rule)
        let long = String(repeating: "column", count: 12)
        let one = IndexName.make(table: "posts", fields: [long, "a"])
        let other = IndexName.make(table: "posts", fields: [long, "b"])
        #expect(one.count == 63)
        #expect(other.count == 63)
        #expect(one != other)
    }
}
