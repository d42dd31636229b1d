/// Names that generated code or Swift itself needs for something else.
enum ReservedNames {
    /// Types of the standard library and of Foundation that generated code mentions, or that people write every day.
    static let swiftTypes = words(
        """
        Any AnyObject Array Bool Character Codable CodingKey Collection Comparable CustomStringConvertible Decodable Decoder
        Dictionary Double Duration Encodable Encoder Equatable Error Float Hashable Identifiable Int Int16 Int32 Int64 Int8
        KeyPath MainActor Never Optional Range Result Self Sendable Sequence Set String Substring Task TaskGroup Type
        Protocol UInt UInt16 UInt32 UInt64 UInt8 Void
        Actor CaseIterable ClosedRange Clock Mirror RawRepresentable Regex
        Data Date Decimal UUID URL
        Swift Foundation FoundationEssentials Testing
        """)

    /// Public types of the runtime, and names that generated files declare themselves.
    static let runtimeTypes = words(
        """
        AggregateError App Associations BelongsTo BelongsToMany BulkRecordError Change ChangeSet Changes
        CheckConstraintError Column Columns ColumnType Condition ConnectionError Database DatabaseConfiguration DatabaseError DatabaseTool DateOnly Entrypoint Envelope
        Enumeration ForeignKeyConstraintError HasMany HasOne HookContext Hooks Input JSON JSONEncodable JSONWriter
        Key Listing ListQuery Loaded Migration Model NotNullConstraintError NumberedEnumeration Pagination Password Predicate
        PrimaryKeyValue Projection Query QueryInterface Request Response RouteCollection Routes Row Rows Scope Seeder
        Selection StoredByNumber TableDefinition TimeOfDay Transaction TransactionError UniqueConstraintError
        ValidationError ValidationErrorItem ValidationFailure Validations Validator Value Values
        ScaffoldApp ScaffoldAuth ScaffoldDatabase ScaffoldHTTP ScaffoldJobs ScaffoldMail ScaffoldPasswords ScaffoldRuntime
        ScaffoldStorage ScaffoldTesting ScaffoldValidation
        """)

    /// Members of every model (Sequelize's names), which a property would hide or clash with.
    static let members = words(
        """
        Associations Columns associations columns table validations
        bulkCreate build create decrement destroy encode findAll findAndCountAll findByPk findOne findOrCreate
        increment isNewRecord previous reload restore save toJSON update upsert validate changed
        """)

    /// Static members that generated code adds to a model besides, which a scope of that name would clash with.
    static let statics = words("listing")

    /// Parameters and variables of generated methods, which hide a property of that name.
    static let parameters = words("row values json query request page input database")

    /// Cases of an enum that would be mistaken for `Optional.none`, or for what every enum has.
    static let enumCases = words("none some allCases rawValue hashValue init self")

    /// Types of Swift Testing that are models' names everywhere. A test imports both: where it names such a type
    /// (`let tags: [Tag]`) it has to say which one it means (`[BlogApp.Tag]`); a call (`Tag.create`) finds its own.
    static let ambiguousInTests = words("Attachment Bug Comment Confirmation Issue SourceLocation Tag Test Trait")

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
