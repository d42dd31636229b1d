#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder for what another program is given to read, gone with the value.
final class PassingFolder {
    let path: String
    private let files = DiskFileSystem()

    /// - Throws: ``FileSystemError``.
    init() throws {
        let parent = Machine.environment("TMPDIR") ?? "/tmp"
        var name = Array("\(parent)/scaffold-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else {
            throw FileSystemError(
                operation: "make a folder in", path: parent, code: errno, reason: String(cString: strerror(errno)))
        }
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        // Editors leave backups beside what they edit.
        for name in (try? files.names(in: path)) ?? [] { try? files.remove("\(path)/\(name)") }
        try? files.removeDirectory(path)
    }

    /// Puts a file in, which nobody else may read.
    ///
    /// - Returns: its path.
    func put(_ text: [UInt8], as name: String) throws -> String {
        try files.write(text, to: "\(path)/\(name)", mode: 0o600)
        return "\(path)/\(name)"
    }

    func text(of name: String) throws -> [UInt8] { try files.read("\(path)/\(name)") }
}
