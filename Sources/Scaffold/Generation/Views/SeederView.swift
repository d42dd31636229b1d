extension View {
    /// `Seeders/20261120093500-demo.swift`; without rows an empty skeleton.
    static func seeder(_ seeder: PlannedSeeder) -> View {
        [
            "type": seeder.name.typeName,
            "name": SwiftText.literal(seeder.name.text),
            "inserts": seeder.tables.map { table -> View in
                [
                    "table": SwiftText.literal(table.table),
                    "rows": table.rows.map { row in
                        "[" + row.map { "\(SwiftText.literal($0.column)): \($0.value)" }.joined(separator: ", ") + "]"
                    }.joinedInLines,
                ]
            },
            "deletes": seeder.tables.reversed().map { table -> View in
                [
                    "table": SwiftText.literal(table.table),
                    "condition": "[\(SwiftText.literal(table.key)): [\(table.keyValues.joined(separator: ", "))]]",
                ]
            },
        ]
    }
}

extension [String] {
    /// Each with whether a comma follows: a list of one has none.
    fileprivate var joinedInLines: [View] {
        map { ["row": $0, "comma": count > 1 ? "," : ""] }
    }
}
