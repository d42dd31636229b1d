import Testing

@testable import scaffold

@Suite struct BuildPlanMemoryTests {
    @Test func `a plan is trusted while no file comes or goes, no manifest changes, and nobody else makes one`() throws
    {
        let runtime = try TemporaryApp(["Package.swift": "// runtime", "Sources/Runtime/HTTP/A.swift": ""])
        let app = try TemporaryApp(["Package.swift": "// app", "Sources/App/A.swift": "a", "plan": "1"])
        let folder = AppFolder(root: app.root, name: "blog", runtime: runtime.root)
        let memory = BuildPlanMemory()
        func key() -> BuildPlanMemory.Key? { BuildPlanMemory.Key(of: folder, plan: app.absolute("plan")) }

        #expect(!memory.holds(key()))
        memory.keep(key())
        #expect(memory.holds(key()))
        try app.write("other", to: "Sources/App/A.swift")
        try runtime.write("other", to: "Sources/Runtime/HTTP/A.swift")
        #expect(memory.holds(key()))

        let changes: [(TemporaryApp, String)] = [
            (app, "Sources/App/B.swift"), (app, "Package.swift"), (app, "Package.resolved"), (app, "plan"),
            (runtime, "Package.swift"), (runtime, "Sources/Runtime/HTTP/B.swift"),
        ]
        for (place, path) in changes {
            try place.write("changed", to: path)
            #expect(!memory.holds(key()), "\(path)")
            memory.keep(key())
            #expect(memory.holds(key()))
        }
        try app.delete("Sources/App/B.swift")
        #expect(!memory.holds(key()))
        try app.delete("plan")
        memory.keep(key())
        #expect(!memory.holds(key()))
    }
}
