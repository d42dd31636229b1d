import CSQLite

extension SQLiteEngine {
    /// A database in memory with the same tables, indexes, views and triggers, and no rows.
    func rehearsal(of connection: any Connection) throws -> (any Connection)? {
        let definitions = try connection.all(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                + "ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, rowid"
        ) { try $0[0] as String }
        let twin = try SQLiteConnection(
            path: ":memory:", flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, settings: settings, log: log)
        for definition in definitions {
            // What belongs to a virtual table is made with it.
            try? twin.run(script: definition)
        }
        return twin
    }
}
