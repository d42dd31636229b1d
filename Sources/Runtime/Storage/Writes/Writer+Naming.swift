extension Writer {
    /// Refuses values that their columns cannot hold, and gives the columns of errors their attributes' names.
    func naming<R>(_ draft: Draft, _ body: () throws -> R) throws -> R {
        try draft.requireFit()
        do {
            return try body()
        } catch {
            throw named(error, draft)
        }
    }

    private func named(_ error: any Error, _ draft: Draft) -> any Error {
        let table = draft.table
        func attribute(_ column: String) -> String {
            table.attributes.first { $0.field == column }?.name ?? column
        }
        switch error {
        case var error as UniqueConstraintError where error.table ?? table.name == table.name:
            error.columns = error.columns.map(attribute)
            return error
        case var error as NotNullConstraintError where error.table ?? table.name == table.name:
            error.column = attribute(error.column)
            return error
        case var error as ValueTooLongError where error.table ?? table.name == table.name:
            error.column = error.column.map(attribute)
            return error
        case var error as CheckConstraintError:
            error.column = error.column.map(attribute) ?? table.attribute(ofCheck: error.constraint)
            return error
        case var error as ForeignKeyConstraintError:
            error.table = error.table ?? table.name
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
    /// The attribute that a CHECK is about: by the name that an enum's has, or because its expression names no other.
    fileprivate func attribute(ofCheck constraint: String) -> String? {
        // that of JSON has no other name on MariaDB than the column's
        let named = attributes.first { attribute in
            ["\(name)_\(attribute.field)_check", "\(name).\(attribute.field)", attribute.field].contains(constraint)
        }
        if let named { return named.name }
        let words = Set(constraint.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        let mentioned = attributes.filter { words.contains($0.field) }
        return mentioned.count == 1 ? mentioned.first?.name : nil
    }
}
