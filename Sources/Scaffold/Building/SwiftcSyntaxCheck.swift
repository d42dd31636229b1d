import Subprocess

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Lets the compiler on `PATH` parse texts, which takes a tenth of a second however many there are.
struct SwiftcSyntaxCheck: SyntaxCheck {
    /// Nil when there is no toolchain.
    static func find() -> SwiftcSyntaxCheck? { Machine.find(command: "swiftc").map { _ in SwiftcSyntaxCheck() } }

    func faulty(_ texts: [(path: String, text: [UInt8])]) async throws -> Set<String> {
        guard !texts.isEmpty else { return [] }
        let folder = try makeFolder()
        let files = DiskFileSystem()
        // Two may have the same name, which the compiler does not take.
        let names = texts.indices.map { "\(folder)/\($0).swift" }
        defer {
            for name in names + ["\(folder)/files"] { try? files.remove(name) }
            try? files.removeDirectory(folder)
        }
        for (name, text) in zip(names, texts) { try files.write(text.text, to: name, mode: 0o600) }
        // A command line has a longest length; a file of arguments has none.
        let list = names.map { "\"\($0)\"\n" }.joined()
        try files.write(Array(list.utf8), to: "\(folder)/files", mode: 0o600)
        var arguments = ["-frontend", "-parse", "-no-color-diagnostics", "-diagnostic-style", "llvm"]
        arguments.append("@\(folder)/files")
        let result = try await run(
            .name("swiftc"), arguments: Arguments(arguments), input: .none, output: .discarded,
            error: .string(limit: 64 << 20))
        guard !result.terminationStatus.isSuccess else { return [] }
        let faults = result.standardError.linesOfAnySystem.filter { $0.contains(" error: ") }
        let named = Set(faults.compactMap { $0.split(separator: ":").first.map(String.init) })
        let faulty = zip(names, texts).filter { named.contains($0.0) }
        // An error that names no file: none of them is to be trusted.
        return Set((faulty.isEmpty ? Array(zip(names, texts)) : faulty).map(\.1.path))
    }

    private func makeFolder() throws -> String {
        let parent = Machine.environment("TMPDIR") ?? "/tmp"
        var name = Array("\(parent)/scaffold-parse-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else {
            throw FileSystemError(
                operation: "make a folder in", path: parent, code: errno, reason: String(cString: strerror(errno)))
        }
        return String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
