import Foundation
import Testing

@testable import scaffold

/// An app meets a database of an engine that it is not built with.
struct EngineOfferTests {
    private let manifest = """
        // swift-tools-version: 6.2
        let package = Package(
            name: "blog",
            dependencies: [
                .package(name: "scaffold", path: "/opt/scaffold")
            ])

        """

    private func withApp(_ files: [String: String] = [:], _ body: (AppFolder) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "offer-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        for (name, text) in files.merging(["Package.swift": manifest], uniquingKeysWith: { one, _ in one }) {
            try text.write(toFile: "\(root)/\(name)", atomically: true, encoding: .utf8)
        }
        try body(AppFolder(at: root))
    }

    private func settle(
        _ app: AppFolder, _ arguments: [String] = [], environment: [String: String] = [:], answer: Bool = false
    ) throws {
        try EngineOffer(app: app, ask: { _ in answer }, environment: { environment[$0] }).settle(arguments)
    }

    @Test(arguments: [["--url", "postgres://u:secret@h/d"], ["--url=postgresql://u:secret@h/d", "--to", "x"]])
    func `a no is an error that names the line, never the URL`(arguments: [String]) throws {
        try withApp { app in
            let error = try #require(throws: Diagnostic.self) { try settle(app, arguments) }
            #expect(error.description.hasPrefix("Package.swift:5:1: error: --url names a PostgreSQL database"))
            #expect(error.description.contains("traits: [.defaults, \"PostgreSQL\"])"))
            #expect(!error.description.contains("secret"))
        }
    }

    @Test func `a yes changes the line and nothing else`() throws {
        try withApp { app in
            try settle(app, environment: ["DATABASE_URL": "mysql://h/d"], answer: true)
            let text = try String(contentsOfFile: "\(app.root)/Package.swift", encoding: .utf8)
            #expect(text == manifest.replacing("scaffold\")", with: "scaffold\", traits: [.defaults, \"MySQL\"])"))
            let changed = try AppFolder(at: app.root)
            #expect(changed.traits == ["MySQL"])
            try settle(changed, environment: ["DATABASE_URL": "mariadb://h/d"])
        }
    }

    @Test func `the flag wins over the environment, that over the file`() throws {
        try withApp([".env": "PORT=1\nDATABASE_URL=\"postgres://h/d\"\n"]) { app in
            let error = try #require(throws: Diagnostic.self) { try settle(app) }
            #expect(error.message.hasPrefix("DATABASE_URL in .env names"))
            try settle(app, environment: ["DATABASE_URL": "sqlite:x"])
            try settle(app, ["--url", "sqlite:x"], environment: ["DATABASE_URL": "mysql://h/d"])
        }
    }

    @Test(arguments: ["", "nonsense", "oracle://h/d", "sqlite::memory:", ":", "\u{0}"])
    func `what names no engine of a trait is the app's to judge`(url: String) throws {
        try withApp { try settle($0, ["--url", url]) }
    }

    @Test func `traits are read and added wherever they stand`() {
        #expect(RuntimeTraits(in: ".package(path: \"a\")").names.isEmpty)
        #expect(RuntimeTraits(in: ".package(path: \"a\", traits: [\"MySQL\", .defaults])").names == ["MySQL"])
        #expect(
            RuntimeTraits(in: ".package(path: \"a\", traits: [])").declaration(adding: "X")
                == ".package(path: \"a\", traits: [\"X\"])")
        let one = RuntimeDependency(declaration: ".package(path: \"a\", traits: [.defaults, \"X\"])", package: "a")
        #expect(one.with("X") == one && one.with(nil) == one)
        #expect(one.with("Y").declaration == ".package(path: \"a\", traits: [.defaults, \"X\", \"Y\"])")
    }

    @Test func `apps with other traits are built in other folders`() throws {
        let chain = Toolchain(swift: "/usr/bin/swift", version: "6.2")
        var app = AppFolder(root: "/a", name: "a", runtime: "/r")
        let plain = SharedScratch(for: app, toolchain: chain, cache: "/c").folder
        app.traits = ["PostgreSQL"]
        #expect(SharedScratch(for: app, toolchain: chain, cache: "/c").folder != plain)
    }
}
