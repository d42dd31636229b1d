import ScaffoldStorage

/// A model that refers to itself, twice to another one, and has columns of other names than its attributes.
struct Category: Model {
    var id: Int
    var name: String
    var parentId: Int?
    var editorId: Int?
    var reviewerId: Int?
    /// A property that is no column.
    var note = "own"

    var parent: Loaded<Category?>
    var children: Loaded<[Category]>
    var firstChild: Loaded<Category?>
    var editor: Loaded<User?>
    var reviewer: Loaded<User?>
}

extension Category {
    static let table = TableDefinition("categories", model: "Category") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .text, allowNull: false)
        $0.column("parentId", .integer, field: "parent_id")
        $0.column("editorId", .integer)
        $0.column("reviewerId", .integer)
    }

    struct Columns: Sendable {
        let id = Column<Category, Int>(0)
        let name = Column<Category, String>(1)
        let parentId = Column<Category, Int?>(2)
        let editorId = Column<Category, Int?>(3)
        let reviewerId = Column<Category, Int?>(4)
    }

    struct Associations: Sendable {
        let parent = BelongsTo<Category, Category>(\.parent, foreignKey: "parentId")
        let children = HasMany<Category, Category>(\.children, foreignKey: "parentId")
        let firstChild = HasOne<Category, Category>(\.firstChild, foreignKey: "parentId")
        let editor = BelongsTo<Category, User>(\.editor, foreignKey: "editorId")
        let reviewer = BelongsTo<Category, User>(\.reviewer, foreignKey: "reviewerId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(name: String, parentId: Int? = nil) {
        id = 0
        self.name = name
        self.parentId = parentId
        parent = .notLoaded
        children = .notLoaded
        firstChild = .notLoaded
        editor = .notLoaded
        reviewer = .notLoaded
    }

    init(row: Row) throws {
        self.init(name: try row[1], parentId: try row[2])
        id = try row[0]
        editorId = try row[3]
        reviewerId = try row[4]
    }

    mutating func assign(_ row: Row) throws {
        id = try row[0]
        name = try row[1]
        parentId = try row[2]
        editorId = try row[3]
        reviewerId = try row[4]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(parentId)
        values.append(editorId)
        values.append(reviewerId)
    }
}
