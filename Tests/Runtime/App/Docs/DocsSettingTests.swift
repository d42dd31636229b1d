import Logging
import ScaffoldApp
import ScaffoldDatabase
import ScaffoldTesting
import Testing

@Suite struct DocsSettingTests {
    @Test(arguments: [([:], true), (["DOCS": "on"], true), (["DOCS": ""], true), (["DOCS": "off"], false)])
    func `the docs page is served unless DOCS is off`(variables: [String: String], isShown: Bool) throws {
        let configuration = try AppConfiguration(variables: variables, directory: "/nonexistent")
        let showsDocs = try configuration.showsDocs
        #expect(showsDocs == isShown)
    }

    @Test func `another word is refused`() throws {
        let configuration = try AppConfiguration(variables: ["DOCS": "of"], directory: "/nonexistent")
        let error = #expect(throws: ConfigurationError.self) { _ = try configuration.showsDocs }
        #expect("\(error as Any)".contains("neither on nor off"))
    }

    @Test func `the page is served beside the app's routes, unless it is switched off`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let answer = try await client.get("/docs")
            #expect(answer.status == .ok)
        }
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let client = TestClient(try makeApp().dispatcher(logger: logger, docs: false))
        #expect(try await client.get("/docs").status == .notFound)
    }
}
