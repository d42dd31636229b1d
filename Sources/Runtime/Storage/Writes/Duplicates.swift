/// What `bulkCreate` does about rows that are there already.
struct Duplicates<M: Model>: Sendable {
    private let conflict: [Int]
    private let updated: [Int]

    /// - Throws: ``QueryError`` when the options contradict each other, name no key, or would change what is immutable.
    init(
        _ models: [M], update: [PartialKeyPath<M.Columns>], conflict: [PartialKeyPath<M.Columns>], ignore: Bool
    ) throws {
        guard update.isEmpty || !ignore else {
            throw QueryError("updateOnDuplicate and ignoreDuplicates contradict each other: say one of them")
        }
        var columns = try update.map(M.position)
        if let fixed = columns.first(where: M.validations.isImmutable) {
            throw QueryError(
                "\(M.table.model).\(M.table.attributes[fixed].name) is immutable: leave it out of updateOnDuplicate")
        }
        // it is counted, whatever the rows hold
        columns.removeAll { $0 == M.table.version }
        if !columns.isEmpty {
            for (index, attribute) in M.table.attributes.enumerated()
            where attribute.timestamp == .updatedAt && !columns.contains(index) { columns.append(index) }
        }
        updated = columns
        self.conflict = try conflict.isEmpty ? Self.standardConflict(models) : conflict.map(M.position)
    }

    private static func standardConflict(_ models: [M]) throws -> [Int] {
        let table = M.table
        let isCounted = table.counted.map { counted in
            models.contains { $0.encoded[counted] == .integer(0) }
        }
        if isCounted != true, !table.primaryKey.isEmpty { return table.primaryKey }
        let unique = table.attributes.indices.filter { table.attributes[$0].unique }
        guard unique.count == 1 else {
            throw QueryError(
                "\(table.model) has \(unique.count) unique attributes: say by `conflict: [\\.…]` what makes a row a duplicate"
            )
        }
        return unique
    }

    /// Inserts the rows, and reads back what stands there then.
    func insert(_ drafts: [Draft], _ writer: Writer) throws -> [M] {
        guard !drafts.isEmpty else { return [] }
        try writer.insert(drafts, conflict: conflict, updating: updated)
        func key(_ row: [Value]) -> [Value] { conflict.map { row[$0] } }
        var found: [[Value]: [Value]] = [:]
        let size = max(1, writer.dialect.maximumValues / (2 * max(1, conflict.count)))
        for start in stride(from: 0, to: drafts.count, by: size) {
            let chunk = drafts[start..<min(start + size, drafts.count)]
            let keys = chunk.map { draft in conflict.map { Clause.comparison($0, .equal, draft.values[$0]) } }
            let condition: Clause =
                conflict.count == 1
                ? .list(conflict[0], chunk.map { $0.values[conflict[0]] }, isNegated: false)
                : .or(keys.map { .and($0) })
            for row in try writer.rows(M.table, where: condition) { found[key(row)] = row }
        }
        return try drafts.compactMap { draft in try found[key(draft.values)].map(M.from) }
    }
}

/// Any column, for lists of columns whose values differ in type.
protocol AnyColumn {
    var index: Int { get }
}

extension Column: AnyColumn {}

extension Model {
    /// The position of a column that is named without its type.
    ///
    /// - Throws: ``QueryError`` when the path leads to something else than a column.
    static func position(_ column: PartialKeyPath<Columns>) throws -> Int {
        guard let column = columns[keyPath: column] as? any AnyColumn else {
            throw QueryError("\(table.model): a path in a list of attributes leads to no column")
        }
        return column.index
    }
}
