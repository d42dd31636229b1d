import Foundation
import Testing

@testable import scaffold

@Suite struct AppBuildTests {
    @Test func `two apps of one name in turn are always themselves`() async throws {
        let runtime = try SmallRuntime()
        let a = try runtime.app("a/blog", saying: "this is a")
        let b = try runtime.app("b/blog", saying: "this is b")
        for _ in 1...2 {
            #expect(try output(of: await runtime.build(a)) == "this is a app")
            #expect(try output(of: await runtime.build(b)) == "this is b app")
            #expect(try output(of: await runtime.build(b, "blog-db")) == "this is b db")
            #expect(try output(of: await runtime.build(a, "blog-db")) == "this is a db")
            try runtime.home.write("// touched", to: "a/blog/Sources/App/Extra.swift")
            try runtime.home.write("// touched", to: "b/blog/Sources/App/Extra.swift")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: runtime.cache + "/builds").count == 1)
    }

    @Test func `apps that are built at once are always themselves`() async throws {
        let runtime = try SmallRuntime()
        let apps = try [
            runtime.app("a/blog", saying: "0"), runtime.app("b/blog", saying: "1"),
            runtime.app("shop", name: "shop", saying: "2"),
        ]
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for (number, app) in apps.enumerated() {
                group.addTask { (number, try output(of: await runtime.build(app))) }
                group.addTask { (number, try output(of: await runtime.build(app, app.name + "-db"))) }
            }
            for try await (number, words) in group { #expect(words.hasPrefix("\(number) ")) }
        }
    }

    @Test func `an edit is built, an unchanged app is not, a copied app is itself`() async throws {
        let runtime = try SmallRuntime()
        let app = try runtime.app("blog", saying: "one")
        let binary = try await runtime.build(app)
        let made = try FileManager.default.attributesOfItem(atPath: binary)[.modificationDate] as? Date
        #expect(try await runtime.build(app) == binary)
        #expect(try FileManager.default.attributesOfItem(atPath: binary)[.modificationDate] as? Date == made)

        try runtime.say("two", in: "blog")
        #expect(try output(of: await runtime.build(app)) == "two app")

        try runtime.home.write(
            "public func word() -> String { \"APP\" }\n", to: "my checkout/Sources/Runtime/Umbrella/Word.swift")
        #expect(try output(of: await runtime.build(app)) == "two APP")

        try FileManager.default.copyItem(atPath: app.root, toPath: runtime.home.absolute("copy"))
        try runtime.say("copied", in: "copy")
        let copy = try AppFolder.find(from: runtime.home.absolute("copy"))
        #expect(try output(of: await runtime.build(copy)) == "copied APP")
        #expect(try output(of: await runtime.build(app)) == "two APP")
    }

    @Test func `another app's binary is told apart, and can be built anew`() async throws {
        let runtime = try SmallRuntime()
        let a = try runtime.app("a/blog", saying: "this is a")
        let b = try runtime.app("b/blog", saying: "this is b")
        let own = try await runtime.build(a)
        let foreign = try await runtime.build(b)
        func problem(_ binary: String) throws -> String? {
            try BinaryOrigin.problem(
                with: binary, root: a.root, folder: "Sources/App", sources: ["Entrypoint.swift"])
        }
        #expect(try problem(own) == nil)
        #expect(try problem(foreign)?.contains("none of the app's sources") == true)
        // One object of another app among one's own.
        try (Data(contentsOf: URL(filePath: own)) + Data(contentsOf: URL(filePath: foreign)))
            .write(to: URL(filePath: runtime.home.absolute("mixed")))
        #expect(try problem(runtime.home.absolute("mixed"))?.contains("b/blog/Sources/App/Entrypoint.swift") == true)

        let scratch = SharedScratch(for: a, toolchain: try await Toolchain.find(), cache: runtime.cache)
        try scratch.forget(modules: a.modules(), product: "blog")
        #expect(!FileManager.default.fileExists(atPath: scratch.binary("blog")))
        try FileManager.default.removeItem(atPath: a.binaries)
        #expect(try output(of: await runtime.build(a)) == "this is a app")
    }

    @Test func `a compile error is said by file, line and column, and the last binary stays`() async throws {
        let runtime = try SmallRuntime()
        let app = try runtime.app("blog", saying: "one")
        let binary = try await runtime.build(app)
        try runtime.home.write("let x = nothing\nlet y: Int = \"\"\n", to: "blog/Sources/App/Broken.swift")
        let failure = await #expect(throws: BuildFailure.self) { try await runtime.build(app) }
        let lines = failure?.words.split(separator: "\n") ?? []
        #expect(lines.first == "Sources/App/Broken.swift:1:9: error: cannot find 'nothing' in scope")
        #expect(lines.count == 3)
        #expect(lines.last?.hasPrefix("blog was not built: 2 errors; everything is in") == true)
        #expect(try output(of: binary) == "one app")
        #expect(try output(of: await runtime.build(app, "blog-db")) == "one db")
    }

    @Test func `a package that cannot be read is said as SwiftPM says it`() async throws {
        let runtime = try SmallRuntime()
        let app = try runtime.app("blog", saying: "one")
        try FileManager.default.removeItem(atPath: app.root + "/Sources/Database")
        let failure = await #expect(throws: BuildFailure.self) { try await runtime.build(app) }
        #expect(failure?.words.contains("BlogDatabase") == true)
    }
}
