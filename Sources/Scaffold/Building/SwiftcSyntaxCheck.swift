/// Lets the compiler on `PATH` parse texts, which takes a tenth of a second however many there are.
struct SwiftcSyntaxCheck: SyntaxCheck {
    /// Nil when there is no toolchain.
    static func find() -> SwiftcSyntaxCheck? { Machine.find(command: "swiftc").map { _ in SwiftcSyntaxCheck() } }

    func faulty(_ texts: [(path: String, text: [UInt8])]) throws -> Set<String> {
        guard !texts.isEmpty else { return [] }
        let folder = try PassingFolder()
        // Two may have the same name, which the compiler does not take.
        let names = try texts.enumerated().map { try folder.put($1.text, as: "\($0).swift") }
        // A command line has a longest length; a file of arguments has none.
        let list = try folder.put(Array(names.map { "\"\($0)\"\n" }.joined().utf8), as: "files")
        let errors = try folder.put([], as: "errors")
        let status = Program(
            words: [
                "swiftc", "-frontend", "-parse", "-no-color-diagnostics", "-diagnostic-style", "llvm", "@\(list)",
            ],
            output: errors
        ).run()
        guard status != 0 else { return [] }
        let words = String(decoding: try folder.text(of: "errors"), as: UTF8.self)
        let faults = words.linesOfAnySystem.filter { $0.contains(" error: ") }
        let named = Set(faults.compactMap { $0.split(separator: ":").first.map(String.init) })
        let faulty = zip(names, texts).filter { named.contains($0.0) }
        // An error that names no file: none of them is to be trusted.
        return Set((faulty.isEmpty ? Array(zip(names, texts)) : faulty).map(\.1.path))
    }
}
