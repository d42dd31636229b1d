import Foundation

/// What generation really writes: the Swift files of the example and of the goldens.
enum BlogTexts {
    static let all: [(path: String, text: String)] = {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folders = ["Examples/blog/Sources", "Examples/blog/Tests", "Tests/Goldens/kitchen-sink"]
        return folders.flatMap { folder -> [(path: String, text: String)] in
            let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
            let names = (files?.compactMap { $0 as? String } ?? []).sorted()
            return names.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".swift.txt") }.compactMap { name in
                let text = try? String(contentsOf: root.appendingPathComponent("\(folder)/\(name)"), encoding: .utf8)
                return text.map { ("\(folder)/\(name)", $0) }
            }
        }
    }()
}
