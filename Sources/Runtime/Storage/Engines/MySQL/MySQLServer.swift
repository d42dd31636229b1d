#if MySQL
    /// What differs between the servers that speak this protocol, asked once a connection.
    struct MySQLServer: Sendable, Hashable {
        let isMariaDB: Bool
        /// How far the keys that one INSERT counts up are apart (more than 1 in some clusters).
        let keyStep: Int64
        /// How many bytes the server takes at once.
        let maximumPacket: Int

        /// Reads what the session says.
        init(_ connection: MySQLConnection) throws {
            let sql = "SELECT VERSION(), @@auto_increment_increment, @@max_allowed_packet"
            let found = try connection.first(sql) { row in
                (try row[0] as String, try row[1] as Int64, try row[2] as Int)
            }
            guard let (version, keyStep, maximumPacket) = found else {
                throw ConnectionError(message: "the server does not say its version")
            }
            isMariaDB = version.contains("MariaDB")
            self.keyStep = max(1, keyStep)
            self.maximumPacket = maximumPacket
        }
    }
#endif
