#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension DatabaseURL {
    /// The database's name: on a server the one it has there, otherwise that of its file.
    var name: String {
        switch place {
        case .server(let address): return address.database
        case .memory: return "memory"
        case .file(let path):
            let file = path.split(separator: "/").last ?? "database"
            return String(file.split(separator: ".").first ?? file)
        }
    }

    /// A database of another name: on the same server, or a file in the folder for temporary files.
    func scratch(named name: String) -> DatabaseURL {
        guard server == nil else { return withDatabase(name) }
        return .sqlite(FileManager.default.temporaryDirectory.appending(path: "\(name).sqlite3").path)
    }
}
