import ArgumentParser

/// `scaffold completions bash|zsh|fish`
struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the completion script of a shell.",
        discussion: """
            bash: scaffold completions bash > ~/.local/share/bash-completion/completions/scaffold
            zsh:  scaffold completions zsh > a folder of $fpath/_scaffold
            fish: scaffold completions fish > ~/.config/fish/completions/scaffold.fish
            """)

    enum Shell: String, CaseIterable, ExpressibleByArgument { case bash, zsh, fish }

    @Argument(help: "The shell.") var shell: Shell

    func run() {
        print(Self.script(for: shell))
    }

    /// The script, complete and ready to be loaded.
    static func script(for shell: Shell) -> String {
        switch shell {
        // bash takes a colon for the end of a word and would complete 'db:mi' to nothing.
        case .bash: "COMP_WORDBREAKS=\"${COMP_WORDBREAKS//:}\"\n" + Scaffold.completionScript(for: .bash)
        case .zsh: Scaffold.completionScript(for: .zsh)
        case .fish: Scaffold.completionScript(for: .fish)
        }
    }
}
