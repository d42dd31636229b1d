/// What a copied binary was built from, in a file beside it.
struct BuildStamp {
    /// The app's folder of binaries.
    let folder: String
    let product: String

    /// The copy.
    var binary: String { "\(folder)/\(product)" }

    /// The packages by path that it was built with; nil when that is not known.
    var packages: [String]? { lines.map { Array($0.dropFirst()) } }

    /// Whether a new build would make the same binary.
    ///
    /// - Parameter toolchain: the file `swift`.
    func isCurrent(for app: AppFolder, toolchain: String) -> Bool {
        guard let lines, let packages, let known = lines.first, !known.isEmpty,
            (try? files.entry(at: binary))?.kind == .file
        else { return false }
        return BuildInputs.fingerprint(packages: [app.root] + packages, toolchain: toolchain) == known
    }

    /// - Parameter fingerprint: nil when the next build has to look for itself.
    func set(_ fingerprint: String?, packages: [String]) throws {
        let text = ([fingerprint ?? ""] + packages).joined(separator: "\n")
        try files.write(Array(text.utf8), to: path, mode: 0o644)
    }

    private var files: DiskFileSystem { DiskFileSystem() }
    private var path: String { binary + ".stamp" }

    private var lines: [String]? {
        guard let text = try? files.read(path) else { return nil }
        return String(decoding: text, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
