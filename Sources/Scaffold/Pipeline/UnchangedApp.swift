#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the last run of `generate` on this machine said of an app that it found nothing to do in. While nothing has been
/// touched since, the next run says the same without reading a file.
///
/// Nothing is ever written by what is remembered here: a record that lies costs a run, and no edit.
struct UnchangedApp {
    /// Among the tool's own files in an app; not for git. The first line is the state of the app, the rest the words.
    static let name = "bin/unchanged"

    private let path: String
    private let state: String
    private let isSettled: Bool

    /// Takes down the state that an app is in; nil where that cannot be told.
    ///
    /// - Parameter now: seconds since 1970.
    init?(_ workspace: Workspace, at now: Int = time(nil)) {
        guard let tool = Machine.executable, let build = BuildInputs.fingerprint(file: tool),
            let stamp = TreeStamp(of: workspace.root)
        else { return nil }
        path = "\(workspace.root)/\(Records.folder)/\(UnchangedApp.name)"
        state = "1 \(build) \(String(stamp.digest, radix: 36))"
        isSettled = stamp.isSettled(at: now)
    }

    /// What was said of the app in this very state.
    var words: String? {
        let files = DiskFileSystem()
        guard (try? files.entry(at: path))?.kind == .file, let bytes = try? files.read(path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasPrefix(state + "\n") ? String(text.dropFirst(state.count + 1)) : nil
    }

    /// Remembers what was said. What cannot be written is not remembered.
    func remember(_ words: String) {
        let files = DiskFileSystem()
        guard isSettled else { return }
        do {
            try files.write(Array("\(state)\n\(words)".utf8), to: path + ".new", mode: 0o666 & ~files.creationMask)
            try files.move(path + ".new", to: path)
        } catch {}
    }
}
