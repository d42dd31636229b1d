/// The lines of a `swift build`, and what of them a person wants to read.
struct BuildReport: Sendable {
    /// `path:line:column: message`, each once, paths inside the app relative to it.
    private(set) var errors: [String] = []
    private(set) var warnings: [String] = []
    /// The lines that say something but have no place, such as the linker's.
    private var loose: [String] = []
    private let root: String

    /// How many errors are shown; compilers repeat themselves.
    static let limit = 30

    init(root: String) { self.root = root }

    /// Takes in one line.
    ///
    /// - Returns: how far the build is, when the line says so: `[3/40] Compiling NIOCore Channel.swift`.
    mutating func add(_ line: String) -> String? {
        if BuildReport.isProgress(line) { return line }
        if let message = placed(line, severity: "error") {
            if !errors.contains(message) { errors.append(message) }
        } else if let message = placed(line, severity: "warning") {
            // Warnings of dependencies are not for the user of an app.
            if !message.hasPrefix("/"), !warnings.contains(message) { warnings.append(message) }
        } else if line.hasPrefix("error: ") || line.contains("undefined reference") || line.contains("undefined symbol")
        {
            let isEcho = line.hasPrefix("error: fatalError") || line.contains("emit-module command failed")
            if !isEcho, !loose.contains(line) { loose.append(line) }
        }
        return nil
    }

    /// What to print after a failed build.
    ///
    /// - Parameters:
    ///   - product: what was built.
    ///   - log: the path of the whole output.
    ///   - limit: how many errors are named.
    func failure(of product: String, log: String, showing limit: Int = BuildReport.limit) -> String {
        let all = errors + loose
        var lines = Array(all.prefix(limit))
        if all.count > lines.count { lines.append("… and \(all.count - lines.count) more") }
        let count = all.count == 1 ? "1 error" : "\(all.count) errors"
        lines.append("\(product) was not built: \(all.isEmpty ? "see" : "\(count); everything is in") \(log)")
        return lines.joined(separator: "\n")
    }

    private static func isProgress(_ line: String) -> Bool {
        line.hasPrefix("[") && line.contains("] ")
            || ["Fetching ", "Fetched ", "Updating ", "Computing ", "Creating working copy"].contains(
                where: line.hasPrefix)
    }

    /// `Sources/App/X.swift:3:5: error: cannot find 'foo' in scope` when the line is of that form.
    private func placed(_ line: String, severity: String) -> String? {
        guard let range = line.firstRange(of: ": \(severity): ") else { return nil }
        let place = line[..<range.lowerBound].split(separator: ":")
        guard place.count >= 3, Int(place[place.count - 1]) != nil, Int(place[place.count - 2]) != nil else {
            return nil
        }
        return line.hasPrefix(root + "/") ? String(line.dropFirst(root.count + 1)) : line
    }
}
