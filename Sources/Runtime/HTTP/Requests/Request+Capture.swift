import HTTPTypes
public import ScaffoldStorage

extension Request {
    /// What the capture `:id` says, in the type of a model's key.
    ///
    /// ```swift
    /// let post = try await Post.findByPk(request.id())
    /// ```
    ///
    /// - Parameter name: The capture's name, if it is another one.
    /// - Throws: ``HTTPProblem`` 404 for what cannot be such a key: a record that cannot be there is not there.
    public func id<Key: ColumnValue>(_ name: String = "id", as type: Key.Type = Key.self) throws -> Key {
        guard let text = capture(name), let key = try? Key.decode(Row(TextCells(text, name: name)), at: 0) else {
            throw HTTPProblem(.notFound, "There is nothing at \(path)")
        }
        return key
    }
}
