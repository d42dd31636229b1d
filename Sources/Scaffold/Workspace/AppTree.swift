/// What stands in the app's folder, read without following a symbolic link and with each folder listed only once.
final class AppTree {
    /// What a path holds, as far as writing there is concerned.
    enum Found {
        case nothing
        case file(text: [UInt8], mode: UInt32)
        /// Something is in the way: a link, a folder, a file where a folder is needed, a name that differs by case.
        case blocked(Diagnostic)
    }

    let root: String
    private let files: any FileSystem
    private var listings: [String: [String: [String]]] = [:]
    private var folders: [String: FileEntry?] = [:]
    private var ways: [String: Way] = [:]

    /// Whether files of a folder can be there at all.
    private enum Way {
        case open, missing
        case blocked(Diagnostic)
    }

    init(root: String, files: any FileSystem) {
        self.root = root
        self.files = files
    }

    /// - Parameter path: relative, and without a problem by ``RelativePath/problem(in:)``.
    /// - Throws: ``FileSystemError``.
    func find(_ path: String) throws -> Found {
        switch try way(to: RelativePath.parent(of: path)) {
        case .open: break
        case .missing: return .nothing
        case .blocked(let obstacle): return .blocked(obstacle)
        }
        if let clash = try clash(with: path) { return .blocked(clash) }
        guard try stands(path), let entry = try files.entry(at: absolute(path)) else { return .nothing }
        guard entry.kind == .file else { return .blocked(AppTree.obstacle(entry.kind, at: path, isFolder: false)) }
        return .file(text: try files.read(absolute(path)), mode: entry.mode)
    }

    /// The text of a file; nil when it is not there.
    ///
    /// - Throws: ``Diagnostic`` when something else is in its place, or when it is not text.
    func text(_ path: String) throws -> String? {
        switch try find(path) {
        case .nothing: return nil
        case .blocked(let obstacle): throw obstacle
        case .file(let bytes, _):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Diagnostic(message: "\(path) is not text in UTF-8")
            }
            return text
        }
    }

    /// Why `path` cannot be written or taken away, although nothing is in its way; nil when it can.
    func refusal(toWrite path: String, exists: Bool) throws -> Diagnostic? {
        if exists, !files.mayWrite(absolute(path)) {
            return Diagnostic(
                message: "\(path) is read-only and has to change", suggestion: "make it writable: chmod u+w \(path)")
        }
        var nearest = ""
        for parent in RelativePath.parents(of: path) where try folder(parent) != nil { nearest = parent }
        if !files.mayWrite(absolute(nearest)) {
            let name = nearest.isEmpty ? "the app's folder" : nearest
            return Diagnostic(
                message: "\(name) is read-only and \(path) has to be written in it",
                suggestion: "make it writable: chmod u+w \(nearest.isEmpty ? "." : nearest)")
        }
        if let here = try folder(nearest)?.device, let top = try folder("")?.device, here != top {
            return Diagnostic(
                message:
                    "\(nearest) is on another file system than the app, so \(path) could not be written in one step",
                suggestion: "keep the app on one file system")
        }
        return nil
    }

    func absolute(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }

    /// Every file below a folder, relative to that folder and sorted; links and other things are passed over.
    func everyFile(below folder: String) throws -> [String] {
        var found: [String] = []
        var waiting = [""]
        while let next = waiting.popLast() {
            for name in try files.names(in: absolute(next.isEmpty ? folder : folder + "/" + next)) {
                let path = next.isEmpty ? name : next + "/" + name
                switch try files.entry(at: absolute(folder + "/" + path))?.kind {
                case .file: found.append(path)
                case .directory: waiting.append(path)
                default: break
                }
            }
        }
        return found.sorted()
    }

    /// Looked at once for all files of a folder.
    private func way(to folder: String) throws -> Way {
        if folder.isEmpty { return .open }
        if let known = ways[folder] { return known }
        var found = try way(to: RelativePath.parent(of: folder))
        if case .open = found {
            if let clash = try clash(with: folder) {
                found = .blocked(clash)
            } else if let kind = try self.folder(folder)?.kind {
                if kind != .directory { found = .blocked(AppTree.obstacle(kind, at: folder, isFolder: true)) }
            } else {
                found = .missing
            }
        }
        ways[folder] = found
        return found
    }

    private func folder(_ path: String) throws -> FileEntry? {
        if let known = folders[path] { return known }
        let entry = try path.isEmpty || stands(path) ? files.entry(at: absolute(path)) : nil
        folders[path] = .some(entry)
        return entry
    }

    /// The names of a folder by their lower-case form, so that clashes are seen on every file system.
    private func names(in folder: String) throws -> [String: [String]] {
        if let known = listings[folder] { return known }
        let names = Dictionary(grouping: try files.names(in: absolute(folder))) { $0.lowercased() }
        listings[folder] = names
        return names
    }

    private func stands(_ path: String) throws -> Bool {
        let name = RelativePath.name(of: path)
        return try names(in: RelativePath.parent(of: path))[name.lowercased()]?.contains(name) ?? false
    }

    private func clash(with path: String) throws -> Diagnostic? {
        let name = RelativePath.name(of: path)
        let alike = try names(in: RelativePath.parent(of: path))[name.lowercased()] ?? []
        guard let other = alike.first, !alike.contains(name) else { return nil }
        let parent = RelativePath.parent(of: path)
        return Diagnostic(
            message:
                "\(path) differs only by case from \(parent.isEmpty ? other : parent + "/" + other), which is there",
            suggestion: "rename that one: some file systems keep only one of the two")
    }

    private static func obstacle(_ kind: FileEntry.Kind, at place: String, isFolder: Bool) -> Diagnostic {
        let thing =
            switch kind {
            case .link: "a symbolic link"
            case .directory: "a folder"
            case .file: "a file"
            case .other: "neither a file nor a folder"
            }
        let use = isFolder ? "files of the app stand in a folder of that name" : "a file of the app has that name"
        return Diagnostic(message: "\(place) is \(thing), but \(use)", suggestion: "move it away and run again")
    }
}
