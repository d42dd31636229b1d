import ScaffoldStorage

/// How a parameter of a list compares: `?createdAt[gte]=…`. Without one it is `eq`.
enum FilterOperator: String, CaseIterable, Sendable {
    case eq, ne, gt, gte, lt, lte, `in`, like, null

    /// The operators of a column; none for one that no list can be filtered by.
    static func operators(of attribute: TableDefinition.Attribute) -> [FilterOperator] {
        let compared = compared(attribute)
        return compared.isEmpty || !attribute.allowNull ? compared : compared + [.null]
    }

    private static func compared(_ attribute: TableDefinition.Attribute) -> [FilterOperator] {
        guard attribute.numbers == nil else { return [.eq, .ne, .in] }
        switch attribute.type {
        case .string, .text, .char: return [.eq, .ne, .in, .like]
        case .smallint, .integer, .bigint, .float, .double, .decimal, .date, .dateonly, .time:
            return [.eq, .ne, .gt, .gte, .lt, .lte, .in]
        case .boolean: return [.eq, .ne]
        case .uuid, .enumeration: return [.eq, .ne, .in]
        case .json, .blob, .password: return []
        }
    }

    /// What the rows have, said of a parameter: `status is one of these`.
    var summary: String {
        switch self {
        case .eq: "is this"
        case .ne: "is something else than this"
        case .gt: "is more than this"
        case .gte: "is at least this"
        case .lt: "is less than this"
        case .lte: "is at most this"
        case .in: "is one of these"
        case .like: "has this in it, in either case"
        case .null: "is null, or is not"
        }
    }
}
