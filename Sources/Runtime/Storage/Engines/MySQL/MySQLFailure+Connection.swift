#if MySQL
    import CMySQL

    extension MySQLFailure {
        /// Why a server cannot be reached, and what to do. A server's messages name the user, never the password.
        static func connection(_ handle: UnsafeMutablePointer<MYSQL>, _ address: ServerAddress) -> ConnectionError {
            let problem = MySQLProblem(handle)
            let (place, database) = (address.place, address.database)
            let user = address.user.map { "the user \($0)" } ?? "this user"
            let message =
                switch problem.code {
                case 1045, 1698, 1862, 3118, 3955:
                    "the server at \(place) does not let \(user) in: check user and password in the URL "
                        + "(\(address.password == nil ? "there is no password in it" : "with a password")); an account "
                        + "may also ask for sslmode=require or for sslcert"
                case 1044: "the server at \(place) does not let \(user) use the database \(database): grant it"
                case 1049: "there is no database \(database) at \(place): make it with db:create"
                case 1040, 1203, 1226:
                    "the server at \(place) has too many connections: lower `connections`, or raise max_connections"
                case 1129, 1130: "the server at \(place) takes no connections from this host: grant it"
                case 2002, 2003: "no server answers at \(place): start it, or correct host and port in the URL"
                case 2005: "there is no host \(address.host): correct it in the URL"
                case 2026:
                    "the connection to \(place) cannot be encrypted: \(problem.message); correct host, sslrootcert, "
                        + "sslcert or sslmode in the URL"
                case 3159: "the server at \(place) takes no connections that are not encrypted: say sslmode=require"
                default: "the server at \(place) cannot be used: \(problem.message) (\(problem.code))"
                }
            return ConnectionError(message: message)
        }
    }
#endif
