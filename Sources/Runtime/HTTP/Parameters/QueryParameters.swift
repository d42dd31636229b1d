import HTTPTypes
public import ScaffoldStorage

/// Reads the parameters of a query one by one, and collects every mistake on the way, so that a client hears of all of
/// them at once.
///
/// ```swift
/// var query = request.query
/// let status: PostStatus? = query["status"]
/// let since: Date? = query["since"]
/// try query.finish()
/// ```
///
/// What a list may be asked is declared by a ``Listing`` instead.
///
/// A parameter with an empty value counts as absent, since a form sends its empty fields too.
public struct QueryParameters: Sendable {
    private var values: [String: String] = [:]
    /// What was given and is not empty, in its order.
    private(set) var given: [(name: String, value: String)] = []
    private var problems: [FieldProblem] = []
    /// The names that were asked for.
    private var known: [String] = []
    /// How many mistakes are told: enough for a person, too few to make us busy.
    private static let mostProblems = 20

    /// - Parameter text: The query without its `?`, still encoded.
    init(_ text: String) {
        for pair in text.split(separator: "&") {
            let pieces = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = PercentEncoding.decode(pieces[0], plusIsBlank: true)
            let value = PercentEncoding.decode(pieces.count > 1 ? pieces[1] : "", plusIsBlank: true)
            guard let name, let value, !name.utf8.contains(0), !value.utf8.contains(0) else {
                add(String(pieces[0].prefix(100)), "is not encoded as a URL has it, in UTF-8", "encoding")
                continue
            }
            guard values.updateValue(value, forKey: name) == nil else {
                add(name, "is given twice", "once")
                continue
            }
            if !value.isEmpty { given.append((name, value)) }
        }
    }

    /// The value of a parameter in the type that is asked for: any type that a column can hold. nil if the parameter
    /// is absent or empty, and also if it is wrong, which ``finish()`` reports.
    ///
    /// - Parameter name: The parameter's name.
    public subscript<Value: ColumnValue>(name: String) -> Value? {
        mutating get {
            known.append(name)
            guard let text = value(of: name) else { return nil }
            do {
                return try Value.decode(Row(TextCells(text, name: name)), at: 0)
            } catch {
                add(name, "must be \((error as? ColumnDecodingError)?.expected ?? "another value")", "type")
                return nil
            }
        }
    }

    /// What a parameter says; nil if it is absent or empty.
    func value(of name: String) -> String? {
        guard let text = values[name], !text.isEmpty else { return nil }
        return text
    }

    /// The page that `page` and `limit` ask for.
    ///
    /// - Parameters:
    ///   - limit: How many records a page holds where the client does not say.
    ///   - maximum: How many records a page may hold.
    mutating func page(limit: Int, maximum: Int) -> Pagination {
        let page = number("page", in: 1...Pagination.lastPage, or: 1)
        return Pagination(page: page, limit: self.limit(limit, maximum: maximum))
    }

    /// How many records `limit` asks for.
    mutating func limit(_ limit: Int, maximum: Int) -> Int {
        number("limit", in: 1...max(limit, maximum), or: limit)
    }

    private mutating func number(_ name: String, in range: ClosedRange<Int>, or fallback: Int) -> Int {
        guard let number: Int = self[name] else { return fallback }
        guard range.contains(number) else {
            let isSmall = number < range.lowerBound
            add(
                name, "must be at \(isSmall ? "least \(range.lowerBound)" : "most \(range.upperBound)")",
                isSmall ? "min" : "max")
            return fallback
        }
        return number
    }

    /// Adds a mistake that the app found itself.
    ///
    /// - Parameters:
    ///   - name: The parameter's name.
    ///   - message: What is wrong with it, to follow its name: `must be in the future`.
    ///   - validator: The rule's name, for programs.
    public mutating func add(_ name: String, _ message: String, _ validator: String? = nil) {
        guard problems.count < Self.mostProblems, !problems.contains(where: { $0.path == name }) else { return }
        problems.append(FieldProblem(path: name, message: "\(name) \(message)", validator: validator))
    }

    /// Ends the reading.
    ///
    /// - Throws: ``HTTPProblem`` 400 with every wrong parameter and every parameter that was not asked for.
    public mutating func finish() throws(HTTPProblem) {
        let known = known
        for name in values.keys.filter({ !known.contains($0) }).sorted().prefix(Self.mostProblems) {
            refuse(name, known: known)
        }
        try throwProblems()
    }

    /// Adds that a parameter is not known, with the nearest one that is.
    mutating func refuse(_ name: String, known: @autoclosure () -> [String]) {
        guard problems.count < Self.mostProblems else { return }
        add(String(name.prefix(100)), "is not known here\(NearestWord.hint(name, in: known()))", "unknown")
    }

    /// Adds that a parameter names something that is not known, with the nearest that is.
    mutating func refuse(_ word: String, in name: String, known: [String]) {
        add(name, "does not know '\(word.prefix(100))'\(NearestWord.hint(word, in: known))", "unknown")
    }

    /// - Throws: ``HTTPProblem`` 400 with every wrong parameter, if there is one.
    func throwProblems() throws(HTTPProblem) {
        guard problems.isEmpty else {
            throw HTTPProblem(.badRequest, "The query holds parameters that are not allowed", errors: problems)
        }
    }
}
