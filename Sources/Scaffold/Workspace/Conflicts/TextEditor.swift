/// The user's editor: `$VISUAL`, `$EDITOR`, or else `vi`.
enum TextEditor {
    /// Lets the user edit a text and waits until the editor ends.
    ///
    /// - Parameter path: the file that it belongs to; editors go by the name.
    /// - Returns: nil when the editor failed.
    static func edit(_ text: [UInt8], of path: String) throws -> [UInt8]? {
        let folder = try PassingFolder()
        let name = RelativePath.name(of: path)
        let file = try folder.put(text, as: name)
        let command = Machine.environment("VISUAL") ?? Machine.environment("EDITOR") ?? "vi"
        guard Program.shell("\(command) \"$1\"", [file]).run() == 0 else { return nil }
        return try folder.text(of: name)
    }
}
