#if PostgreSQL
    import CPostgreSQL

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// Opens connections. It is done step by step, so that it ends with its task or in time, and so that a refusal's
    /// code is known: libpq gives it only as a part of a text.
    struct PostgreSQLOpening {
        let address: ServerAddress
        let settings: DatabaseConfiguration

        /// - Returns: an open connection, which must be closed.
        /// - Throws: ``ConnectionError``, which never shows the password; `CancellationError`.
        func open() throws -> OpaquePointer {
            let parameters = parameters
            guard !parameters.contains(where: { $0.value.utf8.contains(0) }) else {
                throw failure("a NUL character in the address", "take it out")
            }
            let started = Self.withCStrings(parameters.map(\.name)) { names in
                Self.withCStrings(parameters.map(\.value)) { PQconnectStartParams(names, $0, 0) }
            }
            guard let handle = started else { throw failure("there is no memory left", "end other programs") }
            // So that messages hold the code: `FATAL:  28P01: password authentication failed …`
            PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
            do {
                try finish(handle)
            } catch {
                PQfinish(handle)
                throw error
            }
            PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
            return handle
        }

        private func finish(_ handle: OpaquePointer) throws {
            let deadline = ContinuousClock.now + timeout
            // libpq wants to write first.
            var wanted = PQstatus(handle) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
            while wanted != PGRES_POLLING_OK {
                guard wanted != PGRES_POLLING_FAILED else {
                    throw refusal(
                        String(cString: PQerrorMessage(handle)),
                        user: address.user ?? PQuser(handle).map { String(cString: $0) } ?? "")
                }
                try Task.checkCancellation()
                guard ContinuousClock.now < deadline else {
                    throw failure(
                        "it did not answer within \(timeout)", "is the address right, and no firewall between?")
                }
                let events = Int16(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT)
                var descriptor = pollfd(fd: PQsocket(handle), events: events, revents: 0)
                if poll(&descriptor, 1, 50) > 0 { wanted = PQconnectPoll(handle) }
            }
        }

        private var timeout: Duration { .seconds(address.options.connectTimeout ?? 10) }

        /// What libpq is told. What the session is like is told along with it, which costs no round trip.
        private var parameters: [(name: String, value: String)] {
            let options = address.options
            let session = [
                "TimeZone=UTC", "DateStyle=ISO", "standard_conforming_strings=on",
                "default_transaction_isolation=read\\ committed",
                "lock_timeout=\(settings.busyTimeout.serverMilliseconds)",
                "statement_timeout=\(settings.statementTimeout.map(\.serverMilliseconds) ?? 0)",
            ]
            let all: [(String, String?)] = [
                ("host", address.host), ("port", address.port.map { "\($0)" }), ("user", address.user),
                ("password", address.password), ("dbname", address.database), ("client_encoding", "UTF8"),
                ("sslmode", options.encryption?.rawValue), ("sslrootcert", options.rootCertificate),
                ("sslcert", options.certificate), ("sslkey", options.key),
                ("application_name", options.applicationName), ("fallback_application_name", "scaffold"),
                ("options", session.map { "-c \($0)" }.joined(separator: " ")),
            ]
            return all.compactMap { name, value in value.map { (name, $0) } }
        }

        private static func withCStrings<R>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R)
            -> R
        {
            let copies = texts.map { strdup($0) }
            defer { for copy in copies { free(copy) } }
            // The list ends with nil.
            return (copies.map { $0.map { UnsafePointer($0) } } + [nil]).withUnsafeBufferPointer {
                body($0.baseAddress)
            }
        }
    }

    // Refusals.
    extension PostgreSQLOpening {
        /// What libpq's words mean.
        func refusal(_ message: String, user: String) -> ConnectionError {
            switch Self.state(in: message) {
            case "28P01": return failure("the password of \"\(user)\" is not right", "correct user and password")
            case "28000":
                return failure(
                    "it does not let \"\(user)\" in: \(Self.reason(in: message))",
                    "correct user, password, sslmode and sslcert, or the server's pg_hba.conf")
            case "3D000":
                return failure("there is no database \"\(address.database)\"", "make it with `db:create`")
            case "53300": return failure("it has no connection left", "lower `connections`, or raise max_connections")
            case "57P03": return failure("it is starting up or shutting down", "try again in a moment")
            case nil where message.contains("password"):
                return failure("it asks \"\(user)\" for a password", "say it in the URL")
            case nil where Self.isOfEncryption(message):
                return failure(Self.reason(in: message), encryptionAdvice(message))
            case nil: return failure(Self.reason(in: message), "is the server running, and the address right?")
            default: return failure(Self.reason(in: message), "see the server's log")
            }
        }

        private static func isOfEncryption(_ message: String) -> Bool {
            ["SSL", "certificate"].contains { message.contains($0) }
        }

        private func encryptionAdvice(_ message: String) -> String {
            if message.contains("does not support SSL") {
                return "give it a certificate, so that it can encrypt, or say sslmode=prefer"
            }
            if message.contains("does not match host name") {
                return "name the host as its certificate does, or say sslmode=verify-ca"
            }
            return address.options.rootCertificate == nil
                ? "say by sslrootcert=FILE which authority's certificate to trust"
                : "correct sslrootcert, sslcert and sslkey in the URL"
        }

        private func failure(_ reason: String, _ advice: String) -> ConnectionError {
            let port = address.port.map { ":\($0)" } ?? ""
            let user = address.user.map { " as \"\($0)\"" } ?? ""
            return ConnectionError(
                message: "PostgreSQL at \(address.host)\(port), database \"\(address.database)\"\(user), cannot be "
                    + "reached: \(reason); \(advice)")
        }

        /// The code in `… failed: FATAL:  28P01: password …`; nil when the server did not come to answer.
        private static func state(in message: String) -> String? {
            let parts = message.split(separator: ": ").map { $0.drop { $0 == " " } }
            return parts.first { part in
                part.utf8.count == 5 && part.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
                    && part.utf8.contains { (48...57).contains($0) }
            }.map(String.init)
        }

        /// What stands behind the last code or place of a message's first line.
        private static func reason(in message: String) -> String {
            let line = message.split(separator: "\n").first.map(String.init) ?? "no reason was given"
            guard let state = state(in: line), let range = line.firstRange(of: "\(state): ") else {
                guard let range = line.firstRange(of: " failed: ") else { return line }
                return String(line[range.upperBound...])
            }
            return String(line[range.upperBound...])
        }
    }

    extension Duration {
        /// Milliseconds as the server's settings take them: 0 is no end, so what is less than one becomes one.
        var serverMilliseconds: Int64 { min(max(1, wholeMilliseconds), Int64(Int32.max)) }
    }
#endif
