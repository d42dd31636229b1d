#if MySQL
    import CMySQL
    import Foundation
    import ScaffoldRuntime

    /// libmariadb: statements prepared once, values and cells in the protocol's binary form.
    final class HandMySQL: HandConnection {
        private let handle: UnsafeMutablePointer<MYSQL>
        private let find, page, tagsOfTwenty, insert, many, update: HandMySQLStatement

        init(_ address: URLComponents) throws {
            guard let handle = mysql_init(nil) else { throw Problem("no memory") }
            guard
                mysql_real_connect(
                    handle, address.host, address.user, address.password, String(address.path.dropFirst()),
                    UInt32(address.port ?? 3306), nil, UInt(CLIENT_FOUND_ROWS)) != nil
            else { throw Problem(String(cString: mysql_error(handle))) }
            mysql_set_character_set(handle, "utf8mb4")
            mysql_query(handle, "SET time_zone = '+00:00', transaction_isolation = 'READ-COMMITTED'")
            let sql = HandSQL(quote: "`") { _ in "?" }
            self.handle = handle
            find = try HandMySQLStatement(handle, sql.find)
            page = try HandMySQLStatement(handle, sql.page)
            tagsOfTwenty = try HandMySQLStatement(handle, sql.tagsOfTwenty)
            insert = try HandMySQLStatement(handle, sql.insert())
            many = try HandMySQLStatement(handle, sql.insert(rows: 1_000))
            update = try HandMySQLStatement(handle, sql.update)
        }

        func find(_ id: Int) throws -> HandPost? {
            find.bind(0, id)
            var post: HandPost?
            try find.run { post = HandPost($0) }
            return post
        }

        func page(offset: Int) throws -> [HandPost] {
            page.bind(0, offset)
            var posts: [HandPost] = []
            try page.run { posts.append(HandPost($0, withAuthor: true)) }
            return posts
        }

        func pageWithTags(offset: Int) throws -> [HandPost] {
            var posts = try page(offset: offset)
            for (place, post) in posts.enumerated() { tagsOfTwenty.bind(place, post.id) }
            var found: [(post: Int, tag: HandTag)] = []
            try tagsOfTwenty.run { found.append(($0.int(0), HandTag($0, from: 1))) }
            attach(found, to: &posts)
            return posts
        }

        func insert(_ post: HandPost) throws -> Int {
            bind(post, to: insert, at: 0)
            try insert.run { _ in }
            return insert.insertedKey
        }

        func insert(_ posts: [HandPost]) throws -> [Int] {
            mysql_query(handle, "BEGIN")
            var keys: [Int] = []
            for start in stride(from: 0, to: posts.count, by: 1_000) {
                for row in 0..<1_000 { bind(posts[start + row], to: many, at: row * 6) }
                try many.run { _ in }
                keys += many.insertedKey..<many.insertedKey + 1_000
            }
            mysql_query(handle, "COMMIT")
            return keys
        }

        func update(_ id: Int, title: String) throws -> Int {
            update.bind(0, title)
            update.bind(1, HandDate.text(.now))
            update.bind(2, id)
            try update.run { _ in }
            return update.rowsAffected
        }

        private func bind(_ post: HandPost, to statement: HandMySQLStatement, at place: Int) {
            statement.bind(place, post.title)
            statement.bind(place + 1, post.content)
            statement.bind(place + 2, post.status.rawValue)
            statement.bind(place + 3, post.userId)
            statement.bind(place + 4, HandDate.text(post.createdAt))
            statement.bind(place + 5, HandDate.text(post.updatedAt))
        }
    }

    /// A statement with memory for its values and for one row, 1,024 bytes a cell.
    private final class HandMySQLStatement: HandCells {
        private static let room = 1_024

        private let handle: UnsafeMutablePointer<MYSQL_STMT>
        private let values: UnsafeMutableBufferPointer<MYSQL_BIND>
        private let cells: UnsafeMutableBufferPointer<MYSQL_BIND>
        private let valueBytes, cellBytes: UnsafeMutablePointer<UInt8>
        private let lengths: UnsafeMutablePointer<UInt>
        private let nulls: UnsafeMutablePointer<my_bool>

        init(_ connection: UnsafeMutablePointer<MYSQL>, _ sql: String) throws {
            guard let handle = mysql_stmt_init(connection) else { throw Problem("no memory") }
            guard mysql_stmt_prepare(handle, sql, UInt(sql.utf8.count)) == 0 else {
                throw Problem(String(cString: mysql_stmt_error(handle)))
            }
            self.handle = handle
            values = .allocate(capacity: Int(mysql_stmt_param_count(handle)))
            cells = .allocate(capacity: Int(mysql_stmt_field_count(handle)))
            values.initialize(repeating: MYSQL_BIND())
            cells.initialize(repeating: MYSQL_BIND())
            valueBytes = .allocate(capacity: max(1, values.count) * Self.room)
            cellBytes = .allocate(capacity: max(1, cells.count) * Self.room)
            lengths = .allocate(capacity: max(1, cells.count))
            nulls = .allocate(capacity: max(1, cells.count))
            for place in values.indices { values[place].buffer = .init(valueBytes + place * Self.room) }
            prepareCells()
        }

        private func prepareCells() {
            guard let columns = mysql_stmt_result_metadata(handle) else { return }
            for place in cells.indices {
                let type = mysql_fetch_field_direct(columns, UInt32(place)).pointee.type
                switch type {
                case MYSQL_TYPE_LONG, MYSQL_TYPE_TINY, MYSQL_TYPE_LONGLONG:
                    cells[place].buffer_type = MYSQL_TYPE_LONGLONG
                case MYSQL_TYPE_DATETIME: cells[place].buffer_type = MYSQL_TYPE_DATETIME
                default: cells[place].buffer_type = MYSQL_TYPE_STRING
                }
                cells[place].buffer = .init(cellBytes + place * Self.room)
                cells[place].buffer_length = UInt(Self.room)
                cells[place].length = lengths + place
                cells[place].is_null = nulls + place
            }
            mysql_free_result(columns)
        }

        func bind(_ place: Int, _ number: Int) {
            values[place].buffer_type = MYSQL_TYPE_LONGLONG
            UnsafeMutableRawPointer(valueBytes + place * Self.room).storeBytes(of: Int64(number), as: Int64.self)
        }

        func bind(_ place: Int, _ text: String) {
            var text = text
            values[place].buffer_type = MYSQL_TYPE_STRING
            text.withUTF8 { bytes in
                (valueBytes + place * Self.room).update(from: bytes.baseAddress!, count: min(bytes.count, Self.room))
                values[place].buffer_length = UInt(bytes.count)
            }
        }

        func run(_ body: (HandMySQLStatement) -> Void) throws {
            mysql_stmt_bind_param(handle, values.baseAddress)
            guard mysql_stmt_execute(handle) == 0 else { throw Problem(String(cString: mysql_stmt_error(handle))) }
            guard !cells.isEmpty else { return }
            mysql_stmt_bind_result(handle, cells.baseAddress)
            mysql_stmt_store_result(handle)
            while mysql_stmt_fetch(handle) == 0 { body(self) }
            mysql_stmt_free_result(handle)
        }

        var insertedKey: Int { Int(mysql_stmt_insert_id(handle)) }
        var rowsAffected: Int { Int(mysql_stmt_affected_rows(handle)) }

        private func bytes(_ column: Int) -> UnsafeMutableRawPointer { .init(cellBytes + column * Self.room) }

        func int(_ column: Int) -> Int { Int(bytes(column).load(as: Int64.self)) }
        func bool(_ column: Int) -> Bool { bytes(column).load(as: Int64.self) != 0 }
        func isNull(_ column: Int) -> Bool { nulls[column] != 0 }

        func text(_ column: Int) -> String {
            String(decoding: UnsafeRawBufferPointer(start: bytes(column), count: Int(lengths[column])), as: UTF8.self)
        }

        func date(_ column: Int) -> Date {
            let time = bytes(column).load(as: MYSQL_TIME.self)
            return HandDate.date(
                Int(time.year), Int(time.month), Int(time.day),
                seconds: Int(time.hour) * 3_600 + Int(time.minute) * 60 + Int(time.second),
                milliseconds: Int(time.second_part) / 1_000)
        }
    }
#endif
