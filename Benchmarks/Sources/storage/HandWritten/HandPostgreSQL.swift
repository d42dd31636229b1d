#if PostgreSQL
    import CPostgreSQL
    import ScaffoldRuntime

    /// libpq: statements prepared once, values sent as text, cells read in binary form.
    final class HandPostgreSQL: HandConnection {
        private let handle: OpaquePointer
        private let sql = HandSQL(quote: "\"") { "$\($0)" }

        init(_ url: String) throws {
            guard let handle = PQconnectdb(url), PQstatus(handle) == CONNECTION_OK else {
                throw Problem("the PostgreSQL server does not answer")
            }
            self.handle = handle
            PQclear(PQexec(handle, "SET TimeZone = 'UTC'"))
            let statements = [
                ("find", sql.find), ("page", sql.page), ("tags", sql.tagsOfTwenty),
                ("insert", sql.insert() + " RETURNING id"), ("many", sql.insert(rows: 1_000) + " RETURNING id"),
                ("update", sql.update),
            ]
            for (name, text) in statements { try check(PQprepare(handle, name, text, 0, nil)) }
        }

        deinit { PQfinish(handle) }

        func find(_ id: Int) throws -> HandPost? {
            let result = try run("find", [String(id)])
            defer { PQclear(result) }
            return PQntuples(result) > 0 ? HandPost(PostgreSQLCells(result: result, row: 0)) : nil
        }

        func page(offset: Int) throws -> [HandPost] {
            let result = try run("page", [String(offset)])
            defer { PQclear(result) }
            return (0..<PQntuples(result)).map {
                HandPost(PostgreSQLCells(result: result, row: $0), withAuthor: true)
            }
        }

        func pageWithTags(offset: Int) throws -> [HandPost] {
            var posts = try page(offset: offset)
            let result = try run("tags", posts.map { String($0.id) })
            defer { PQclear(result) }
            let found = (0..<PQntuples(result)).map {
                let cells = PostgreSQLCells(result: result, row: $0)
                return (post: cells.int(0), tag: HandTag(cells, from: 1))
            }
            attach(found, to: &posts)
            return posts
        }

        func insert(_ post: HandPost) throws -> Int {
            let result = try run("insert", values(post))
            defer { PQclear(result) }
            return PostgreSQLCells(result: result, row: 0).int(0)
        }

        func insert(_ posts: [HandPost]) throws -> [Int] {
            try check(PQexec(handle, "BEGIN"))
            var keys: [Int] = []
            for start in stride(from: 0, to: posts.count, by: 1_000) {
                let result = try run("many", posts[start..<start + 1_000].flatMap(values))
                defer { PQclear(result) }
                keys += (0..<PQntuples(result)).map { PostgreSQLCells(result: result, row: $0).int(0) }
            }
            try check(PQexec(handle, "COMMIT"))
            return keys
        }

        func update(_ id: Int, title: String) throws -> Int {
            let result = try run("update", [title, HandDate.text(.now, suffix: "+00"), String(id)])
            defer { PQclear(result) }
            return Int(String(cString: PQcmdTuples(result))) ?? 0
        }

        private func values(_ post: HandPost) -> [String] {
            [
                post.title, post.content, post.status.rawValue, String(post.userId),
                HandDate.text(post.createdAt, suffix: "+00"), HandDate.text(post.updatedAt, suffix: "+00"),
            ]
        }

        /// The result, which the caller clears.
        private func run(_ name: String, _ values: [String]) throws -> OpaquePointer? {
            // one piece of memory for all values, each with its NUL
            var bytes = ContiguousArray<CChar>()
            var offsets: [Int] = []
            bytes.reserveCapacity(values.reduce(0) { $0 + $1.utf8.count + 1 })
            for value in values {
                offsets.append(bytes.count)
                bytes.append(contentsOf: value.utf8.lazy.map { CChar(bitPattern: $0) })
                bytes.append(0)
            }
            let result = bytes.withUnsafeBufferPointer { buffer in
                let pointers = offsets.map { offset in buffer.baseAddress?.advanced(by: offset) }
                return PQexecPrepared(handle, name, Int32(values.count), pointers, nil, nil, 1)
            }
            return try checked(result)
        }

        private func check(_ result: OpaquePointer?) throws {
            PQclear(try checked(result))
        }

        private func checked(_ result: OpaquePointer?) throws -> OpaquePointer? {
            let status = PQresultStatus(result)
            guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
                defer { PQclear(result) }
                throw Problem(String(cString: PQerrorMessage(handle)))
            }
            return result
        }
    }

    private struct PostgreSQLCells: HandCells {
        let result: OpaquePointer?
        let row: Int32

        private func bytes(_ column: Int) -> UnsafeRawPointer {
            UnsafeRawPointer(PQgetvalue(result, row, Int32(column)))
        }

        func int(_ column: Int) -> Int {
            // INTEGER has four bytes, BIGINT eight
            PQgetlength(result, row, Int32(column)) == 4
                ? Int(Int32(bigEndian: bytes(column).loadUnaligned(as: Int32.self)))
                : Int(Int64(bigEndian: bytes(column).loadUnaligned(as: Int64.self)))
        }

        func bool(_ column: Int) -> Bool { bytes(column).load(as: UInt8.self) != 0 }
        func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) != 0 }

        func text(_ column: Int) -> String {
            let count = Int(PQgetlength(result, row, Int32(column)))
            return String(decoding: UnsafeRawBufferPointer(start: bytes(column), count: count), as: UTF8.self)
        }

        func date(_ column: Int) -> Date {
            // microseconds since 2000
            let time = Int64(bigEndian: bytes(column).loadUnaligned(as: Int64.self))
            return Date(timeIntervalSince1970: Double(time) / 1e6 + 946_684_800)
        }
    }
#endif
