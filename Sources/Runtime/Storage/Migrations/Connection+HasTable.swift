extension Connection {
    func hasTable(_ name: String, _ dialect: any Dialect) throws -> Bool {
        try first(dialect.tableExists, [.text(name)]) { _ in true } ?? false
    }
}
