import ScaffoldStorage

/// Reads what one request asks of a list.
///
/// Only what the request names is looked at, and conditions are put together in the order in which the listing declares
/// them, so that requests that ask for the same things share a statement.
struct ListingReader<M: Model> {
    private let listing: Listing<M>
    private var parameters: QueryParameters
    private var result: ListQuery<M>
    /// The tests of each filter; empty while no filter was named.
    private var tests: [[ColumnTest]] = []
    private var count = 0

    /// How many conditions one request may ask for.
    static var mostConditions: Int { 20 }
    /// How many characters a text to look for may have.
    static var longestSearch: Int { 200 }

    init(_ listing: Listing<M>, _ request: Request) {
        self.listing = listing
        parameters = request.query
        result = ListQuery(address: ListAddress(path: request.path, parameters: parameters.given))
    }

    mutating func read() throws(HTTPProblem) -> ListQuery<M> {
        var sort: String?
        var search: String?
        for (name, value) in parameters.given {
            switch ListWord(rawValue: name).flatMap({ listing.words.contains($0.rawValue) ? $0 : nil }) {
            case .search: search = value
            case .sort: sort = value
            case .fields, .include, .page, .limit: break
            case .cursor: readCursor(value)
            case nil: readFilter(name, value)
            }
        }
        addConditions(search)
        addOrder(sort)
        readPage()
        result.members = parameters.members(of: listing)
        try parameters.throwProblems()
        return result
    }

    // MARK: Conditions

    private mutating func readFilter(_ name: String, _ value: String) {
        let listing = listing
        let (word, operation) = Self.parts(of: name)
        guard let place = listing.places[word] else { return parameters.refuse(name, known: listing.known(near: name)) }
        let column = listing.filters[place].column
        guard let found = FilterOperator(rawValue: operation), column.operators.contains(found) else {
            let known = column.operators.map { $0 == .eq ? word : "\(word)[\($0.rawValue)]" }
            return parameters.refuse(name, known: known)
        }
        guard found != .like || value.unicodeScalars.count <= Self.longestSearch else {
            return parameters.add(name, "may have \(Self.longestSearch) characters at most", "len")
        }
        do throws(ParameterMistake) {
            if tests.isEmpty { tests = Array(repeating: [], count: listing.filters.count) }
            tests[place].append(try column.test(value, found))
            count += 1
        } catch {
            parameters.add(name, error.message, error.validator)
        }
    }

    /// `createdAt[gte]` in its parts; the operator is `eq` where there is none.
    private static func parts(of name: String) -> (word: String, operation: String) {
        guard name.utf8.last == UInt8(ascii: "]"), let bracket = name.utf8.firstIndex(of: UInt8(ascii: "[")) else {
            return (name, FilterOperator.eq.rawValue)
        }
        return (String(name[..<bracket]), String(name[name.utf8.index(after: bracket)...].dropLast()))
    }

    private mutating func addConditions(_ search: String?) {
        for (place, tests) in tests.enumerated() where !tests.isEmpty {
            result.query.add(listing.filters[place].condition(tests))
        }
        if let search {
            guard search.unicodeScalars.count <= Self.longestSearch else {
                return parameters.add("search", "may have \(Self.longestSearch) characters at most", "len")
            }
            count += 1
            result.query.add(
                listing.searches.count == 1
                    ? listing.searches[0](search) : .or(listing.searches.map { $0(search) }))
        }
        if count > Self.mostConditions {
            parameters.add("query", "may ask for \(Self.mostConditions) conditions at most", "max")
        }
    }

    // MARK: Order and page

    private mutating func addOrder(_ sort: String?) {
        guard let sort else { return result.query.add(listing.order) }
        var named: [String] = []
        for piece in sort.split(separator: ",", maxSplits: 2 * listing.sorts.count, omittingEmptySubsequences: false) {
            let isDescending = piece.utf8.first == UInt8(ascii: "-")
            let name = String(isDescending ? piece.dropFirst() : piece)
            guard let sort = listing.sorts.first(where: { $0.name == name }) else {
                return parameters.refuse(name, in: "sort", known: listing.sorts.map(\.name))
            }
            // within rows that are equal in a column, that column puts nothing in order
            guard !named.contains(name) else { continue }
            named.append(name)
            result.query.order(
                byColumn: sort.column, isDescending ? .descending : .ascending, nulls: sort.isNullable ? .last : nil)
        }
    }

    private mutating func readPage() {
        guard let limit = listing.limit, let pages = listing.pages else { return }
        switch pages {
        case .number:
            let page = parameters.page(limit: limit, maximum: listing.maximum)
            result.page = page
            result.limit = page.limit
            result.query.limit(page.limit, offset: page.offset)
        case .cursor:
            let limit = parameters.limit(limit, maximum: listing.maximum)
            result.limit = limit
            result.query.limit(limit)
        }
    }

    private mutating func readCursor(_ text: String) {
        do {
            result.cursor = try Cursor(text)
        } catch {
            parameters.add("cursor", ListingMistake.cursor, "cursor")
        }
    }
}

extension Listing {
    /// What may have been meant by a parameter: an operator as well where its name has one.
    fileprivate func known(near name: String) -> [String] {
        guard name.utf8.contains(UInt8(ascii: "[")) else { return filters.map(\.name) + words }
        return filters.flatMap { filter in filter.column.operators.map { "\(filter.name)[\($0.rawValue)]" } }
    }
}
