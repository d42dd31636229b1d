import Foundation

@testable import scaffold

/// The real file system, of which one operation fails as systems fail; those after it work, or, on a disk that is full,
/// fail wherever they need room.
final class FailingFileSystem: FileSystem, @unchecked Sendable {
    private let disk = DiskFileSystem()
    private let failing: Int
    private let code: Int32
    private(set) var steps = 0

    /// - Parameter failing: which operation, counted from 1, reading ones included.
    init(at failing: Int, code: Int32 = EIO) {
        self.failing = failing
        self.code = code
    }

    private func step<T>(_ path: String, needsRoom: Bool = false, _ body: () throws -> T) throws -> T {
        steps += 1
        let isFull = code == ENOSPC && needsRoom && steps > failing
        guard steps != failing, !isFull else {
            throw FileSystemError(operation: "use", path: path, code: code, reason: "injected")
        }
        return try body()
    }

    func entry(at path: String) throws -> FileEntry? { try step(path) { try disk.entry(at: path) } }
    func read(_ path: String) throws -> [UInt8] { try step(path) { try disk.read(path) } }
    func names(in path: String) throws -> [String] { try step(path) { try disk.names(in: path) } }
    func mayWrite(_ path: String) -> Bool { disk.mayWrite(path) }
    var creationMask: UInt32 { disk.creationMask }

    func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws {
        do {
            try step(path, needsRoom: true) { try disk.write(bytes, to: path, mode: mode) }
        } catch {
            // A full disk takes what fits.
            try disk.write(Array(bytes.prefix(bytes.count / 2)), to: path, mode: mode)
            throw error
        }
    }
    func flush(_ paths: [String]) throws { try step(paths.first ?? "") { try disk.flush(paths) } }
    func move(_ path: String, to target: String) throws { try step(path) { try disk.move(path, to: target) } }
    func remove(_ path: String) throws { try step(path) { try disk.remove(path) } }
    func makeDirectory(_ path: String) throws { try step(path, needsRoom: true) { try disk.makeDirectory(path) } }
    func removeDirectory(_ path: String) throws { try step(path) { try disk.removeDirectory(path) } }
}
