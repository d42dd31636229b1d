#if MySQL
    import CMySQL

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #else
        import Darwin
    #endif

    /// The line to a server: opening and closing it.
    ///
    /// libmariadb keeps nothing for a thread (its `mysql_thread_init` is empty), so that a connection may move between
    /// threads as long as one uses it at a time.
    struct MySQLLink {
        let handle: UnsafeMutablePointer<MYSQL>

        /// Before the first connection, and once: two threads at once must not.
        private static let library: Int32 = mysql_server_init(0, nil, nil)

        /// - Throws: ``ConnectionError``, which says what to do.
        init(_ address: ServerAddress) throws {
            guard Self.library == 0, let handle = mysql_init(nil) else {
                throw ConnectionError(message: "libmariadb cannot be initialized: no memory")
            }
            self.handle = handle
            do {
                set(address)
                try connect(address)
            } catch {
                mysql_close(handle)
                throw error
            }
        }

        func close() {
            mysql_close(handle)
        }

        var socket: Int32 { mysql_get_socket(handle) }

        /// Whether the server has something to say that nobody asked for: that it hangs up.
        var hasHungUp: Bool {
            var place = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            return poll(&place, 1, 0) != 0
        }

        private func connect(_ address: ServerAddress) throws {
            let isSocket = address.host.hasPrefix("/")
            let database = address.database.isEmpty ? nil : address.database
            let opened = mysql_real_connect(
                handle, isSocket ? nil : address.host, address.user, address.password ?? "", database,
                UInt32(clamping: address.port ?? 3306), isSocket ? address.host : nil, UInt(CLIENT_FOUND_ROWS))
            guard opened != nil else { throw MySQLFailure.connection(handle, address) }
            guard !address.needsEncryption || mysql_get_ssl_cipher(handle) != nil else {
                throw ConnectionError(
                    message: "the server at \(address.place) does not encrypt connections, as sslmode asks for: "
                        + "give it a certificate, or say sslmode=prefer")
            }
        }
    }

    // What is said before connecting.
    extension MySQLLink {
        private func set(_ address: ServerAddress) {
            let isSocket = address.host.hasPrefix("/")
            set(MYSQL_OPT_CONNECT_TIMEOUT, UInt32(clamping: address.options.connectTimeout ?? 10))
            // `localhost` would mean a socket whose place is not said.
            set(MYSQL_OPT_PROTOCOL, (isSocket ? MYSQL_PROTOCOL_SOCKET : MYSQL_PROTOCOL_TCP).rawValue)
            mysql_options(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4")
            // Calls that tell what they wait for: see MySQLWatch.
            mysql_options(handle, MYSQL_OPT_NONBLOCK, nil)
            // A server may not ask for files of the app.
            set(MYSQL_OPT_LOCAL_INFILE, UInt32(0))
            if let name = address.options.applicationName {
                mysql_options4(handle, MYSQL_OPT_CONNECT_ATTR_ADD, "program_name", name)
            }
            setEncryption(address)
        }

        /// libmariadb checks the host's name whenever it checks who signed the certificate, so that `verify-ca` is as
        /// strict as `verify-full`.
        private func setEncryption(_ address: ServerAddress) {
            let options = address.options
            let mode = options.encryption ?? .prefer
            // The way to a socket is the machine's own.
            guard mode != .disable, mode != .prefer || !address.host.hasPrefix("/") else {
                return set(MYSQL_OPT_SSL_ENFORCE, CChar(0))
            }
            set(MYSQL_OPT_SSL_ENFORCE, CChar(1))
            set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, CChar(mode == .verifyAuthority || mode == .verifyFull ? 1 : 0))
            if let file = options.rootCertificate { mysql_options(handle, MYSQL_OPT_SSL_CA, file) }
            if let file = options.certificate { mysql_options(handle, MYSQL_OPT_SSL_CERT, file) }
            if let file = options.key { mysql_options(handle, MYSQL_OPT_SSL_KEY, file) }
        }

        private func set<T: BitwiseCopyable>(_ option: mysql_option, _ value: T) {
            withUnsafePointer(to: value) { _ = mysql_options(handle, option, $0) }
        }
    }

    extension ServerAddress {
        /// Where it is, for messages.
        var place: String { host.hasPrefix("/") ? host : "\(host):\(port ?? 3306)" }

        fileprivate var needsEncryption: Bool {
            switch options.encryption ?? .prefer {
            case .disable, .prefer: false
            case .require, .verifyAuthority, .verifyFull: true
            }
        }
    }
#endif
