extension Project {
    /// The runtime's sources as files of the app, in the place of those that are there: they are one unit, which
    /// nobody merges.
    ///
    /// - Parameter folder: where the sources are now.
    func runtimeCopy(of folder: String) throws -> [GeneratedFile] {
        try RuntimeCopy.files(from: folder).map { file in
            var file = file
            file.kind = .edit(of: try workspace.text(file.path))
            return file
        }
    }
}

extension RuntimeDependency {
    init(_ location: RuntimeLocation, forAppAt root: String) {
        self.init(declaration: location.dependency(forAppAt: root), package: location.packageName)
    }
}
