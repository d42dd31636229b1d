import HTTPTypes
public import ScaffoldStorage
public import ScaffoldValidation

// What the errors of validation and of the database tell a client: never a statement, never a value.

extension ValidationError: HTTPProblemConvertible {
    /// 422, with one entry a field.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(
            .unprocessableContent, "The request holds values that are not allowed",
            errors: firstOfEachPath.map {
                FieldProblem(path: $0.path, message: $0.message, validator: $0.validatorKey)
            })
    }
}

extension UniqueConstraintError: HTTPProblemConvertible {
    /// 409, with an entry for each attribute that must be unique.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(
            .conflict, "A record with these values is there already",
            errors: columns.map { FieldProblem(path: $0, message: "\($0) must be unique", validator: "unique") })
    }
}

extension ForeignKeyConstraintError: HTTPProblemConvertible {
    /// 409 where a record is removed that others refer to, otherwise 422.
    public func problem(for request: Request) -> HTTPProblem {
        request.method == .delete
            ? HTTPProblem(.conflict, "Other records refer to this one")
            : HTTPProblem(.unprocessableContent, "A record that this one refers to does not exist")
    }
}

extension NotNullConstraintError: HTTPProblemConvertible {
    /// 422, with the attribute.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(
            .unprocessableContent, "The request holds values that are not allowed",
            errors: [FieldProblem(path: column, message: "\(column) cannot be null", validator: "notNull")])
    }
}

extension CheckConstraintError: HTTPProblemConvertible {
    /// 422.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(.unprocessableContent, "The request holds values that are not allowed")
    }
}

extension DatabaseTimeoutError: HTTPProblemConvertible {
    /// 503: the database is busy, and may not be in a moment.
    public func problem(for request: Request) -> HTTPProblem {
        var problem = HTTPProblem(.serviceUnavailable, "The database is busy; try again in a moment")
        problem.headers[.retryAfter] = "1"
        return problem
    }
}
