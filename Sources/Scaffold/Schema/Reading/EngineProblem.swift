extension Schema {
    /// Why commands refuse the schema's engine, at the place that names it; nil for one that is there.
    ///
    /// The schema itself is read all the same: it is right, only this version cannot serve it.
    var engineProblem: Diagnostic? {
        guard database != .sqlite else { return nil }
        return Diagnostic(
            message: "the database '\(database.rawValue)' is not there yet", position: databasePosition,
            suggestion: "write 'database: sqlite'")
    }
}
