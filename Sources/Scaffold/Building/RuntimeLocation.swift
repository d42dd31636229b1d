/// Where an app takes the runtime from: what `--runtime` says, and what Package.swift says about it.
enum RuntimeLocation: Equatable, Sendable {
    /// Sources on this machine, by absolute path: a checkout, or what `scripts/install` left.
    case folder(String)
    /// A release in a git repository.
    case release(url: String, version: String)
    /// The sources of `folder`, carried along in the app.
    case copy(of: String)

    /// Where a copy lies in the app.
    static let copyFolder = "Vendor/scaffold"

    /// What `--runtime` means.
    ///
    ///     try RuntimeLocation("https://example.com/scaffold@1.2.0")
    ///     try RuntimeLocation(nil)       // beside the tool, or where SCAFFOLD_RUNTIME says
    ///
    /// - Parameters:
    ///   - option: `PATH`, `URL@VERSION` or `copy`; nil when it was not given.
    ///   - executable: the tool's own file.
    ///   - variable: the value of `SCAFFOLD_RUNTIME`.
    /// - Throws: a ``Diagnostic`` when there is no runtime there.
    init(
        _ option: String?, executable: String? = Machine.executable,
        variable: String? = Machine.environment("SCAFFOLD_RUNTIME")
    ) throws {
        guard let option else {
            self = .folder(try RuntimeLocation.besideTool(executable: executable, variable: variable))
            return
        }
        if option == "copy" {
            self = .copy(of: try RuntimeLocation.besideTool(executable: executable, variable: variable))
        } else if option.contains("://") || option.hasPrefix("git@") {
            self = try RuntimeLocation.release(option)
        } else {
            self = .folder(try RuntimeLocation.checked(option))
        }
    }

    /// The entry of `dependencies:` in an app's Package.swift.
    ///
    /// - Parameters:
    ///   - root: the app's absolute path; it need not be there yet.
    ///   - traits: the engines beyond the default: `PostgreSQL`, `MySQL`.
    /// - Returns: such as `.package(name: "scaffold", path: "../..")`: relative inside one git repository, else
    ///   absolute.
    func dependency(forAppAt root: String, traits: [String] = []) -> String {
        let list = traits.map { "\"\($0)\"" }.joined(separator: ", ")
        let tail = traits.isEmpty ? ")" : ", traits: [.defaults, \(list)])"
        return switch self {
        case .copy: ".package(name: \"scaffold\", path: \"\(RuntimeLocation.copyFolder)\"\(tail)"
        case .release(let url, let version): ".package(url: \"\(url)\", from: \"\(version)\"\(tail)"
        case .folder(let folder): ".package(name: \"scaffold\", path: \"\(path(to: folder, from: root))\"\(tail)"
        }
    }

    /// The name by which products of the runtime are asked for: `.product(name: "ScaffoldRuntime", package: …)`. A
    /// package by URL is known by the last part of it.
    var packageName: String {
        guard case .release(let url, _) = self else { return "scaffold" }
        let name = RelativePath.name(of: url.split(separator: ":").last.map(String.init) ?? url)
        return (name.hasSuffix(".git") ? String(name.dropLast(4)) : name).lowercased()
    }

    private func path(to folder: String, from root: String) -> String {
        let root = RuntimeLocation.settled(root)
        guard let repository = RuntimeLocation.repository(of: folder),
            repository == RuntimeLocation.repository(of: root)
        else { return folder }
        let here = root.split(separator: "/")
        let there = folder.split(separator: "/")
        let common = zip(here, there).prefix { $0 == $1 }.count
        let steps = here.dropFirst(common).map { _ in ".." } + there.dropFirst(common).map(String.init)
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    private static func release(_ option: String) throws -> RuntimeLocation {
        guard let at = option.lastIndex(of: "@"), isVersion(option[option.index(after: at)...]) else {
            throw Diagnostic(
                message: "--runtime \(option) names no version",
                suggestion: "write URL@VERSION, such as \(option)@1.0.0")
        }
        return .release(url: String(option[..<at]), version: String(option[option.index(after: at)...]))
    }

    private static func isVersion(_ text: Substring) -> Bool {
        let parts = text.prefix { $0 != "-" && $0 != "+" }.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 3 && parts.allSatisfy { Int($0) != nil }
    }

    private static func besideTool(executable: String?, variable: String?) throws -> String {
        if let variable { return try checked(variable) }
        guard let executable else { throw missing }
        for folder in RelativePath.parents(of: executable).reversed() where isRuntime(folder) { return folder }
        let installed = RelativePath.parent(of: RelativePath.parent(of: executable)) + "/share/scaffold"
        guard isRuntime(installed) else { throw missing }
        return installed
    }

    private static var missing: Diagnostic {
        Diagnostic(
            message: "the runtime is not beside the tool",
            suggestion: "say where it is: --runtime PATH or URL@VERSION, or SCAFFOLD_RUNTIME=PATH")
    }

    private static func checked(_ path: String) throws -> String {
        guard let folder = Machine.realPath(path), isRuntime(folder) else {
            throw Diagnostic(
                message: "no runtime in \(path): it has no Package.swift with Sources/Runtime beside it",
                suggestion: "give the folder of a checkout of scaffold, URL@VERSION, or 'copy'")
        }
        return folder
    }

    private static func isRuntime(_ folder: String) -> Bool {
        let files = DiskFileSystem()
        return (try? files.entry(at: folder + "/Package.swift"))?.kind == .file
            && (try? files.entry(at: folder + "/Sources/Runtime"))?.kind == .directory
    }

    /// The folder with `.git` in it that holds a path; nil outside of any repository.
    private static func repository(of path: String) -> String? {
        ([path] + RelativePath.parents(of: path).reversed()).first { folder in
            (try? DiskFileSystem().entry(at: folder + "/.git")) != nil
        }
    }

    /// The path without symbolic links, as far as it is there already.
    private static func settled(_ path: String) -> String {
        for folder in [path] + RelativePath.parents(of: path).reversed() where !folder.isEmpty {
            if let real = Machine.realPath(folder) { return real + path.dropFirst(folder.count) }
        }
        return path
    }
}
