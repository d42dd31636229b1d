import Foundation
import Testing

@testable import scaffold

@Suite struct RuntimeLocationTests {
    private let runtime = ["Package.swift": "", "Sources/Runtime/Storage/S.swift": "let s = 1\n", "LICENSE": "MIT\n"]

    private func home(_ folder: String, with more: [String: String] = [:]) throws -> TemporaryApp {
        let texts = runtime.map { ("\(folder)/\($0.key)", $0.value) }
        return try TemporaryApp(Dictionary(uniqueKeysWithValues: texts).merging(more) { $1 })
    }

    private func real(_ home: TemporaryApp, _ path: String) -> String {
        (Machine.realPath(home.root) ?? "") + "/" + path
    }

    @Test func `it is found from the tool inside a checkout, and beside an installed tool`() throws {
        let checkout = try home("code", with: ["code/.build/debug/scaffold": ""])
        let tool = real(checkout, "code/.build/debug/scaffold")
        #expect(try RuntimeLocation(nil, executable: tool, variable: nil) == .folder(real(checkout, "code")))

        let prefix = try home("share/scaffold", with: ["bin/scaffold": ""])
        let installed = real(prefix, "bin/scaffold")
        #expect(
            try RuntimeLocation(nil, executable: installed, variable: nil) == .folder(real(prefix, "share/scaffold")))
        #expect(
            try RuntimeLocation("copy", executable: installed, variable: nil)
                == .copy(of: real(prefix, "share/scaffold")))
    }

    @Test func `SCAFFOLD_RUNTIME goes before the place of the tool, and --runtime before both`() throws {
        let a = try home("a")
        let b = try home("b")
        let tool = real(a, "a/.build/debug/scaffold")
        #expect(try RuntimeLocation(nil, executable: tool, variable: b.absolute("b")) == .folder(real(b, "b")))
        #expect(
            try RuntimeLocation(a.absolute("a"), executable: nil, variable: b.absolute("b")) == .folder(real(a, "a")))
    }

    @Test func `no runtime is said, with what to do`() throws {
        let empty = try TemporaryApp()
        for option in [nil, "copy", empty.root, "/nowhere"] {
            let error = #expect(throws: Diagnostic.self) {
                try RuntimeLocation(option, executable: "/usr/bin/scaffold", variable: nil)
            }
            #expect(error?.suggestion != nil)
        }
        #expect(throws: Diagnostic.self) { try RuntimeLocation(nil, executable: nil, variable: empty.root) }
    }

    @Test(arguments: [
        ("https://example.com/team/Scaffold.git@1.2.0", "https://example.com/team/Scaffold.git", "1.2.0", "scaffold"),
        ("git@example.com:my-fork@2.0.0-beta.1", "git@example.com:my-fork", "2.0.0-beta.1", "my-fork"),
    ])
    func `a release is an address and a version`(option: String, url: String, version: String, name: String) throws {
        let location = try RuntimeLocation(option, executable: nil, variable: nil)
        #expect(location == .release(url: url, version: version))
        #expect(location.packageName == name)
        #expect(location.dependency(forAppAt: "/x") == ".package(url: \"\(url)\", from: \"\(version)\")")
    }

    @Test(arguments: ["https://example.com/scaffold", "https://example.com/scaffold@main", "git@example.com:x@1.2"])
    func `an address without a version is refused`(option: String) {
        let error = #expect(throws: Diagnostic.self) { try RuntimeLocation(option, executable: nil, variable: nil) }
        #expect(error?.suggestion?.contains("URL@VERSION") == true)
    }

    @Test func `inside one repository the path is relative, else absolute`() throws {
        let repository = try home("code", with: [".git/HEAD": ""])
        let root = Machine.realPath(repository.root) ?? ""
        let location = RuntimeLocation.folder(root + "/code")
        #expect(
            location.dependency(forAppAt: root + "/Examples/blog")
                == ".package(name: \"scaffold\", path: \"../../code\")")
        #expect(
            location.dependency(forAppAt: root + "/code/Examples/blog")
                == ".package(name: \"scaffold\", path: \"../..\")")
        let elsewhere = try TemporaryApp()
        #expect(
            location.dependency(forAppAt: elsewhere.root, traits: ["MySQL"])
                == ".package(name: \"scaffold\", path: \"\(root)/code\", traits: [.defaults, \"MySQL\"])")
        #expect(
            RuntimeLocation.copy(of: root).dependency(forAppAt: "/x")
                == ".package(name: \"scaffold\", path: \"Vendor/scaffold\")")
    }

    @Test func `a copy holds the runtime and nothing of the tool, and a whole run leaves it alone`() throws {
        let code = try home(
            "code", with: ["code/Sources/Scaffold/x.swift": "", "code/Tests/x.swift": "", "code/README.md": ""])
        let files = try RuntimeCopy.files(from: code.absolute("code"))
        #expect(
            files.map(\.path) == [
                "Vendor/scaffold/Package.swift", "Vendor/scaffold/LICENSE",
                "Vendor/scaffold/Sources/Runtime/Storage/S.swift",
            ])
        let app = try TemporaryApp()
        try app.run(files, isWholeApp: false)
        #expect(try app.run([]).changes.isEmpty)
        #expect(app.text("Vendor/scaffold/LICENSE") == "MIT\n")
    }
}
