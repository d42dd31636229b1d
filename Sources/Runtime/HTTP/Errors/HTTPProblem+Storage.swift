import HTTPTypes
public import ScaffoldStorage
public import ScaffoldValidation

// What the errors of validation and of the database tell a client: never a statement, never a value.

extension ValidationError: HTTPProblemConvertible {
    /// 422, with one entry a field.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(
            .unprocessableContent, "The request holds values that are not allowed",
            errors: firstOfEachPath.map { FieldProblem($0) })
    }
}

extension FieldProblem {
    /// - Parameter place: What stands before the attribute's name, such as `[2].`.
    init(_ item: ValidationErrorItem, in place: String = "") {
        self.init(
            path: place + item.path, rule: item.type.rawValue, message: item.message, validator: item.validatorKey)
    }
}

extension AggregateError: HTTPProblemConvertible {
    /// 422, with one entry a field of each row: `[2].title`.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(
            .unprocessableContent, "The request holds values that are not allowed",
            errors: errors.flatMap { row in
                row.error.firstOfEachPath.map { FieldProblem($0, in: "[\(row.index)].") }
            })
    }
}

extension UniqueConstraintError: HTTPProblemConvertible {
    /// 409, with an entry for each attribute that must be unique, in the model's own words where it has any.
    public func problem(for request: Request) -> HTTPProblem {
        var problem = HTTPProblem(
            .conflict, text ?? "A record with these values is there already",
            errors: columns.map {
                FieldProblem(
                    path: $0, rule: ValidationErrorItem.Kind.unique.rawValue, message: text ?? "\($0) must be unique",
                    validator: "unique")
            })
        problem.isDuplicate = true
        return problem
    }
}

extension ForeignKeyConstraintError: HTTPProblemConvertible {
    /// 409 where a record is removed that others refer to, otherwise 422 with the attributes where they are known.
    public func problem(for request: Request) -> HTTPProblem {
        request.method == .delete
            ? HTTPProblem(.conflict, "Other records refer to this one")
            : HTTPProblem(
                .unprocessableContent, "A record that this one refers to does not exist",
                errors: columns.map { FieldProblem(path: $0, message: "\($0) refers to a record that does not exist") })
    }
}

extension NotNullConstraintError: HTTPProblemConvertible {
    /// 422, with the attribute.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(
            .unprocessableContent, "The request holds values that are not allowed",
            errors: [
                FieldProblem(
                    path: column, rule: ValidationErrorItem.Kind.notNull.rawValue, message: "\(column) cannot be null",
                    validator: "notNull")
            ])
    }
}

extension CheckConstraintError: HTTPProblemConvertible {
    /// 422, with the attributes where they are known.
    public func problem(for request: Request) -> HTTPProblem {
        HTTPProblem(
            .unprocessableContent, "The request holds values that are not allowed",
            errors: columns.map { FieldProblem(path: $0, message: "\($0) holds a value that is not allowed") })
    }
}

extension ValueTooLongError: HTTPProblemConvertible {
    /// 422, with the attribute where it is known.
    public func problem(for request: Request) -> HTTPProblem {
        .unfit(column, "is too long or out of range")
    }
}

extension ValueError: HTTPProblemConvertible {
    /// 422, with the attribute where it is known.
    public func problem(for request: Request) -> HTTPProblem {
        .unfit(column, "holds what cannot be stored: \(reason)")
    }
}

extension RecordNotFoundError: HTTPProblemConvertible {
    /// 404: the record is gone, or was never there.
    public func problem(for request: Request) -> HTTPProblem { HTTPProblem(.notFound, "\(model) not found") }
}

extension OptimisticLockError: HTTPProblemConvertible {
    /// 409: somebody else was quicker; 412 where the client said which version it knows.
    public func problem(for request: Request) -> HTTPProblem {
        request.headers.contains(.ifMatch)
            ? .changedMeanwhile
            : HTTPProblem(.conflict, "The \(model) was changed meanwhile; read it anew and try again")
    }
}

extension DatabaseTimeoutError: HTTPProblemConvertible {
    /// 503: the database is busy, and may not be in a moment.
    public func problem(for request: Request) -> HTTPProblem { .busy }
}

extension SerializationFailureError: HTTPProblemConvertible {
    /// 503: others were in the way, and may not be in a moment.
    public func problem(for request: Request) -> HTTPProblem { .busy }
}

extension ConnectionLostError: HTTPProblemConvertible {
    /// 503: the database went away, and may be back in a moment.
    public func problem(for request: Request) -> HTTPProblem { .away }
}

extension ConnectionError: HTTPProblemConvertible {
    /// 503: the database cannot be reached, and may be back in a moment.
    public func problem(for request: Request) -> HTTPProblem { .away }
}

extension HTTPProblem {
    fileprivate static var busy: HTTPProblem { unavailable("The database is busy; try again in a moment") }

    fileprivate static var away: HTTPProblem { unavailable("The database cannot be reached; try again in a moment") }

    private static func unavailable(_ detail: String) -> HTTPProblem {
        var problem = HTTPProblem(.serviceUnavailable, detail)
        problem.headers[.retryAfter] = "1"
        return problem
    }

    fileprivate static func unfit(_ column: String?, _ what: String) -> HTTPProblem {
        HTTPProblem(
            .unprocessableContent, "The request holds values that are not allowed",
            errors: column.map { [FieldProblem(path: $0, message: "\($0) \(what)")] } ?? [])
    }
}
