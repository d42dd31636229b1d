/// The user's editor: `$VISUAL`, `$EDITOR`, or else `vi`.
struct TextEditor {
    /// As the shell reads it.
    var command = Machine.environment("VISUAL") ?? Machine.environment("EDITOR") ?? "vi"

    /// Lets the user edit a text and waits until the editor ends.
    ///
    /// - Parameter path: the file that it belongs to; editors go by the name.
    /// - Returns: nil when the editor failed.
    func edit(_ text: [UInt8], of path: String) throws -> [UInt8]? {
        let folder = try PassingFolder()
        let name = RelativePath.name(of: path)
        let file = try folder.put(text, as: name)
        guard Program.shell("\(command) \"$1\"", [file]).run() == 0 else { return nil }
        return try folder.text(of: name)
    }
}
