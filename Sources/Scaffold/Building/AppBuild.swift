import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Builds one product of an app in the shared folder, takes a copy of the binary into the app, and makes sure that the
/// copy is this app: two apps of the same name build under the same names there.
struct AppBuild {
    let app: AppFolder
    let cache: String
    /// Shows every line of the build.
    var isVerbose = false
    /// How many of the compiler's errors are shown.
    var shownErrors = BuildReport.limit
    /// What is known of the builds before, by who builds again and again.
    var memory: BuildPlanMemory?
    /// Where words for the reader go.
    var note: @Sendable (String) -> Void = Machine.note
    /// Whether progress may be drawn over itself.
    var hasTerminal = Machine.hasTerminal

    /// - Parameter cache: the folder of all builds; from the environment unless said.
    init(_ app: AppFolder, cache: String? = nil) throws {
        self.app = app
        self.cache = try cache ?? SharedScratch.cache()
    }

    /// The path of an up-to-date binary: the copy from last time while nothing it was made of has changed, else a new
    /// one.
    ///
    /// - Parameter product: `blog` or `blog-db`.
    /// - Throws: ``BuildFailure`` with the compiler's errors; ``Diagnostic`` without a toolchain; ``FileSystemError``.
    func binary(of product: String) async throws -> String {
        let stamp = BuildStamp(folder: app.binaries, product: product)
        if let swift = Machine.find(command: "swift"), stamp.isCurrent(for: app, toolchain: swift) {
            return stamp.binary
        }

        let toolchain = try await Toolchain.find()
        let scratch = SharedScratch(for: app, toolchain: toolchain, cache: cache)
        let lock = try await scratch.lock { note("waiting for another build with the same runtime\n") }
        defer { withExtendedLifetime(lock) {} }

        let packages = stamp.packages ?? app.localPackages
        let before = BuildInputs.fingerprint(packages: [app.root] + packages, toolchain: toolchain.swift)
        try scratch.givePins(to: app)
        func planKey() -> BuildPlanMemory.Key? {
            memory.flatMap { _ in BuildPlanMemory.Key(of: app, plan: scratch.plan) }
        }
        var caches = memory?.holds(planKey()) == true ? TrustedCaches.plan : .manifests
        memory?.keep(nil)
        for attempt in 1...2 {
            try await compile(product, in: scratch, trusting: caches)
            let problem = try take(scratch.binary(product), as: stamp)
            guard let problem else { break }
            guard attempt == 1 else { throw BuildFailure(words: "\(product) is not this app's: \(problem)") }
            note("\(product): \(problem); building it anew\n")
            try scratch.forget(modules: try app.modules(), product: product)
            caches = .none
        }
        try scratch.takePins(from: app)
        memory?.keep(planKey())
        // With other packages than were looked at before, only the next build can know what it started from.
        try stamp.set(scratch.localPackages == packages ? before : nil, packages: scratch.localPackages)
        return stamp.binary
    }

    private func compile(_ product: String, in scratch: SharedScratch, trusting caches: TrustedCaches) async throws {
        if scratch.isFresh {
            try SystemPackages.check(for: app)
            note("building \(product); the first build with this runtime takes some minutes, later ones seconds\n")
        }
        var arguments = [
            "build", "--package-path", app.root, "--scratch-path", scratch.folder, "--product", product,
            "--no-color-diagnostics",
        ]
        arguments += caches.options
        let output = BuildOutput(
            product: product, root: app.root, isVerbose: isVerbose, hasTerminal: hasTerminal, note: note)
        // A build that is given up ends in order, and leaves what it has made so far.
        var options = PlatformOptions()
        options.teardownSequence = [.send(signal: .interrupt, allowedDurationToNextStep: .seconds(5))]
        let result = try await run(
            .name("swift"), arguments: Arguments(arguments),
            // SwiftPM plans in the order of its hash tables; in another order the same flags count as new ones, and
            // whole libraries are compiled again.
            environment: .inherit.updating(["SWIFT_DETERMINISTIC_HASHING": "1"]),
            workingDirectory: FilePath(app.root), platformOptions: options, input: .none, output: .sequence,
            error: .combinedWithOutput
        ) { execution in
            try await output.follow(
                execution.standardOutput.strings(separatedBy: .lineBreaks, bufferingPolicy: .unbounded))
        }
        try Machine.makeFolders(app.binaries)
        try Task.checkCancellation()
        let log = "\(app.binaries)/build.log"
        try DiskFileSystem().write(Array(result.closureResult.log.utf8), to: log, mode: 0o644)
        guard result.terminationStatus.isSuccess else {
            throw BuildFailure(words: result.closureResult.report.failure(of: product, log: log, showing: shownErrors))
        }
        if hasTerminal || isVerbose {
            for warning in result.closureResult.report.warnings { note(warning + "\n") }
        }
    }

    /// Copies the binary into the app, unless the copy turns out to be another app's.
    ///
    /// - Returns: what is wrong with it.
    private func take(_ binary: String, as stamp: BuildStamp) throws -> String? {
        let draft = stamp.binary + ".new"
        try Machine.copy(binary, to: draft)
        let files = DiskFileSystem()
        let folder = stamp.product == app.name ? "Sources/App" : "Sources/Database"
        let sources = try AppTree(root: app.root, files: files).everyFile(below: folder)
        let problem = try BinaryOrigin.problem(
            with: draft, root: app.root, folder: folder, sources: sources.filter { $0.hasSuffix(".swift") })
        if problem == nil { try files.move(draft, to: stamp.binary) } else { try files.remove(draft) }
        return problem
    }
}

/// Which of SwiftPM's caches in a shared folder hold for the app that is built.
private enum TrustedCaches {
    /// The plan is known to be this app's.
    case plan
    /// Manifests are kept by their path and contents; reading them all anew takes 4 seconds. The plan made of them may
    /// be another app's, or miss a file that is new in a package by path, and is always made anew.
    case manifests
    /// Something was wrong.
    case none

    var options: [String] {
        switch self {
        case .plan: []
        case .manifests: ["--disable-build-manifest-caching"]
        case .none: ["--disable-build-manifest-caching", "--manifest-cache", "none"]
        }
    }
}

/// A build that ended with errors, in the words to print.
struct BuildFailure: Error, CustomStringConvertible {
    var words: String

    var description: String { words }
}
