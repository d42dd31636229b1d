@testable import scaffold

extension [Operation] {
    /// The operations as a migration calls them, one line each and several for a table that is made.
    func steps() throws -> [String] {
        guard !isEmpty, let name = MigrationName(fileName: "20260101000000-x") else { return [] }
        let migration = PlannedMigration(name: name, up: self)
        let lines = try scaffold.Generator().migration(migration).text.split(separator: "\n")
        let body = lines.drop { !$0.contains("func up(") }.dropFirst().prefix { $0 != "    }" }
        return body.reduce(into: []) { steps, line in
            let text = String(line.drop { $0 == " " }).replacing("queryInterface.", with: "")
            // A statement that was too long for one line goes on in the next.
            if let last = steps.last, last.hasSuffix("(") || last.hasSuffix(",") {
                steps[steps.count - 1] += (last.hasSuffix("(") ? "" : " ") + text
            } else {
                steps.append(text)
            }
        }
    }
}
