import Testing

@testable import scaffold

@Suite struct AccessReaderTests {
    private func api(_ text: String) throws -> API {
        try SchemaReader.read([.init(file: "schema.yml", text: "name: app\napi: {\(text)}\n")]).api
    }

    @Test func `origins are one, several or all`() throws {
        #expect(try api("cors: {origins: 'https://Shop.example'}").cors?.origins == ["https://shop.example"])
        let several = try api(
            "cors: {origins: [https://a.example, 'http://localhost:5173', 'http://[::1]:3000'], credentials: true}")
        #expect(
            several.cors
                == .init(
                    origins: ["https://a.example", "http://localhost:5173", "http://[::1]:3000"], credentials: true))
        #expect(try api("cors: {origins: '*'}").cors == .init(origins: [], credentials: false))
        #expect(try api("prefix: /api").cors == nil)
    }

    @Test(arguments: [
        ("100/15m", 100, 900), ("10/s", 10, 1), ("1/h", 1, 3600), ("5000/1d", 5000, 86_400),
        ("1000000/30d", 1_000_000, 2_592_000),
    ])
    func `a rate is a number and a time`(text: String, count: Int, seconds: Int) throws {
        #expect(try api("rateLimit: \(text)").rateLimit == .init(count: count, seconds: seconds))
    }

    /// The mark » stands before the place that is to be named.
    @Test(arguments: [
        ("rateLimit: »100", "is no rate", "100/15m"), ("rateLimit: »0/1m", "is no rate", ""),
        ("rateLimit: »-1/1m", "is no rate", ""), ("rateLimit: »1/0m", "is no rate", ""),
        ("rateLimit: »1/31d", "is no rate", "30d"), ("rateLimit: »1/5y", "is no rate", ""),
        ("rateLimit: »1/99999999999999999999m", "is no rate", ""), ("rateLimit: »9999999/1m", "is no rate", ""),
        ("rateLimit: »'1/1m\\n'", "is no rate", ""), ("rateLimit: »[1/1m]", "has to be a word", ""),
        ("cors: »{}", "says no origins", "https://shop.example"), ("cors: »5", "has to be a mapping", ""),
        ("cors: {origins: »[]}", "lists none", "'*'"), ("cors: {origins: [»'*']}", "stands alone", "origins: '*'"),
        ("cors: {origins: '*', »credentials: true}", "every origin", "list the origins"),
        ("cors: {origins: [»shop.example]}", "is no origin", "http://localhost:5173"),
        ("cors: {origins: [»'https://shop.example/']}", "is no origin", ""),
        ("cors: {origins: [»'https://shop.example:0']}", "is no origin", ""),
        ("cors: {origins: [»'https://a\\\"b']}", "is no origin", ""),
        ("cors: {origins: [»'https://']}", "is no origin", ""),
        ("cors: {»origin: '*'}", "unknown key of cors 'origin'", "'origins'"),
        ("»ratelimit: 1/s", "unknown key of api 'ratelimit'", "'rateLimit'"),
    ])
    func `a mistake has its place, its cause and a way out`(marked: String, cause: String, suggestion: String) throws {
        let line = "api: {\(marked)}"
        let column = line.unicodeScalars.prefix { $0 != "»" }.count + 1
        let found = Schemas.problems("name: app\n" + line.filter { $0 != "»" })
        #expect(
            found.contains {
                $0.hasPrefix("schema.yml:2:\(column): error: ") && $0.contains(cause) && $0.contains(suggestion)
            }, "\(found)")
    }

    @Test func `they become middleware, before what is always there`() throws {
        let text = """
            name: app
            api: {cors: {origins: [https://shop.example], credentials: true}, rateLimit: 100/15m}
            """
        let app = AppDescription(
            schema: try SchemaReader.read([.init(file: "schema.yml", text: text)]),
            runtime: RuntimeDependency(declaration: "", package: "scaffold"))
        let files = try Generator().files(of: app)
        let middleware = try #require(files.first { $0.path == "Sources/App/Middleware/Middleware.swift" }?.text)
        #expect(
            middleware.contains(
                """
                    [
                        CORS(origins: ["https://shop.example"], credentials: true),
                        RateLimit(100, per: .seconds(900)),
                        Compression(),
                        EntityTags(),
                    ]
                """), "\(middleware)")
        let entrypoint = try #require(files.first { $0.path == "Sources/App/Entrypoint.swift" }?.text)
        #expect(entrypoint.contains("middleware: makeMiddleware())"))
    }
}
