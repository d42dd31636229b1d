@testable import ScaffoldStorage

/// Sequelize's cases of column types (test/unit/sql/data-types.test.js), in our spelling.
enum SequelizeColumnTypeCases {
    // Why some are different:
    private static let bytes =
        "bytes are a blob"
    private static let version7 =
        "keys that tell time are UUIDs of version 7"
    private static let noType =
        "a default value and no type: `defaultValue: uuidv4`, `now`"
    private static let unsigned =
        "numbers have no UNSIGNED, ZEROFILL or display width: PostgreSQL and SQLite have none, MySQL 8 gives them up; `min: 0` checks"
    private static let reals =
        "no REAL: `float` or `double`; a precision has no use for them"
    private static let fractions =
        "numbers with a point have no precision, UNSIGNED or ZEROFILL: `decimal(p, s)` is exact, `min: 0` checks"
    private static let scale =
        "the scale is always written"
    private static let enums =
        "an enum is text, which every engine can change later"
    private static let blobs =
        "one size of blob, the largest"
    private static let arrays =
        "an array is JSON, which every engine has; arrays of PostgreSQL alone are not a type"

    static let all: [SequelizeCase<ColumnType>] = [
        .init(
            id: "x0163", question: "STRING", sequelize: ["default": "VARCHAR(255)"],
            input: .string),
        .init(
            id: "x0166", question: "STRING.BINARY",
            sequelize: ["default": "VARCHAR(255) BINARY", "sqlite": "VARCHAR BINARY(255)", "postgres": "BYTEA"],
            reason: bytes),
        .init(
            id: "x0168", question: "TEXT(\"tiny\")", sequelize: ["default": "TEXT", "mysql": "TINYTEXT"],
            input: .text),
        .init(
            id: "x0172", question: "CHAR(12)", sequelize: ["default": "CHAR(12)"],
            input: .char(12)),
        .init(
            id: "x0174", question: "CHAR.BINARY",
            sequelize: ["default": "CHAR(255) BINARY", "sqlite": "CHAR BINARY(255)", "postgres": "BYTEA"],
            reason: bytes),
        .init(
            id: "x0177", question: "DATE(6)",
            sequelize: ["sqlite": "DATETIME", "postgres": "TIMESTAMP WITH TIME ZONE", "mysql": "DATETIME(6)"],
            input: .date),
        .init(
            id: "x0178", question: "UUID",
            sequelize: ["sqlite": "UUID", "postgres": "UUID", "mysql": "CHAR(36) BINARY"],
            input: .uuid),
        .init(
            id: "x0179", question: "UUIDV1", sequelize: ["default": "UUIDV1"],
            reason: version7),
        .init(
            id: "x0180", question: "UUIDV4", sequelize: ["default": "UUIDV4"],
            reason: noType),
        .init(
            id: "x0181", question: "NOW", sequelize: ["default": "NOW"],
            reason: noType),
        .init(
            id: "x0182", question: "INTEGER", sequelize: ["default": "INTEGER"],
            input: .integer),
        .init(
            id: "x0184", question: "INTEGER.UNSIGNED.ZEROFILL",
            sequelize: ["default": "INTEGER UNSIGNED ZEROFILL", "sqlite": "INTEGER", "postgres": "INTEGER"],
            input: .integer,
            reason: unsigned),
        .init(
            id: "x0186", question: "INTEGER(11).UNSIGNED",
            sequelize: ["default": "INTEGER(11) UNSIGNED", "sqlite": "INTEGER(11)", "postgres": "INTEGER"],
            input: .integer, ours: ["sqlite": "INTEGER"],
            reason: unsigned),
        .init(
            id: "x0187", question: "INTEGER(11).UNSIGNED.ZEROFILL",
            sequelize: ["default": "INTEGER(11) UNSIGNED ZEROFILL", "sqlite": "INTEGER(11)", "postgres": "INTEGER"],
            input: .integer, ours: ["sqlite": "INTEGER"],
            reason: unsigned),
        .init(
            id: "x0188", question: "INTEGER(11).ZEROFILL",
            sequelize: ["default": "INTEGER(11) ZEROFILL", "sqlite": "INTEGER(11)", "postgres": "INTEGER"],
            input: .integer, ours: ["sqlite": "INTEGER"],
            reason: unsigned),
        .init(
            id: "x0189", question: "INTEGER(11).ZEROFILL.UNSIGNED",
            sequelize: ["default": "INTEGER(11) UNSIGNED ZEROFILL", "sqlite": "INTEGER(11)", "postgres": "INTEGER"],
            input: .integer, ours: ["sqlite": "INTEGER"],
            reason: unsigned),
        .init(
            id: "x0191", question: "BIGINT.UNSIGNED",
            sequelize: ["default": "BIGINT UNSIGNED", "sqlite": "BIGINT", "postgres": "BIGINT"],
            input: .bigint,
            reason: unsigned),
        .init(
            id: "x0192", question: "BIGINT.UNSIGNED.ZEROFILL",
            sequelize: ["default": "BIGINT UNSIGNED ZEROFILL", "sqlite": "BIGINT", "postgres": "BIGINT"],
            input: .bigint,
            reason: unsigned),
        .init(
            id: "x0196", question: "BIGINT(11).ZEROFILL",
            sequelize: ["default": "BIGINT(11) ZEROFILL", "sqlite": "BIGINT(11)", "postgres": "BIGINT"],
            input: .bigint, ours: ["sqlite": "BIGINT"],
            reason: unsigned),
        .init(
            id: "x0197", question: "BIGINT(11).ZEROFILL.UNSIGNED",
            sequelize: ["default": "BIGINT(11) UNSIGNED ZEROFILL", "sqlite": "BIGINT(11)", "postgres": "BIGINT"],
            input: .bigint, ours: ["sqlite": "BIGINT"],
            reason: unsigned),
        .init(
            id: "x0200", question: "REAL(11)", sequelize: ["default": "REAL(11)", "postgres": "REAL"],
            reason: reals),
        .init(
            id: "x0206", question: "REAL(11, 12).UNSIGNED",
            sequelize: ["default": "REAL(11,12) UNSIGNED", "sqlite": "REAL UNSIGNED(11,12)", "postgres": "REAL"],
            reason: reals),
        .init(
            id: "x0208", question: "REAL(11, 12).ZEROFILL",
            sequelize: ["default": "REAL(11,12) ZEROFILL", "sqlite": "REAL ZEROFILL(11,12)", "postgres": "REAL"],
            reason: reals),
        .init(
            id: "x0209", question: "REAL(11, 12).ZEROFILL.UNSIGNED",
            sequelize: [
                "default": "REAL(11,12) UNSIGNED ZEROFILL", "sqlite": "REAL UNSIGNED ZEROFILL(11,12)",
                "postgres": "REAL",
            ],
            reason: reals),
        .init(
            id: "x0211", question: "DOUBLE.UNSIGNED",
            sequelize: ["default": "DOUBLE PRECISION UNSIGNED", "postgres": "DOUBLE PRECISION"],
            input: .double, ours: ["sqlite": "DOUBLE PRECISION"],
            reason: fractions),
        .init(
            id: "x0212", question: "DOUBLE(11)",
            sequelize: ["default": "DOUBLE PRECISION(11)", "postgres": "DOUBLE PRECISION"],
            input: .double, ours: ["sqlite": "DOUBLE PRECISION"],
            reason: fractions),
        .init(
            id: "x0217", question: "DOUBLE(11, 12)",
            sequelize: ["default": "DOUBLE PRECISION(11,12)", "postgres": "DOUBLE PRECISION"],
            input: .double, ours: ["sqlite": "DOUBLE PRECISION"],
            reason: fractions),
        .init(
            id: "x0219", question: "DOUBLE(11, 12).UNSIGNED.ZEROFILL",
            sequelize: [
                "default": "DOUBLE PRECISION(11,12) UNSIGNED ZEROFILL",
                "sqlite": "DOUBLE PRECISION UNSIGNED ZEROFILL(11,12)", "postgres": "DOUBLE PRECISION",
            ],
            input: .double, ours: ["sqlite": "DOUBLE PRECISION"],
            reason: fractions),
        .init(
            id: "x0221", question: "DOUBLE(11, 12).ZEROFILL.UNSIGNED",
            sequelize: [
                "default": "DOUBLE PRECISION(11,12) UNSIGNED ZEROFILL",
                "sqlite": "DOUBLE PRECISION UNSIGNED ZEROFILL(11,12)", "postgres": "DOUBLE PRECISION",
            ],
            input: .double, ours: ["sqlite": "DOUBLE PRECISION"],
            reason: fractions),
        .init(
            id: "x0223", question: "FLOAT.UNSIGNED", sequelize: ["default": "FLOAT UNSIGNED", "postgres": "FLOAT"],
            input: .float, ours: ["sqlite": "FLOAT"],
            reason: fractions),
        .init(
            id: "x0225", question: "FLOAT(11).UNSIGNED",
            sequelize: ["default": "FLOAT(11) UNSIGNED", "sqlite": "FLOAT UNSIGNED(11)", "postgres": "FLOAT(11)"],
            input: .float, ours: ["sqlite": "FLOAT"],
            reason: fractions),
        .init(
            id: "x0227", question: "FLOAT(11).ZEROFILL",
            sequelize: ["default": "FLOAT(11) ZEROFILL", "sqlite": "FLOAT ZEROFILL(11)", "postgres": "FLOAT(11)"],
            input: .float, ours: ["sqlite": "FLOAT"],
            reason: fractions),
        .init(
            id: "x0230", question: "FLOAT(11, 12).UNSIGNED",
            sequelize: ["default": "FLOAT(11,12) UNSIGNED", "sqlite": "FLOAT UNSIGNED(11,12)", "postgres": "FLOAT"],
            input: .float, ours: ["sqlite": "FLOAT"],
            reason: fractions),
        .init(
            id: "x0231", question: "FLOAT(11, 12).UNSIGNED.ZEROFILL",
            sequelize: [
                "default": "FLOAT(11,12) UNSIGNED ZEROFILL", "sqlite": "FLOAT UNSIGNED ZEROFILL(11,12)",
                "postgres": "FLOAT",
            ],
            input: .float, ours: ["sqlite": "FLOAT"],
            reason: fractions),
        .init(
            id: "x0235", question: "NUMERIC(15,5)", sequelize: ["default": "DECIMAL(15,5)"],
            input: .decimal(15, 5)),
        .init(
            id: "x0238", question: "DECIMAL(10)", sequelize: ["default": "DECIMAL(10)"],
            input: .decimal(10), ours: ["sqlite": "DECIMAL(10,0)"],
            reason: scale),
        .init(
            id: "x0239", question: "DECIMAL.UNSIGNED", sequelize: ["default": "DECIMAL", "mysql": "DECIMAL UNSIGNED"],
            input: .decimal,
            reason: unsigned),
        .init(
            id: "x0240", question: "DECIMAL.UNSIGNED.ZEROFILL",
            sequelize: ["default": "DECIMAL", "mysql": "DECIMAL UNSIGNED ZEROFILL"],
            input: .decimal,
            reason: unsigned),
        .init(
            id: "x0241", question: "ENUM(\"value 1\", \"value 2\")", sequelize: ["default": "ENUM"],
            input: .enum("value 1", "value 2"), ours: ["sqlite": "TEXT"],
            reason: enums),
        .init(
            id: "x0243", question: "BLOB(\"tiny\")", sequelize: ["default": "TINYBLOB", "postgres": "BYTEA"],
            input: .blob, ours: ["sqlite": "BLOB"],
            reason: blobs),
        .init(
            id: "x0244", question: "BLOB(\"medium\")", sequelize: ["default": "MEDIUMBLOB", "postgres": "BYTEA"],
            input: .blob, ours: ["sqlite": "BLOB"],
            reason: blobs),
        .init(
            id: "x0245", question: "BLOB(\"long\")", sequelize: ["default": "LONGBLOB", "postgres": "BYTEA"],
            input: .blob, ours: ["sqlite": "BLOB"],
            reason: blobs),
        .init(
            id: "x0248", question: "ARRAY(INTEGER)", sequelize: ["postgres": "INTEGER[]"],
            reason: arrays),
        .init(
            id: "x0249", question: "ARRAY(HSTORE)", sequelize: ["postgres": "HSTORE[]"],
            reason: arrays),
        .init(
            id: "x0250", question: "ARRAY(ARRAY(VARCHAR(255)))", sequelize: ["postgres": "VARCHAR(255)[][]"],
            reason: arrays),
        .init(
            id: "x0251", question: "ARRAY(TEXT)", sequelize: ["postgres": "TEXT[]"],
            reason: arrays),
        .init(
            id: "x0252", question: "ARRAY(DATE)", sequelize: ["postgres": "TIMESTAMP WITH TIME ZONE[]"],
            reason: arrays),
        .init(
            id: "x0253", question: "ARRAY(BOOLEAN)", sequelize: ["postgres": "BOOLEAN[]"],
            reason: arrays),
        .init(
            id: "x0256", question: "ARRAY(DECIMAL(6,4))", sequelize: ["postgres": "DECIMAL(6,4)[]"],
            reason: arrays),
        .init(
            id: "x0261", question: "ARRAY(CITEXT)", sequelize: ["postgres": "CITEXT[]"],
            reason: arrays),
    ]
}
