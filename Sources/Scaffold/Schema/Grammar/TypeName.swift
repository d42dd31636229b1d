/// The names of the schema language's types, as they are written.
enum TypeName: String, CaseIterable, Sendable {
    case string, text, char
    case smallint, integer, bigint, float, double, decimal
    case boolean, date, dateonly, time, uuid
    case `enum`, json, blob, array, password, virtual

    /// Reads a name in any case: `String`, `DATEONLY`.
    init?(anyCase name: String) { self.init(rawValue: name.lowercased()) }

    /// The type of ours that stands nearest to a name of Sequelize, of a database or of another framework.
    static func suggestion(for name: String) -> String? {
        let lowered = name.lowercased()
        if let known = elsewhere[lowered] { return known }
        if lowered.hasSuffix("[]") {
            return "array(\(TypeName(anyCase: String(lowered.dropLast(2)))?.rawValue ?? "string"))"
        }
        return nearest(lowered, among: allCases.map(\.rawValue))
    }

    /// What other places call them. Types of Sequelize that we do not have are listed with the nearest that we have.
    private static let elsewhere: [String: String] = [
        "int": "integer", "int2": "smallint", "int4": "integer", "int8": "bigint", "mediumint": "integer",
        "tinyint": "smallint", "short": "smallint", "long": "bigint", "number": "integer", "serial": "integer",
        "bigserial": "bigint", "real": "float", "numeric": "decimal", "money": "decimal", "currency": "decimal",
        "bool": "boolean", "bit": "boolean", "datetime": "date", "timestamp": "date", "timestamptz": "date",
        "day": "dateonly", "interval": "integer", "duration": "integer", "varchar": "string", "nvarchar": "string",
        "character": "char", "citext": "string", "tinytext": "text", "mediumtext": "text", "longtext": "text",
        "clob": "text", "tsvector": "text", "xml": "text", "str": "string", "email": "string", "url": "string",
        "cidr": "string", "inet": "string", "macaddr": "string", "macaddr8": "string", "uuidv1": "uuid",
        "uuidv4": "uuid", "uuidv7": "uuid", "guid": "uuid", "jsonb": "json", "object": "json", "hstore": "json",
        "map": "json", "range": "json", "geometry": "json", "geography": "json", "point": "json", "bytea": "blob",
        "binary": "blob", "varbinary": "blob", "bytes": "blob", "data": "blob", "file": "blob", "list": "array",
        "set": "array", "now": "date", "abstract": "string",
    ]
}
