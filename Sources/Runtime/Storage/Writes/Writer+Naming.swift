extension Writer {
    /// Refuses values that their columns cannot hold, and gives the columns of errors their attributes' names.
    ///
    /// - Parameter others: the rows that are written by the same statement, where there are several.
    func naming<R>(_ draft: Draft, among others: [Draft] = [], _ body: () throws -> R) throws -> R {
        try draft.requireFit()
        do {
            return try body()
        } catch {
            throw named(error, draft, others)
        }
    }

    private func named(_ error: any Error, _ draft: Draft, _ others: [Draft]) -> any Error {
        let table = draft.table
        func attribute(_ column: String) -> String {
            table.attributes.first { $0.field == column }?.name ?? column
        }
        switch error {
        case var error as UniqueConstraintError where error.table ?? table.name == table.name:
            error.columns = error.columns.map(attribute)
            error.text = table.uniqueMessage(of: error.columns)
            return error
        case var error as NotNullConstraintError where error.table ?? table.name == table.name:
            error.column = attribute(error.column)
            return error
        case var error as ValueTooLongError where error.table ?? table.name == table.name:
            error.column = error.column.map(attribute)
            return error
        case var error as CheckConstraintError:
            error.columns =
                error.columns.isEmpty
                ? table.attributes(namedIn: error.constraint) : error.columns.map(attribute)
            return error
        case var error as ForeignKeyConstraintError where error.table ?? table.name == table.name:
            error.table = table.name
            error.columns = error.columns.map(attribute)
            if error.columns.isEmpty { error.columns = table.attributes(namedIn: error.constraint ?? "") }
            if error.columns.isEmpty { error.columns = danglingKeys(others.isEmpty ? [draft] : others) }
            return error
        case var error as ValueError:
            error.model = error.model ?? table.model
            error.column = error.column.map(attribute) ?? refused(error.kind, draft)
            return error
        default: return error
        }
    }

    /// The attribute whose value the engine cannot keep.
    private func refused(_ kind: ValueKind, _ draft: Draft) -> String? {
        let suspects = draft.columns.filter { draft.values[$0].kind == kind }
        // One alone need not be looked at, and may be very long.
        let found =
            suspects.count == 1
            ? suspects.first
            : suspects.first { index in
                do {
                    _ = try dialect.literal(draft.values[index])
                    return false
                } catch {
                    return true
                }
            }
        return found.map { draft.table.attributes[$0].name }
    }
}

extension TableDefinition {
    /// The attributes that a constraint's name mentions, or the expression that stands in its place:
    /// `posts_userId_fkey`, `views >= 0`.
    fileprivate func attributes(namedIn constraint: String) -> [String] {
        // what stands in quotes is no name
        let text = constraint.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
        var words = Self.words(text)
        if words.starts(with: Self.words(name)) { words.removeFirst(Self.words(name).count) }
        // the longest first, for one name may be a part of another
        let found = attributes.sorted { $0.field.utf8.count > $1.field.utf8.count }.filter { attribute in
            let places = words.ranges(of: Self.words(attribute.field))
            for place in places { words.replaceSubrange(place, with: repeatElement("", count: place.count)) }
            return !places.isEmpty
        }
        return attributes.map(\.name).filter { name in found.contains { $0.name == name } }
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber) }
    }
}
