import Foundation
import Testing

@testable import scaffold

@Test(.enabled(if: ProcessInfo.processInfo.environment["WRITE_APP"] != nil))
func `the blog is written to a folder for a look at it`() throws {
    let folder = ProcessInfo.processInfo.environment["WRITE_APP"] ?? "/tmp/blogtry"
    try GeneratedApp(.blog, seeds: true).write(to: URL(fileURLWithPath: folder))
}
