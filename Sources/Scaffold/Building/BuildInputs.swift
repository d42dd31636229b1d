#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A fingerprint of everything that a build of an app depends on, so that an unchanged app starts without asking
/// SwiftPM, which takes a second to find out.
///
/// Taken in are name, size, inode and both times of every file in the package and in its packages by path: folders
/// whose name begins with a dot, `Tests`, `db` with its databases, and packages inside are left out, and of the top folder only the manifests are
/// looked at. Where that could miss something (a link among the sources, a manifest that reads the environment) there
/// is no fingerprint, and SwiftPM is asked.
struct BuildInputs {
    private var digest: UInt64 = 0xcbf2_9ce4_8422_2325

    /// - Parameters:
    ///   - packages: absolute folders, the app's first.
    ///   - toolchain: the file `swift`.
    /// - Returns: nil when it cannot be known.
    static func fingerprint(packages: [String], toolchain: String) -> String? {
        // A proxy decides by itself which toolchain it stands for.
        guard RelativePath.name(of: toolchain) != "swiftly" else { return nil }
        var inputs = BuildInputs()
        guard inputs.add(file: toolchain) else { return nil }
        for package in packages {
            guard inputs.add(package: package) else { return nil }
        }
        return String(inputs.digest, radix: 36)
    }

    /// Of one file; nil when it is not there.
    static func fingerprint(file path: String) -> String? {
        var inputs = BuildInputs()
        return inputs.add(file: path) ? String(inputs.digest, radix: 36) : nil
    }

    private mutating func add(package root: String) -> Bool {
        let files = DiskFileSystem()
        guard let names = try? files.names(in: root).sorted() else { return false }
        for name in names {
            let path = "\(root)/\(name)"
            if name.hasPrefix("Package") {
                let text = (try? files.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
                guard name == "Package.resolved" || !ManifestText(text).readsEnvironment, add(file: path) else {
                    return false
                }
                continue
            }
            guard !name.hasPrefix("."), name != "Tests", name != "db" else { continue }
            guard let kind = (try? files.entry(at: path))?.kind, kind != .link else { return false }
            if kind == .directory, !add(folder: path) { return false }
        }
        return true
    }

    private mutating func add(folder: String) -> Bool {
        let files = DiskFileSystem()
        guard let names = try? files.names(in: folder).sorted() else { return false }
        if names.contains("Package.swift") { return true }
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            guard let kind = (try? files.entry(at: path))?.kind else { return false }
            switch kind {
            case .directory: guard add(folder: path) else { return false }
            case .file: guard add(file: path) else { return false }
            case .link, .other: return false
            }
        }
        return true
    }

    private mutating func add(file path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        let facts = [
            Int(status.st_size), Int(truncatingIfNeeded: status.st_ino), Int(modified.tv_sec), Int(modified.tv_nsec),
            Int(changed.tv_sec), Int(changed.tv_nsec),
        ]
        for byte in "\(path)\n\(facts)\n".utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return true
    }
}
