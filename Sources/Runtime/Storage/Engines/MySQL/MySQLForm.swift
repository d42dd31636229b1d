#if MySQL
    import CMySQL

    /// How a column's cells are written in the protocol.
    enum MySQLForm: Sendable, Hashable {
        case integer(bytes: UInt8, isSigned: Bool)
        case float
        case double
        case decimal
        case text
        case blob
        case bits
        case date
        case dateTime
        case time
        case null

        init(_ field: MYSQL_FIELD) {
            let isSigned = field.flags & UInt32(UNSIGNED_FLAG) == 0
            self =
                switch field.type {
                case MYSQL_TYPE_TINY: .integer(bytes: 1, isSigned: isSigned)
                case MYSQL_TYPE_SHORT: .integer(bytes: 2, isSigned: isSigned)
                case MYSQL_TYPE_YEAR: .integer(bytes: 2, isSigned: false)
                case MYSQL_TYPE_LONG, MYSQL_TYPE_INT24: .integer(bytes: 4, isSigned: isSigned)
                case MYSQL_TYPE_LONGLONG: .integer(bytes: 8, isSigned: isSigned)
                case MYSQL_TYPE_FLOAT: .float
                case MYSQL_TYPE_DOUBLE: .double
                case MYSQL_TYPE_DECIMAL, MYSQL_TYPE_NEWDECIMAL: .decimal
                case MYSQL_TYPE_BIT: .bits
                case MYSQL_TYPE_DATE, MYSQL_TYPE_NEWDATE: .date
                case MYSQL_TYPE_DATETIME, MYSQL_TYPE_TIMESTAMP: .dateTime
                case MYSQL_TYPE_TIME: .time
                case MYSQL_TYPE_NULL: .null
                case MYSQL_TYPE_JSON: .text
                case MYSQL_TYPE_GEOMETRY: .blob
                // A text in no character set is bytes.
                default: field.charsetnr == Self.binary ? .blob : .text
                }
        }

        private static let binary: UInt32 = 63

        /// What sort of value such a cell is.
        var kind: ValueKind {
            switch self {
            case .integer, .bits: .integer
            case .float, .double: .double
            case .decimal: .decimal
            case .text: .text
            case .blob: .blob
            case .date: .dateOnly
            case .dateTime: .date
            case .time: .time
            case .null: .null
            }
        }
    }
#endif
