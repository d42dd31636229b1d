import Foundation
import Testing

@testable import scaffold

/// The same without the promise not to return, which the compiler would warn about.
private func become(_ executable: String, _ arguments: [String]) throws {
    try Machine.become(executable, arguments: arguments, in: "/")
}

@Suite struct BuildPartsTests {
    @Test func `an app is found from any folder inside, by its manifest and not by its schema`() throws {
        let home = try TemporaryApp([
            "blog/Package.swift": "let package = Package(\n    // name: \"no\"\n    name: \"blog\")",
            "blog/schema.yml": "{{{ broken", "blog/Sources/App/x.swift": "", "other/Package.swift": "",
        ])
        let app = try AppFolder.find(from: home.absolute("blog/Sources/App"))
        #expect(app.root == Machine.realPath(home.absolute("blog")))
        #expect(app.name == "blog")
        let error = #expect(throws: Diagnostic.self) { try AppFolder.find(from: home.absolute("other")) }
        #expect(error?.suggestion?.contains("scaffold new") == true)
    }

    @Test func `a manifest is read as edited as it may be`() {
        let manifest = ManifestText(
            """
            let package = Package(
                name: "my-shop", // .executable(name: "no"
                products: [.executable(name: "tool", targets: ["T"]), .executable( name :"odd"),
                    .executable(
                        name: "shop",
                        targets: ["ShopApp"]), .executable(name: "shop-db", targets: ["ShopDatabase"])],
                dependencies: [
                    .package(url: "https://example.com/x", from: "1.0.0"),
                    .package(name: "scaffold", path: "../../my (checkout)", traits: [.defaults, "MySQL"]),
                ],
                targets: [.executableTarget(name: "ShopApp", path: "Sources/App")]
            """)
        #expect(manifest.packageName == "my-shop")
        #expect(manifest.appName == "shop")
        #expect(manifest.executableModules == ["ShopApp"])
        #expect(manifest.runtimePath == "../../my (checkout)")
        #expect(manifest.runtimeDependency?.contains("MySQL") == true)
        #expect(
            ManifestText(
                "Package(name: \"a\", dependencies: [.package(url: \"https://x.y/scaffold.git\", from: \"1.0.0\")]"
            )
            .runtimeDependency?.contains("1.0.0") == true)
        #expect(ManifestText("").appName == nil)
        #expect(ManifestText("// tools\r\nlet package = Package(\r\n    name: \"blog\")\r\n").appName == "blog")
    }

    @Test func `builds are shared by toolchain, runtime and traits`() throws {
        let app = AppFolder(root: "/a", name: "a", runtime: "/runtime")
        func folder(_ runtime: String = "/runtime", _ version: String = "6.3") -> String {
            var app = app
            app.runtime = runtime
            return SharedScratch(for: app, toolchain: Toolchain(swift: "/swift", version: version), cache: "/c").folder
        }
        #expect(folder() == folder())
        #expect(Set([folder(), folder("/other"), folder("/runtime", "6.4")]).count == 3)
    }

    @Test func `the source paths in a binary are found at any place`() {
        let bytes = Array(
            "xx\u{0}/a/Sources/App/A.swift\u{0}q\u{1}/b/Sources/App/B.swift\u{0}/c/Sources/App/no.txt".utf8)
        let paths = bytes.withUnsafeBytes { BinaryOrigin.sourcePaths(in: $0, below: "/Sources/App/") }
        #expect(paths == ["/a/Sources/App/A.swift", "/b/Sources/App/B.swift"])
        #expect([UInt8]().withUnsafeBytes { BinaryOrigin.sourcePaths(in: $0, below: "/Sources/App/") }.isEmpty)
    }

    @Test func `a report holds each error once and says how many there were`() {
        var report = BuildReport(root: "/app")
        #expect(report.add("[3/40] Compiling NIOCore Channel.swift") != nil)
        for line in [
            "/app/Sources/App/X.swift:3:5: error: cannot find 'foo' in scope",
            "/app/Sources/App/X.swift:3:5: error: cannot find 'foo' in scope", "3 |  foo",
            "    |  `- error: cannot find 'foo' in scope", "/app/Sources/App/X.swift:9:1: warning: unused",
            "/elsewhere/Y.swift:9:1: warning: unused", "X.o: undefined reference to `nothing'", "error: fatalError",
        ] {
            #expect(report.add(line) == nil)
        }
        #expect(report.errors == ["Sources/App/X.swift:3:5: error: cannot find 'foo' in scope"])
        #expect(report.warnings == ["Sources/App/X.swift:9:1: warning: unused"])
        let words = report.failure(of: "blog", log: "LOG")
        #expect(words.contains("undefined reference"))
        #expect(words.hasSuffix("blog was not built: 2 errors; everything is in LOG"))
    }

    @Test func `a thousand errors stay readable`() {
        var report = BuildReport(root: "/app")
        for line in 1...1000 { _ = report.add("/app/X.swift:\(line):1: error: no") }
        let words = report.failure(of: "blog", log: "LOG")
        #expect(words.contains("… and 970 more"))
        #expect(words.utf8.count < 2000)
    }

    @Test func `inputs change with a file, and are not known with a link or a manifest that looks around`() throws {
        let app = try TemporaryApp([
            "Package.swift": "Package(name: \"a\")", "Sources/App/x.swift": "1", "Tests/t": "1",
        ])
        func inputs() -> String? { BuildInputs.fingerprint(packages: [app.root], toolchain: "/bin/sh") }
        let first = inputs()
        #expect(first != nil)
        try app.write("2", to: "Tests/t")
        try app.write("2", to: "blog.sqlite")
        try app.write("2", to: ".scaffold/x")
        #expect(inputs() == first)
        try app.write("2", to: "Sources/App/x.swift")
        let second = inputs()
        #expect(second != nil && second != first)
        try app.write("", to: "Sources/App/y.swift")
        #expect(inputs() != second)
        try app.link("Sources/App/z.swift", to: "/etc/hosts")
        #expect(inputs() == nil)
        try app.delete("Sources/App/z.swift")
        try app.write("let e = Context.environment", to: "Package.swift")
        #expect(inputs() == nil)
    }

    @Test func `becoming another program passes arguments, folder and exit status`() async throws {
        await #expect(processExitsWith: .exitCode(7)) {
            try become("/bin/sh", ["-c", "[ $(pwd) = / ] && [ \"$1\" = 'a b' ] && exit 7", "x", "a b"])
        }
    }

    @Test func `a program that was become can be stopped by a signal`() async throws {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            try await Task.detached { try become("/bin/sh", ["-c", "kill -TERM $$; exit 0"]) }.value
        }
    }

    @Test func `commands of the database go to the database's product`() {
        let app = AppFolder(root: "/a", name: "blog", runtime: "")
        #expect(AppHandover.product(of: app, for: "db:migrate:undo") == "blog-db")
        #expect(AppHandover.product(of: app, for: "migration:verify") == "blog-db")
        #expect(AppHandover.product(of: app, for: "serve") == "blog")
    }
}
