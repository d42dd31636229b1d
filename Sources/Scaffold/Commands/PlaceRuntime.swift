import ArgumentParser

/// `scaffold runtime copy|link|PATH|URL@VERSION`
struct PlaceRuntime: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runtime",
        abstract: "Say where the app takes the runtime from: copy, link, a PATH or URL@VERSION.",
        discussion: """
            copy    carries its sources along in Vendor/scaffold, so that the app builds anywhere
            link    takes them from where the tool has them on this machine
            """)

    @Argument(help: "copy, link, PATH or URL@VERSION.") var place: String
    @OptionGroup var options: PlanOptions

    func run() throws {
        let location = try RuntimeLocation(place == "link" ? nil : place)
        var project = try Project()
        let traits = RuntimeTraits(in: project.runtime.declaration).names
        project.runtime = traits.reduce(RuntimeDependency(location, forAppAt: project.workspace.root)) { $0.with($1) }
        var copy: [GeneratedFile] = []
        if case .copy(let folder) = location { copy = try project.runtimeCopy(of: folder) }
        try options.carryOut(try project.plan(try project.schema(), edits: copy), in: project)
    }
}
