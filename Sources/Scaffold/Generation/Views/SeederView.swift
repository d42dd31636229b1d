extension View {
    /// `Seeders/20261120093500-demo.swift`; without rows an empty skeleton.
    static func seeder(_ seeder: PlannedSeeder) -> View {
        [
            "type": seeder.name.typeName,
            "name": SwiftText.literal(seeder.name.text),
            "inserts": seeder.tables.map { table -> View in
                [
                    "table": SwiftText.literal(table.table),
                    "rows": table.rows.map(\.asDictionary).joinedInLines,
                ]
            },
            "deletes": seeder.tables.reversed().flatMap { table in
                table.conditions.map { ["table": SwiftText.literal(table.table), "condition": $0] as View }
            },
        ]
    }
}

extension PlannedSeeder.Rows {
    /// What names the rows: all at once by a key of one column, one by one where it has several, since the values of
    /// several columns taken apart would also name rows that mix them.
    fileprivate var conditions: [String] {
        if keys.allSatisfy({ $0.count == 1 }), let column = keys.first?.first?.column {
            let values = keys.flatMap { $0.map(\.value) }
            return ["[\(SwiftText.literal(column)): [\(values.joined(separator: ", "))]]"]
        }
        return keys.map(\.asDictionary)
    }
}

extension [PlannedSeeder.Cell] {
    /// `["row": "A1", "number": 1]`.
    fileprivate var asDictionary: String {
        "[" + map { "\(SwiftText.literal($0.column)): \($0.value)" }.joined(separator: ", ") + "]"
    }
}

extension [String] {
    /// Each with whether a comma follows: a list of one has none.
    fileprivate var joinedInLines: [View] {
        map { ["row": $0, "comma": count > 1 ? "," : ""] }
    }
}
