extension Workspace {
    /// The text of a file of the app; nil when it is not there.
    ///
    /// - Parameter path: relative to the app.
    /// - Throws: ``Diagnostic`` when something else is in its place, or when it is not text.
    func text(_ path: String) throws -> String? { try AppTree(root: root, files: files).text(path) }

    /// The paths of all files below a folder of the app, sorted; none when there is no such folder.
    func paths(below folder: String) throws -> [String] {
        try AppTree(root: root, files: files).everyFile(below: folder).map { "\(folder)/\($0)" }
    }
}
