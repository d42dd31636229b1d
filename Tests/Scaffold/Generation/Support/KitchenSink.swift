@testable import scaffold

extension Schema {
    /// Everything that the schema language has, in a few models.
    static let kitchenSink = Schema.test(
        "my-shop", prefix: "", models: [.category, .member, .letter, .follow, .parcel, .audit, .person])
}

extension ModelBuilder {
    /// A self-reference, and its other side.
    fileprivate static let category = ModelBuilder("Category")
        .attribute("name", .string(40), required: true) {
            $0.validations = [Validation("notEmpty"), Validation("is", .string("^[A-Z]"))]
        }
        .belongsTo("Category", as: "parent")
        .has(.hasMany, "Category", as: "children", key: "parentId")
        .routes(
            list: [],
            show: [
                .init(association: "parent", attributes: ["id", "name"]),
                .init(association: "children", attributes: ["id", "name"]),
            ])

    /// Keys that are UUIDs, and several associations to one model.
    fileprivate static let member = ModelBuilder("Member", key: .uuid)
        .attribute("handle", .string(20), required: true, unique: true) {
            $0.lowercase = true
            $0.validations = [Validation("len", .integer(3), .integer(20)), Validation("isAlphanumeric")]
        }
        .attribute("secret", .password, required: true)
        .attribute("rank", .smallint, required: true, default: .integer(1_000_000)) { $0.isWritable = false }
        .attribute("note", .text) { $0.isReadable = false }
        .has(.hasMany, "Letter", as: "sent", key: "senderId")
        .has(.hasMany, "Letter", as: "received", key: "receiverId")
        .belongsToMany(
            "Member", as: "followers", through: "Follow", key: "followedId", otherKey: "followerId",
            assign: .init(name: "followerHandles", attribute: "handle", create: false)
        )
        .routes(filter: [.init(name: "handle", attribute: "handle")])

    fileprivate static let letter = ModelBuilder("Letter", timestamps: false)
        .attribute("class", .cases("LetterClass", "first", "second-class", "default"), required: true)
        .attribute("row", .integer)
        .attribute("json", .json)
        .attribute("values", .string(255))
        .belongsTo("Member", as: "sender", keyType: .uuid, required: true)
        .belongsTo("Member", as: "receiver", keyType: .uuid)
        .routes(
            list: [.init(association: "sender", attributes: ["id", "handle", "secret"])],
            show: [
                .init(association: "sender", attributes: ["id", "handle"]),
                .init(association: "receiver", attributes: ["id", "handle"]),
            ],
            filter: [
                .init(name: "class", attribute: "class"), .init(name: "query", attribute: "row"),
                .init(name: "from", association: "sender", attribute: "handle"),
            ])

    /// A table between of two keys, without a key of its own.
    fileprivate static let follow = ModelBuilder("Follow", key: nil, timestamps: false)
        .attribute("followerId", .uuid, required: true) {
            $0.isPrimaryKey = true
            $0.references = Reference(model: "Member", attribute: "id", onDelete: .cascade, onUpdate: .cascade)
        }
        .attribute("followedId", .uuid, required: true) {
            $0.isPrimaryKey = true
            $0.references = Reference(model: "Member", attribute: "id", onDelete: .cascade, onUpdate: .cascade)
        }

    /// Every type, an underscored table, and routes of some actions only.
    fileprivate static let parcel = ModelBuilder("Parcel", underscored: true)
        .attribute("trackingCode", .char(8), required: true, unique: true)
        .attribute("weight", .decimal(precision: 6, scale: 3), required: true) {
            $0.validations = [Validation("min", .integer(1))]
        }
        .attribute("height", .double)
        .attribute("width", .float)
        .attribute("count", .bigint, required: true, default: .integer(1))
        .attribute("isFragile", .boolean, required: true, default: .boolean(false))
        .attribute("sentAt", .date, required: true, default: .now)
        .attribute("dueOn", .dateonly, required: true)
        .attribute("dueAt", .time, required: true)
        .attribute("batch", .uuid, required: true, default: .uuidv7)
        .attribute("labels", .json)
        .attribute("picture", .blob)
        .attribute("state", .cases("ParcelState", "packed", "sent"), required: true, default: .enumCase("packed"))
        .attribute("site", .string(255)) { $0.validations = [Validation("isUrl"), Validation("isUUID")] }
        .belongsTo("Category")
        .scope(
            "packed", [.init(attribute: "state", value: .enumCase("packed")), .init(attribute: "labels", value: nil)]
        )
        .routes(
            [.list, .show],
            filter: [.init(name: "state", attribute: "state"), .init(name: "dueOn", attribute: "dueOn")])

    /// No routes, no timestamps, a key of its own making.
    fileprivate static let audit = ModelBuilder("AuditEntry", table: "audit_log", key: nil, timestamps: false)
        .attribute("code", .string(10), required: true) { $0.isPrimaryKey = true }
        .attribute("detail", .text)

    /// `swiftName` of a model and of attributes, and an irregular plural.
    fileprivate static let person = ModelBuilder("Task", swiftName: "TaskItem", timestamps: false)
        .attribute("default", .string(255), required: true)
        .attribute("first_name", .string(255), default: .string("Ann")) { $0.swiftName = "givenName" }
        .routes([.create, .destroy])
}
