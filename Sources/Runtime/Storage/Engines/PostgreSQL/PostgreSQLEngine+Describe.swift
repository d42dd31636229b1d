#if PostgreSQL
    // What the database is like, by the server's catalog: the tables of the current schema, but for those that belong to
    // an extension.
    extension PostgreSQLEngine {
        func describe(_ connection: any Connection) throws -> [TableDescription] {
            let found = try connection.all(
                """
                SELECT c.relname, obj_description(c.oid, 'pg_class'), pg_get_partkeydef(c.oid),
                (SELECT conname FROM pg_catalog.pg_constraint WHERE conrelid = c.oid AND contype = 'p')
                FROM \(Self.tables)
                """
            ) { row in
                let (comment, parts): (String?, String?) = (try row[1], try row[2])
                return (name: try row[0] as String, comment: comment, parts: parts, key: try row[3] as String?)
            }
            var tables = TableCollector(found.map(\.name))
            for table in found {
                tables.with(table.name) {
                    $0.comment = table.comment
                    $0.options = table.parts.map { "PARTITION BY \($0)" }
                    $0.primaryKeyName = table.key.map(Self.name)
                }
            }
            try addConstraints(to: &tables, connection)
            try addColumns(to: &tables, connection)
            try addIndexes(to: &tables, connection)
            try addForeignKeys(to: &tables, connection)
            try addTriggers(to: &tables, connection)
            return tables.finished()
        }

        func views(_ connection: any Connection) throws -> [ViewDescription] {
            let sql = """
                SELECT c.relname, pg_get_viewdef(c.oid) FROM pg_catalog.pg_class AS c
                WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND c.relkind IN ('v', 'm')
                AND \(Self.isOwn("pg_class", "c")) ORDER BY 1
                """
            return try connection.all(sql) { ViewDescription(name: try $0[0], definition: try $0[1]) }
        }

        /// The tables, as `c` of a FROM.
        private static let tables = """
            (SELECT * FROM pg_catalog.pg_class AS own
            WHERE own.relnamespace = to_regnamespace(quote_ident(current_schema())) AND own.relkind IN ('r', 'p')
            AND NOT own.relispartition AND \(isOwn("pg_class", "own"))) AS c
            """

        /// Whether no extension has it.
        private static func isOwn(_ catalog: String, _ alias: String) -> String {
            """
            NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend AS d WHERE d.classid = 'pg_catalog.\(catalog)'::regclass
            AND d.objid = \(alias).oid AND d.deptype = 'e')
            """
        }

        /// `posts_userId_fkey`, a number behind it where the name was taken, is a name that the server made.
        private static func name(_ text: String) -> ConstraintName {
            let stem = String(text.reversed().drop { ("0"..."9").contains($0) }.reversed())
            return ConstraintName(
                text, isGiven: !["_key", "_fkey", "_check", "_pkey", "_excl"].contains { stem.hasSuffix($0) })
        }
    }

    extension PostgreSQLEngine {
        private func addConstraints(to tables: inout TableCollector, _ connection: any Connection) throws {
            let sql = """
                SELECT c.relname, k.conname, k.contype::text, pg_get_constraintdef(k.oid),
                pg_get_expr(k.conbin, k.conrelid), k.convalidated
                FROM \(Self.tables) INNER JOIN pg_catalog.pg_constraint AS k ON k.conrelid = c.oid
                WHERE k.contype IN ('c', 'x')
                """
            try connection.query(sql, Values()) { row in
                let definition: String = try row[3]
                let expression: String = try row[4] ?? definition
                let isValidated: Bool = try row[5]
                let check = CheckDescription(
                    name: Self.name(try row[1]), expression: expression + (isValidated ? "" : " NOT VALID"),
                    values: ConditionText.list(in: expression))
                tables.with(try row[0]) { $0.checks.append(check) }
            }
        }

        private func addColumns(to tables: inout TableCollector, _ connection: any Connection) throws {
            let labels = try enumerations(connection)
            let sql = """
                SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity::text,
                a.attgenerated::text, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum), l.collname,
                a.atttypid::int8, format_type(nullif(t.typbasetype, 0), t.typtypmod)
                FROM \(Self.tables) INNER JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
                INNER JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
                LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
                LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
                WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum
                """
            try connection.query(sql, Values()) { row in
                var column = ColumnDescription(
                    name: try row[1], nativeType: try row[2], allowNull: try !(row[3] as Bool))
                let identity: String = try row[4]
                let generation: String = try row[5]
                let value: String? = try row[6]
                column.comment = try row[7]
                column.collation = try row[8]
                let guess = PostgreSQLColumnGuess(labels: labels[try row[9]], domain: try row[10])
                if generation.isEmpty {
                    column.nativeDefault = value
                } else {
                    column.generated = "\(value ?? "") \(generation == "s" ? "STORED" : "VIRTUAL")"
                }
                if !identity.isEmpty { column.counter = "\(identity == "a" ? "ALWAYS" : "BY DEFAULT") AS IDENTITY" }
                tables.with(try row[0]) { table in
                    guess.complete(&column, lists: table.checks.compactMap(\.values))
                    table.columns.append(column)
                }
            }
        }

        /// The values of types that are enumerations.
        private func enumerations(_ connection: any Connection) throws -> [Int64: [String]] {
            var labels: [Int64: [String]] = [:]
            let sql = "SELECT enumtypid::int8, enumlabel FROM pg_catalog.pg_enum ORDER BY enumtypid, enumsortorder"
            try connection.query(sql, Values()) { labels[try $0[0], default: []].append(try $0[1]) }
            return labels
        }

        /// A row for each column of each index, the primary key's included.
        private func addIndexes(to tables: inout TableCollector, _ connection: any Connection) throws {
            let sql = """
                SELECT c.relname, x.relname, i.indisprimary, i.indisunique, k.oid IS NOT NULL, m.amname,
                pg_get_expr(i.indpred, i.indrelid), a.attname, pg_get_indexdef(i.indexrelid, n, true),
                n > i.indnkeyatts, CASE WHEN n > i.indnkeyatts THEN 0 ELSE i.indoption[n - 1] END,
                CASE WHEN o.opcdefault THEN NULL ELSE o.opcname END, l.collname, i.indisvalid
                FROM \(Self.tables) INNER JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid
                INNER JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
                INNER JOIN pg_catalog.pg_am AS m ON m.oid = x.relam
                CROSS JOIN LATERAL generate_series(1, i.indnatts) AS n
                LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[n - 1] AND a.attnum > 0
                LEFT JOIN pg_catalog.pg_constraint AS k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_catalog.pg_opclass AS o ON n <= i.indnkeyatts AND o.oid = i.indclass[n - 1]
                LEFT JOIN pg_catalog.pg_collation AS l ON n <= i.indnkeyatts AND l.oid = i.indcollation[n - 1]
                AND l.oid <> coalesce(a.attcollation, 100)
                ORDER BY c.relname, x.relname, n
                """
            try connection.query(sql, Values()) { row in
                let (name, isPrimary): (String, Bool) = (try row[1], try row[2])
                let (isUnique, isConstraint, method): (Bool, Bool, String) = (try row[3], try row[4], try row[5])
                let (condition, column): (String?, String?) = (try row[6], try row[7])
                let isIncluded: Bool = try row[9]
                let field = try Self.field(row)
                let isValid: Bool = try row[13]
                tables.with(try row[0]) { table in
                    guard !isPrimary else {
                        if !isIncluded { table.primaryKey.append(column ?? "") }
                        return
                    }
                    if table.indexes.last?.name.text != name {
                        // The server names the indexes of constraints; it names no others by itself but on request.
                        let name = isConstraint ? Self.name(name) : ConstraintName(name)
                        var index = IndexDescription(name: name, unique: isUnique)
                        index.isConstraint = isConstraint
                        index.method = isValid ? method : "\(method) INVALID"
                        index.condition = condition
                        index.values = condition.flatMap(ConditionText.values)
                        table.indexes.append(index)
                    }
                    let place = table.indexes.count - 1
                    if isIncluded {
                        table.indexes[place].included.append(column ?? "")
                    } else {
                        table.indexes[place].fields.append(field)
                    }
                }
            }
        }

        private static func field(_ row: Row) throws -> IndexDescription.Field {
            var field = IndexDescription.Field(column: try row[7])
            if field.column == nil { field.expression = try row[8] }
            let option: Int = try row[10]
            field.descending = option & 1 != 0
            let nullsAreFirst = option & 2 != 0
            var words: [String] = []
            if let collation: String = try row[12] { words.append("COLLATE \(collation)") }
            if let operators: String = try row[11] { words.append(operators) }
            if nullsAreFirst != field.descending { words.append(nullsAreFirst ? "NULLS FIRST" : "NULLS LAST") }
            field.options = words.isEmpty ? nil : words.joined(separator: " ")
            return field
        }

        private func addForeignKeys(to tables: inout TableCollector, _ connection: any Connection) throws {
            let sql = """
                SELECT c.relname, k.conname, a.attname, p.relname, b.attname, k.confdeltype::text, k.confupdtype::text,
                k.condeferrable, k.condeferred, k.convalidated, n = 1
                FROM \(Self.tables) INNER JOIN pg_catalog.pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'f'
                INNER JOIN pg_catalog.pg_class AS p ON p.oid = k.confrelid
                CROSS JOIN LATERAL generate_series(1, cardinality(k.conkey)) AS n
                INNER JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[n]
                INNER JOIN pg_catalog.pg_attribute AS b ON b.attrelid = p.oid AND b.attnum = k.confkey[n]
                ORDER BY c.relname, k.conname, n
                """
            try connection.query(sql, Values()) { row in
                var options: [String] = []
                if try row[7] { options.append("DEFERRABLE\(try row[8] ? " INITIALLY DEFERRED" : "")") }
                if try !(row[9] as Bool) { options.append("NOT VALID") }
                let key = ForeignKeyDescription(
                    name: Self.name(try row[1]), columns: [], table: try row[3], keys: [],
                    onDelete: Self.action(try row[5]), onUpdate: Self.action(try row[6]),
                    options: options.isEmpty ? nil : options.joined(separator: " "))
                let (column, other, isFirst): (String, String, Bool) = (try row[2], try row[4], try row[10])
                tables.with(try row[0]) { table in
                    if isFirst { table.foreignKeys.append(key) }
                    table.foreignKeys[table.foreignKeys.count - 1].columns.append(column)
                    table.foreignKeys[table.foreignKeys.count - 1].keys.append(other)
                }
            }
        }

        private static func action(_ letter: String) -> ReferentialAction {
            switch letter {
            case "c": .cascade
            case "n": .setNull
            case "d": .setDefault
            case "r": .restrict
            default: .noAction
            }
        }

        private func addTriggers(to tables: inout TableCollector, _ connection: any Connection) throws {
            let sql = """
                SELECT c.relname, g.tgname, pg_get_triggerdef(g.oid) FROM \(Self.tables)
                INNER JOIN pg_catalog.pg_trigger AS g ON g.tgrelid = c.oid WHERE NOT g.tgisinternal
                """
            try connection.query(sql, Values()) { row in
                let trigger = TriggerDescription(name: try row[1], definition: try row[2])
                tables.with(try row[0]) { $0.triggers.append(trigger) }
            }
        }
    }
#endif
