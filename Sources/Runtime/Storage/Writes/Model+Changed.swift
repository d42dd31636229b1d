extension Model {
    /// Whether an attribute differs from what it was in an earlier copy of this value. (A struct does not remember what
    /// was read; hooks are told by ``HookContext/changed(_:)``.)
    ///
    /// ```swift
    /// let before = post
    /// post.title = "New title"
    /// post.changed(\.title, since: before)      // true
    /// ```
    public func changed<V>(_ column: KeyPath<Columns, Column<Self, V>>, since before: Self) -> Bool {
        let index = Self.columns[keyPath: column].index
        let (now, then) = (encoded, before.encoded)
        guard now.indices.contains(index), then.indices.contains(index) else { return false }
        return now[index] != then[index]
    }

    /// The names of the attributes that differ from what they were in an earlier copy of this value.
    public func changed(since before: Self) -> [String] {
        zip(Self.table.attributes, zip(encoded, before.encoded)).filter { $1.0 != $1.1 }.map(\.0.name)
    }
}
