/// The program with which the user settles conflicts: `$SCAFFOLD_MERGETOOL`, or the one that git is configured with.
///
/// It gets four files, by the names that git has for them: `$BASE`, `$LOCAL` (mine), `$REMOTE` (generated), and `$MERGED`,
/// which it writes. A command without such a name gets the four behind it.
struct MergeTool {
    /// The user's own, as the shell reads it; nil for git's.
    var own = Machine.environment("SCAFFOLD_MERGETOOL")

    /// - Returns: the text as the user left it; nil when the tool failed or markers are still in it.
    /// - Throws: a ``Diagnostic`` when there is no tool.
    func text(for conflict: FileConflict) throws -> [UInt8]? {
        let folder = try PassingFolder()
        let name = RelativePath.name(of: conflict.path)
        let files = [
            try folder.put(conflict.base ?? [], as: "base.\(name)"),
            try folder.put(conflict.mineAlone, as: "mine.\(name)"),
            try folder.put(conflict.generated, as: "generated.\(name)"),
            try folder.put(conflict.marked ?? conflict.mine, as: name),
        ]
        let status = Program.shell(Self.names + command, files).run()
        guard status != Self.noTool else {
            throw Diagnostic(
                message: "no merge tool is known: neither SCAFFOLD_MERGETOOL nor git's merge.tool is set",
                suggestion: "git config --global merge.tool vimdiff, or export SCAFFOLD_MERGETOOL='meld'")
        }
        guard status == 0 else { return nil }
        let text = try folder.text(of: name)
        return Merge.hasMarkers(text) ? nil : text
    }

    /// What the shell script below ends with when nothing is configured.
    private static let noTool: Int32 = 97

    private static let names = "BASE=$1 LOCAL=$2 REMOTE=$3 MERGED=$4; export BASE LOCAL REMOTE MERGED; "

    private var command: String {
        guard let own else { return Self.git }
        return own.contains("$") ? own : own + #" "$BASE" "$LOCAL" "$REMOTE" "$MERGED""#
    }

    /// What `git mergetool` itself does for one file.
    private static let git = """
        TOOL_MODE=merge; lib="$(git --exec-path 2>/dev/null)/git-mergetool--lib"; test -r "$lib" || exit 97
        . "$lib"; tool=$(get_configured_merge_tool); test -n "$tool" || exit 97
        BACKUP="$MERGED.orig"; cp -- "$MERGED" "$BACKUP"; setup_tool "$tool" && run_merge_tool "$tool" true
        """
}
