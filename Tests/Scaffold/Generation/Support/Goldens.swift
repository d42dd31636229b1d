import Foundation
import Testing

@testable import scaffold

/// The texts that generated files are compared with, in `Tests/Goldens`.
///
/// `UPDATE_GOLDENS=1 swift test` writes them anew; what has changed is then in the diff of the commit.
enum Goldens {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Goldens")

    /// Compares every file of an app with `Goldens/<name>/<path>.txt`.
    static func check(_ app: GeneratedApp, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let place = folder.appendingPathComponent(name)
        let manager = FileManager.default
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
            try? manager.removeItem(at: place)
            for file in app.files {
                let golden = place.appendingPathComponent(flat(file.path))
                try manager.createDirectory(at: place, withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: golden)
            }
        }
        for file in app.files {
            let golden = try? String(contentsOf: place.appendingPathComponent(flat(file.path)), encoding: .utf8)
            #expect(
                file.text == golden, "\(file.path) differs from \(name)/\(flat(file.path))",
                sourceLocation: sourceLocation)
        }
        let expected = Set(app.files.map { flat($0.path) })
        let found = Set(try manager.contentsOfDirectory(atPath: place.path))
        #expect(found == expected, "goldens and generated files are not the same", sourceLocation: sourceLocation)
    }

    /// `Sources-App-Models-Post.swift.txt`: one folder, and no file that a build would take for its own.
    private static func flat(_ path: String) -> String {
        path.replacingOccurrences(of: "/", with: "-") + ".txt"
    }
}
