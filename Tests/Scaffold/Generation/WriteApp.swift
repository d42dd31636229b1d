import Foundation
import Testing

@testable import scaffold

/// `WRITE_APPS=/tmp/apps RUNTIME=/path/to/the/runtime swift test --filter written` leaves the example apps in a
/// folder, to be built and tried.
@Test(.enabled(if: ProcessInfo.processInfo.environment["WRITE_APPS"] != nil), arguments: Example.allCases)
func `example apps are written to a folder`(example: Example) throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["WRITE_APPS"] ?? "/tmp/apps")
    try GeneratedApp(example.schema, seeds: true).write(to: folder.appendingPathComponent(example.rawValue))
}
