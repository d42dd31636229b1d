import Testing

@testable import scaffold

@Suite struct SelectionTests {
    private let paths = [
        "Package.swift", "Sources/App/Models/Post.swift", "Sources/App/Routes/PostRoutes.swift",
        "Sources/App/Routes/RouteList.swift",
    ]
    private let models = ["Post": ["Sources/App/Models/Post.swift", "Sources/App/Routes/PostRoutes.swift"]]

    private func chosen(_ words: [String], from folder: String = "") throws -> [String] {
        let selection = try Selection(words, among: paths, models: models, from: folder, to: "generate")
        return paths.filter(selection.contains)
    }

    @Test(arguments: [
        (["Post"], "", [1, 2]), (["Sources/App/Routes"], "", [2, 3]), (["./Sources/App/Routes/"], "", [2, 3]),
        (["Package.swift", "Post"], "", [0, 1, 2]), (["."], "", [0, 1, 2, 3]), (["."], "/Sources/App/Models", [1]),
        (["../Routes/RouteList.swift"], "/Sources/App/Models", [3]), (["Package.swift"], "/Sources/App", [0]),
    ])
    func `models, files and folders, from wherever they are typed`(
        words: [String], folder: String, wanted: [Int]
    ) throws {
        #expect(try chosen(words, from: folder) == wanted.map { paths[$0] })
    }

    @Test(arguments: [
        ("Pst", "did you mean 'Post'?"), ("Sources/App/Route", "did you mean 'Sources/App/Routes'?"),
        ("../../etc", nil), ("", nil), ("Sources/App/Rou", nil),
    ])
    func `what selects nothing is refused with the nearest that would`(word: String, hint: String?) throws {
        let error = #expect(throws: Diagnostics.self) { try chosen(["Post", word]) }
        #expect(error?.all.map(\.message) == ["'\(word)' names nothing to generate"])
        if let hint { #expect(error?.all.first?.suggestion == hint) }
    }
}
