import FoundationEssentials

/// SwiftPM's `workspace-state.json`, as far as it is read here.
enum WorkspaceState {
    /// The folders of dependencies by path; none where the text is not understood.
    static func localPackages(in json: String) -> [String] {
        let state = try? JSONDecoder().decode(State.self, from: Data(json.utf8))
        return state?.object.dependencies.map(\.packageRef).filter { $0.kind == "fileSystem" }.map(\.location) ?? []
    }

    private struct State: Decodable {
        var object: Object

        struct Object: Decodable { var dependencies: [Dependency] }
        struct Dependency: Decodable { var packageRef: Reference }
        struct Reference: Decodable {
            var kind: String
            var location: String
        }
    }
}
