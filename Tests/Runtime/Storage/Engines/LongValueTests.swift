import CSQLite
import Testing

@testable import ScaffoldStorage

/// Values longer than an engine takes, with limits that a test can afford.
@Suite struct LongValueTests {
    @Test func `SQLite says how many bytes it takes, before a copy is made`() throws {
        var handle: OpaquePointer?
        #expect(sqlite3_open(":memory:", &handle) == SQLITE_OK)
        let connection = try #require(handle)
        defer { sqlite3_close_v2(connection) }
        sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 1000)
        let statement = try SQLiteStatement(connection, "SELECT ?")
        for value in [Value.text(String(repeating: "ü", count: 501)), .blob([UInt8](repeating: 0, count: 1001))] {
            let error = #expect(throws: ValueError.self) { try statement.bind([value]) }
            #expect(error?.kind == value.kind)
            #expect(error?.reason.contains("1000") == true)
        }
        try statement.bind([.blob([UInt8](repeating: 0, count: 1000))])
    }

    #if PostgreSQL
        @Test func `PostgreSQL's limit holds for each value and for all of a statement`() throws {
            let parameters = PostgreSQLParameters(longest: 100)
            let types = [PostgreSQLType.bytea, PostgreSQLType.text]
            let (long, half) = (
                Value.blob([UInt8](repeating: 0, count: 101)), Value.text(String(repeating: "ü", count: 30))
            )
            try parameters.encode([.blob([1]), half], as: types)
            let error = #expect(throws: ValueError.self) { try parameters.encode([long, half], as: types) }
            #expect((error?.kind, error?.reason.contains("101")) == (.blob, true))
            let both = #expect(throws: ValueError.self) {
                try parameters.encode([.blob([UInt8](repeating: 0, count: 60)), half], as: types)
            }
            #expect(both?.kind == .text)
        }

        @Test func `a number too great for four bytes is not made infinite`() throws {
            let parameters = PostgreSQLParameters()
            try parameters.encode(
                [.double(1e38), .double(.infinity)], as: [PostgreSQLType.float4, PostgreSQLType.float4])
            #expect(throws: ValueError.self) {
                try parameters.encode([.double(1e39)], as: [PostgreSQLType.float4])
            }
        }
    #endif
}
