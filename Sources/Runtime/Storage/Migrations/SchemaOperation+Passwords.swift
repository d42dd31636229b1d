import ScaffoldPasswords

extension [SchemaOperation] {
    /// The same with every password's hash in its place.
    func hashingPasswords() async throws -> [SchemaOperation] {
        var result: [SchemaOperation] = []
        result.reserveCapacity(count)
        for operation in self { result.append(try await operation.hashingPasswords()) }
        return result
    }
}

extension SchemaOperation {
    /// The same with every password's hash in its place. Hashing takes its time, so it is done before the database is
    /// held.
    func hashingPasswords() async throws -> SchemaOperation {
        switch self {
        case .bulkInsert(let table, let rows):
            return .bulkInsert(table: table, try await rows.hashingPasswords())
        case .bulkUpsert(let table, let rows, let conflict, let update):
            return .bulkUpsert(
                table: table, try await rows.hashingPasswords(), conflict: conflict, update: update)
        case .bulkUpdate(let table, let row, let condition):
            return .bulkUpdate(table: table, try await row.hashingPasswords(), condition)
        default:
            return self
        }
    }
}

extension [SeedRow] {
    fileprivate func hashingPasswords() async throws -> [SeedRow] {
        var hashed: [SeedRow] = []
        hashed.reserveCapacity(count)
        for row in self { hashed.append(try await row.hashingPasswords()) }
        return hashed
    }
}

extension SeedRow {
    fileprivate func hashingPasswords() async throws -> SeedRow {
        var row = self
        for index in row.cells.indices {
            guard case .password(let text) = row.cells[index].value else { continue }
            guard let hash = try await Password(text).hashed().hash else { throw PasswordError.unavailable }
            row.cells[index].value = .value(.text(hash))
        }
        return row
    }
}
