import Foundation
import ScaffoldRuntime

/// What the process keeps after a million reads.
enum Memory {
    static func measure(_ url: DatabaseURL) async throws {
        for number in 0..<1_000 { _ = try await Post.findByPk(number + 1) }
        let before = try resident()
        let start = ContinuousClock.now
        var count = 0
        while count < 1_000_000, ContinuousClock.now - start < .seconds(60) {
            _ = try await Post.findByPk((count &* 7_919) % Contents.posts + 1)
            count += 1
        }
        let after = try resident()
        print("\(url.engine.rawValue): \(count) reads in \(ContinuousClock.now - start), resident", terminator: " ")
        print("\(before) KB before, \(after) KB after")
    }

    /// KB of memory that are in use, as the system counts them.
    private static func resident() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
