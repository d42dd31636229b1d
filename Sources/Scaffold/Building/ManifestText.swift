/// What the tool has to know of a Package.swift, read from its text: evaluating it costs a compiler run, and an edited
/// one still has to be understood.
struct ManifestText {
    /// The text without comments; strings are left as they are.
    private let text: String

    init(_ text: String) { self.text = ManifestText.withoutComments(text) }

    /// `blog` in `Package(name: "blog"`.
    var packageName: String? { strings(after: "Package(", label: "name").first }

    /// The names in `.executable(name: "blog"`.
    var executables: [String] { strings(after: ".executable(", label: "name") }

    /// The modules in `.executableTarget(name: "BlogApp"`.
    var executableModules: [String] { strings(after: ".executableTarget(", label: "name") }

    /// The app's name: the executable that has a `-db` beside it, or the package's.
    var appName: String? {
        let names = executables
        return names.first { names.contains($0 + "-db") } ?? packageName
    }

    /// What stands between the brackets of the `.package(…)` that brings the runtime, without white space around it;
    /// nil when no dependency looks like it.
    var runtimeDependency: String? {
        calls(".package(").first { call in
            let words = call.split { "\"/".contains($0) }
            return words.contains("scaffold") || words.contains("scaffold.git")
        }
    }

    /// The traits of the runtime that it asks for: `PostgreSQL`.
    var runtimeTraits: [String] { runtimeDependency.map { RuntimeTraits(in: $0).names } ?? [] }

    /// The path of the runtime in it, as written; nil for a URL.
    var runtimePath: String? { runtimeDependency.flatMap { ManifestText.string(labelled: "path", in: $0) } }

    /// The package that products of the runtime are asked of: `scaffold` in `package: "scaffold"`.
    var runtimePackage: String? {
        calls(".product(").first { $0.contains("\"Scaffold") }.flatMap {
            ManifestText.string(labelled: "package", in: $0)
        }
    }

    /// Whether evaluating it may depend on more than its text.
    var readsEnvironment: Bool { text.contains("environment") || text.contains("getenv") }

    private func strings(after call: String, label: String) -> [String] {
        calls(call).compactMap { ManifestText.string(labelled: label, in: $0) }
    }

    /// The arguments of each call, up to the bracket that closes it.
    private func calls(_ name: String) -> [String] {
        var found: [String] = []
        var rest = text[...]
        while let start = rest.firstRange(of: name)?.upperBound {
            var depth = 1
            var isString = false
            let end = rest[start...].firstIndex { character in
                if character == "\"" { isString.toggle() }
                if !isString, character == "(" { depth += 1 }
                if !isString, character == ")" { depth -= 1 }
                return depth == 0
            }
            found.append(String(rest[start..<(end ?? rest.endIndex)]))
            rest = rest[start...]
        }
        return found
    }

    /// `x` for `label: "x"`.
    private static func string(labelled label: String, in arguments: String) -> String? {
        guard let start = arguments.firstRange(of: label + ":")?.upperBound else { return nil }
        let value = arguments[start...].drop(while: \.isWhitespace)
        guard value.first == "\"" else { return nil }
        return String(value.dropFirst().prefix { $0 != "\"" })
    }

    private static func withoutComments(_ text: String) -> String {
        text.linesOfAnySystem.map { line -> Substring in
            var isString = false
            var previous: Character = " "
            for index in line.indices {
                if line[index] == "\"" { isString.toggle() }
                if !isString, line[index] == "/", previous == "/" { return line[..<line.index(before: index)] }
                previous = line[index]
            }
            return line
        }.joined(separator: "\n")
    }
}
