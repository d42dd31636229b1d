import Foundation
import Testing

@testable import scaffold

@Suite struct GeneratorTests {
    @Test func `the blog is what the goldens say`() throws {
        try Goldens.check(GeneratedApp(.blog, seeds: true), "blog")
    }

    @Test func `a schema with everything in it is what the goldens say`() throws {
        try Goldens.check(GeneratedApp(.kitchenSink, seeds: true), "kitchen-sink")
    }

    @Test(arguments: Example.allCases)
    func `every file passes the strict linter and the parser`(example: Example) async throws {
        let app = try GeneratedApp(example.schema, seeds: true)
        let complaints = try await SwiftTools.complaints(of: app)
        #expect(complaints == "")
    }

    @Test func `paths stand once, and every text ends in one newline`() throws {
        for schema in [Schema.blog, .kitchenSink, .hostile, .test(models: [])] {
            let files = try GeneratedApp(schema, seeds: true).files
            #expect(Set(files.map(\.path)).count == files.count)
            for file in files where !file.text.isEmpty {
                #expect(file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n"), "\(file.path)")
            }
        }
    }

    @Test func `the same schema makes the same files, in the same order`() throws {
        #expect(try GeneratedApp(.kitchenSink).files == GeneratedApp(.kitchenSink).files)
    }

    @Test func `a model without routes has neither controller nor routes, but a test`() throws {
        let paths = try GeneratedApp(.blog).files.map(\.path)
        #expect(!paths.contains("Sources/App/Controllers/PostTagController.swift"))
        #expect(!paths.contains("Sources/App/Routes/PostTagRoutes.swift"))
        #expect(paths.contains("Tests/AppTests/PostTagTests.swift"))
        #expect(try !GeneratedApp(.blog).text("RouteList.swift").contains("PostTagRoutes"))
    }

    @Test func `a controller has the actions of its routes and no others`() throws {
        let text = try GeneratedApp(.kitchenSink).text("ParcelController.swift")
        #expect(text.contains("func list(") && text.contains("func show("))
        #expect(!text.contains("func create(") && !text.contains("func update(") && !text.contains("func destroy("))
        #expect(try !GeneratedApp(.kitchenSink).text("TaskItemController.swift").contains("TaskItemQuery"))
    }

    @Test func `a password is in no answer, not even where include asks for it`() throws {
        for schema in [Schema.blog, .kitchenSink] {
            for file in try GeneratedApp(schema).files where file.path.hasSuffix("+Storage.swift") {
                #expect(!file.text.contains("member(\"password\"") && !file.text.contains("member(\"secret\""))
                #expect(!file.text.contains("columns(\\.id, \\.handle, \\.secret)"))
            }
        }
    }

    @Test func `what may not be read is in no answer`() throws {
        let text = try GeneratedApp(.kitchenSink).text("Member+Storage.swift")
        #expect(text.contains("member(\"handle\", handle)") && !text.contains("member(\"note\""))
    }

    @Test func `lists and shows that differ have a type each`() throws {
        let letter = try GeneratedApp(.kitchenSink).text("Letter+Storage.swift")
        #expect(
            letter.contains("struct LetterListView: Projection") && letter.contains("struct LetterView: Projection"))
        let category = try GeneratedApp(.kitchenSink)
        #expect(try category.text("CategoryController.swift").contains("Category.findAndCountAll {"))
        #expect(try category.text("CategoryController.swift").contains("as: CategoryView.self"))
        #expect(try !category.text("Category+Storage.swift").contains("CategoryListView"))
    }

    @Test func `a model that two of its own kind are tied to by two names has the methods of both`() throws {
        let text = try GeneratedApp(.kitchenSink).text("Member+Storage.swift")
        for method in ["getSent(", "addReceived(", "removeFollower(", "countFollowers(", "createFollower("] {
            #expect(text.contains("func \(method)"), "\(method)")
        }
    }

    @Test func `models that wait for one another have no sample, and no test that needs one`() throws {
        let circle = Schema.test(models: [
            ModelBuilder("Hen").belongsTo("Egg", required: true).routes(),
            ModelBuilder("Egg").belongsTo("Hen", required: true).routes(),
        ])
        let text = try GeneratedApp(circle, seeds: true).text("HenTests.swift")
        #expect(!text.contains("sample") && text.contains("is not found"))
    }

    @Test func `modules take the app's name, whatever it begins with`() {
        #expect(AppNames("my-shop").appModule == "MyShopApp")
        #expect(AppNames("my-shop").databaseProduct == "my-shop-db")
        #expect(AppNames("2nd-shop").databaseModule == "The2ndShopDatabase")
    }
}

enum Example: String, CaseIterable {
    case blog, kitchenSink, hostile, long, empty

    var schema: Schema {
        switch self {
        case .blog: .blog
        case .kitchenSink: .kitchenSink
        case .hostile: .hostile
        case .long: .long
        case .empty: .test(models: [])
        }
    }
}
