@testable import ScaffoldStorage
@testable import scaffold

extension [scaffold.Operation] {
    /// Records what the migration that is generated of them records: the same calls with the same arguments as its text
    /// has (`MigrationView`).
    func record(in queryInterface: inout QueryInterface) {
        for operation in self { operation.record(in: &queryInterface) }
    }
}

extension scaffold.Operation {
    fileprivate func record(in queryInterface: inout QueryInterface) {
        switch self {
        case .createTable(let table): queryInterface.createTable(table.name) { table.record(in: &$0) }
        case .dropTable(let table): queryInterface.dropTable(table.name)
        case .renameTable(let name, let newName): queryInterface.renameTable(name, to: newName)
        case .addColumn(let table, let column):
            queryInterface.addColumn(
                table, column.name, column.type.recorded, allowNull: column.allowNull,
                defaultValue: column.defaultValue?.recordedDefault, references: column.recordedReference,
                onDelete: column.reference?.onDelete.recorded, onUpdate: column.reference?.onUpdate.recorded,
                comment: column.comment)
        case .removeColumn(let table, let column): queryInterface.removeColumn(table, column.name)
        case .renameColumn(let table, let name, let newName):
            queryInterface.renameColumn(table, name, to: newName)
        case .changeColumn(let table, _, let column):
            let isKey = column.key == .alone
            queryInterface.changeColumn(
                table, column.name, column.type.recorded, allowNull: isKey || column.mayBeNull,
                defaultValue: column.defaultValue?.recordedDefault, primaryKey: isKey,
                autoIncrement: column.autoIncrement, references: column.recordedReference,
                onDelete: column.reference?.onDelete.recorded, onUpdate: column.reference?.onUpdate.recorded,
                comment: column.comment)
        case .changePrimaryKey(let table, _, let key):
            queryInterface.changePrimaryKey(table, key.columns, autoIncrement: key.autoIncrement)
        case .addIndex(let table, let index): index.record(in: &queryInterface, table)
        case .removeIndex(let table, let index):
            if index.name == scaffold.IndexName.make(table: table, fields: index.names) {
                queryInterface.removeIndex(table, index.names)
            } else {
                queryInterface.removeIndex(table, name: index.name)
            }
        case .renameIndex(let table, let name, let newName):
            queryInterface.renameIndex(table, name, to: newName)
        case .backfill(let table, let column, let value):
            let (new, old) = value.recorded
            var row: SeedRow = [:]
            row[column] = new
            queryInterface.bulkUpdate(table, row, where: SeedCondition([.init(column: column, value: old)]))
        case .requireNoRows(let table, let reason): queryInterface.requireNoRows(table, because: reason)
        }
    }
}

extension Table {
    fileprivate func record(in blueprint: inout TableBlueprint) {
        let key = primaryKey.columns
        let isInOrder = key == columns.filter(\.isPrimaryKey).map(\.name)
        for column in columns {
            let isKey = isInOrder && column.isPrimaryKey
            blueprint.column(
                column.name, column.type.recorded, allowNull: isKey || column.mayBeNull,
                defaultValue: column.defaultValue?.recordedDefault, primaryKey: isKey,
                autoIncrement: column.autoIncrement, references: column.recordedReference,
                onDelete: column.reference?.onDelete.recorded, onUpdate: column.reference?.onUpdate.recorded,
                comment: column.comment)
        }
        if !isInOrder { blueprint.constraint(.primaryKey(key)) }
    }
}

extension Table.Column {
    /// A part of a key never may.
    fileprivate var mayBeNull: Bool { allowNull && !isPrimaryKey }

    fileprivate var recordedReference: ScaffoldStorage.Reference? {
        reference.map { ScaffoldStorage.Reference($0.table, key: $0.column) }
    }
}

extension scaffold.Index {
    fileprivate func record(in queryInterface: inout QueryInterface, _ table: String) {
        let fields = fields.map { field in
            IndexField(field.name, field.descending ? .descending : .ascending, length: field.length)
        }
        let cells = conditions.map { condition in
            let values = condition.values.map { $0.flatMap(\.recordedValue) ?? .value(.null) }
            return SeedRow.Cell(column: condition.attribute, value: values.count == 1 ? values[0] : .anyOf(values))
        }
        queryInterface.addIndex(
            table, fields, unique: isUnique,
            name: name == scaffold.IndexName.make(table: table, fields: names) ? nil : name,
            using: using.flatMap(IndexMethod.init), where: cells.isEmpty ? nil : SeedCondition(cells))
    }
}

extension scaffold.ColumnType {
    var recorded: ScaffoldStorage.ColumnType {
        switch word {
        case "string": return .string(numbers.first ?? 255)
        case "char": return .char(numbers.first ?? 1)
        case "decimal": return numbers.count == 2 ? .decimal(numbers[0], numbers[1]) : .decimal
        case "enum": return .enum(values)
        case "text": return .text
        case "smallint": return .smallint
        case "integer": return .integer
        case "bigint": return .bigint
        case "float": return .float
        case "double": return .double
        case "boolean": return .boolean
        case "date": return .date
        case "dateonly": return .dateonly
        case "time": return .time
        case "uuid": return .uuid
        case "blob": return .blob
        case "password": return .password
        case _ where word.hasPrefix("array "):
            var element = self
            element.word.removeFirst("array ".count)
            return .array(element.recorded)
        default: return .json
        }
    }
}

extension DefaultValue {
    /// The default as the column has it; nil for what the app fills in.
    fileprivate var recordedDefault: ColumnDefault? {
        switch recordedValue {
        case .value(let value)?: .value(value)
        case .now?: .now
        case .sql(let text)?: .sql(text)
        default: nil
        }
    }

    fileprivate var recordedValue: SeedValue? {
        switch self {
        case .string(let text), .enumCase(let text), .json(let text): .value(.text(text))
        case .list: .value(.text(json))
        case .decimal(let text), .sql(let text): .sql(text)
        case .integer(let number): .value(.integer(Int64(number)))
        case .double(let number): .value(.double(number))
        case .boolean(let flag): .value(.boolean(flag))
        case .now: .now
        case .uuidv4, .uuidv7: nil
        }
    }
}

extension Backfill {
    /// The value that rows get, and the one that they have had.
    fileprivate var recorded: (new: SeedValue, old: SeedValue) {
        switch self {
        case .value(let value): (value.recordedValue ?? .value(.null), .value(.null))
        case .sql(let text): (.sql(text), .value(.null))
        case .replacing(let word, let newWord): (.value(.text(newWord)), .value(.text(word)))
        }
    }
}

extension scaffold.ReferentialAction {
    fileprivate var recorded: ScaffoldStorage.ReferentialAction {
        switch self {
        case .cascade: .cascade
        case .setNull: .setNull
        case .setDefault: .setDefault
        case .restrict: .restrict
        case .noAction: .noAction
        }
    }
}
