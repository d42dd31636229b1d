import Foundation

/// A file of `Tests/Scaffold/Cases`, found beside the sources, so that tests run wherever the package is.
func caseFile<Case: Decodable>(_ name: String, as type: Case.Type = Case.self, from source: String = #filePath)
    -> [Case]
{
    let folder = URL(filePath: source).deletingLastPathComponent().deletingLastPathComponent()
    guard let data = try? Data(contentsOf: folder.appending(path: "Cases/\(name)")),
        let cases = try? JSONDecoder().decode([Case].self, from: data)
    else { return [] }
    return cases
}
