/// The rules that paths of one run have to keep among themselves.
enum PathRules {
    /// One diagnostic for every path that leaves the app or cannot stand beside another one.
    static func problems(in paths: [String]) -> [Diagnostic] {
        var problems = paths.compactMap { path in
            RelativePath.problem(in: path).map { Diagnostic(message: "the path '\(path)' \($0)") }
        }
        var seen: [String: String] = [:]
        for path in paths {
            if path == Records.folder || path.hasPrefix(Records.folder + "/") {
                problems.append(Diagnostic(message: "\(path) is inside \(Records.folder), which belongs to the tool"))
            }
            if let other = seen.updateValue(path, forKey: path.lowercased()) {
                let how = other == path ? "would be generated twice" : "differs only by case from \(other)"
                problems.append(
                    Diagnostic(message: "\(path) \(how)", suggestion: "give one of the two models another name"))
            }
        }
        for path in paths {
            for parent in RelativePath.parents(of: path) where seen[parent.lowercased()] != nil {
                problems.append(Diagnostic(message: "\(parent) cannot be a file and the folder of \(path)"))
            }
        }
        return problems
    }
}
