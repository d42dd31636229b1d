#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// From which app's sources a binary was built: the compiler leaves the absolute path of every source file in its debug
/// information.
enum BinaryOrigin {
    /// Why the binary at `path` is not the app's; nil when it is.
    ///
    /// - Parameters:
    ///   - folder: the module's sources in the app: `Sources/App`.
    ///   - sources: the Swift files in it, relative to it.
    static func problem(with path: String, root: String, folder: String, sources: [String]) throws -> String? {
        let found = try withBytes(of: path) { sourcePaths(in: $0, below: "/\(folder)/") }
        let own = Set(sources.map { "\(root)/\(folder)/\($0)" })
        guard !found.isDisjoint(with: own) else { return "it has none of the app's sources in it" }
        let names = sources.map { "/\(folder)/\($0)" }
        let foreign = found.subtracting(own).sorted().first { path in names.contains { path.hasSuffix($0) } }
        return foreign.map { "it was built from \($0)" }
    }

    /// The texts of the binary that begin with a slash, have `folder` in them and end like a Swift file.
    static func sourcePaths(in bytes: UnsafeRawBufferPointer, below folder: String) -> Set<String> {
        let needle = Array(folder.utf8)
        var paths: Set<String> = []
        var from = 0
        while let hit = firstOffset(of: needle, in: bytes, from: from) {
            var start = hit
            while start > 0, bytes[start - 1] >= 0x20, hit - start < 4096 { start -= 1 }
            var end = hit
            while end < bytes.count, bytes[end] >= 0x20, end - hit < 4096 { end += 1 }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            if text.hasPrefix("/"), text.hasSuffix(".swift") { paths.insert(text) }
            from = end
        }
        return paths
    }

    /// Horspool's search: binaries have a hundred megabytes and more.
    private static func firstOffset(of needle: [UInt8], in bytes: UnsafeRawBufferPointer, from: Int) -> Int? {
        var shifts = [Int](repeating: needle.count, count: 256)
        for (index, byte) in needle.dropLast().enumerated() { shifts[Int(byte)] = needle.count - 1 - index }
        var end = from + needle.count - 1
        return needle.withUnsafeBufferPointer { needle in
            shifts.withUnsafeBufferPointer { shifts in
                while end < bytes.count {
                    var length = 0
                    while length < needle.count, bytes[end - length] == needle[needle.count - 1 - length] {
                        length += 1
                    }
                    if length == needle.count { return end - length + 1 }
                    end += shifts[Int(bytes[end])]
                }
                return nil
            }
        }
    }

    private static func withBytes<T>(of path: String, _ body: (UnsafeRawBufferPointer) -> T) throws -> T {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_size > 0,
            let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
        else {
            let code = errno
            throw FileSystemError(operation: "read", path: path, code: code, reason: String(cString: strerror(code)))
        }
        defer { munmap(start, Int(status.st_size)) }
        return body(UnsafeRawBufferPointer(start: start, count: Int(status.st_size)))
    }
}
