/// The sources of the runtime as files of an app, for an app that travels with everything it needs.
enum RuntimeCopy {
    /// What an app needs of a checkout: the manifest leaves out what is not there.
    static let parts = ["Package.swift", "LICENSE", "Sources/Runtime"]

    /// The files of `folder` below ``RuntimeLocation/copyFolder``, to be planned with `isWholeApp: false`.
    ///
    /// - Parameter folder: the runtime's folder.
    /// - Throws: ``FileSystemError``; a ``Diagnostic`` for a file that is not text.
    static func files(from folder: String) throws -> [GeneratedFile] {
        let disk = DiskFileSystem()
        let tree = AppTree(root: folder, files: disk)
        let paths = try parts.flatMap { part -> [String] in
            switch try disk.entry(at: "\(folder)/\(part)")?.kind {
            case .file: [part]
            case .directory: try tree.everyFile(below: part).map { "\(part)/\($0)" }
            default: []
            }
        }
        return try paths.map { path in
            guard let text = String(validating: try disk.read("\(folder)/\(path)"), as: UTF8.self) else {
                throw Diagnostic(message: "\(folder)/\(path) is not text in UTF-8 and cannot be carried along")
            }
            return GeneratedFile(path: "\(RuntimeLocation.copyFolder)/\(path)", text: text)
        }
    }
}
