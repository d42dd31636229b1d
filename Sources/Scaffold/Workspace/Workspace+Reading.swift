extension Workspace {
    /// The text of a file of the app; nil when it is not there.
    ///
    /// - Parameter path: relative to the app.
    /// - Throws: ``Diagnostic`` when something else is in its place, or when it is not text.
    func text(_ path: String) throws -> String? {
        switch try AppTree(root: root, files: files).find(path) {
        case .nothing: return nil
        case .blocked(let obstacle): throw obstacle
        case .file(let bytes, _):
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Diagnostic(message: "\(path) is not text in UTF-8")
            }
            return text
        }
    }

    /// The paths of all files below a folder of the app, sorted; none when there is no such folder.
    func paths(below folder: String) throws -> [String] {
        try AppTree(root: root, files: files).everyFile(below: folder).map { "\(folder)/\($0)" }
    }
}
