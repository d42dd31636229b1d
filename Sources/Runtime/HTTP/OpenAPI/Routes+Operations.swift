public import HTTPTypes

// Routes of which the API document says more than their paths.
extension Routes {
    /// Adds a route for `GET`, which answers `HEAD` too.
    public mutating func get(
        _ path: String, _ operation: Operation, file: StaticString = #fileID, line: UInt = #line,
        _ handler: @escaping Handler
    ) {
        on(.get, path, operation, file: file, line: line, handler)
    }

    /// Adds a route for `POST`.
    public mutating func post(
        _ path: String, _ operation: Operation, file: StaticString = #fileID, line: UInt = #line,
        _ handler: @escaping Handler
    ) {
        on(.post, path, operation, file: file, line: line, handler)
    }

    /// Adds a route for `PUT`.
    public mutating func put(
        _ path: String, _ operation: Operation, file: StaticString = #fileID, line: UInt = #line,
        _ handler: @escaping Handler
    ) {
        on(.put, path, operation, file: file, line: line, handler)
    }

    /// Adds a route for `PATCH`.
    public mutating func patch(
        _ path: String, _ operation: Operation, file: StaticString = #fileID, line: UInt = #line,
        _ handler: @escaping Handler
    ) {
        on(.patch, path, operation, file: file, line: line, handler)
    }

    /// Adds a route for `DELETE`.
    public mutating func delete(
        _ path: String, _ operation: Operation, file: StaticString = #fileID, line: UInt = #line,
        _ handler: @escaping Handler
    ) {
        on(.delete, path, operation, file: file, line: line, handler)
    }
}
