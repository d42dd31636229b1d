import HTTPTypes
import ScaffoldStorage

/// How a list is asked for: by path and query, never by a host, which a proxy may have changed and a client may forge.
struct ListAddress: Sendable {
    let path: String
    let parameters: [(name: String, value: String)]

    /// The address of this page.
    var current: String { address(parameters) }

    /// The address of another page: everything but `name` stays as it was asked.
    ///
    /// - Returns: What stands before the value of `name`.
    func beginning(with name: String) -> String {
        let others = address(parameters.filter { $0.name != name })
        return others + (others.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + name + "="
    }

    private func address(_ parameters: [(name: String, value: String)]) -> String {
        var text = PercentEncoding.encode(path, keeping: .path)
        var separator = "?"
        for (name, value) in parameters {
            text += separator
            text += PercentEncoding.encode(name, keeping: .query)
            text += "="
            text += PercentEncoding.encode(value, keeping: .query)
            separator = "&"
        }
        return text
    }
}

/// The addresses of the pages around one.
struct ListLinks {
    /// In the order in which an answer has them; nil where there is no such page.
    let all: [(relation: StaticString, address: String?)]

    /// Around a page by number.
    init(_ address: ListAddress, _ page: Pagination, total: Int) {
        let beginning = address.beginning(with: "page")
        let last = max(1, page.pages(of: total))
        all = [
            ("self", address.current),
            ("first", beginning + "1"),
            ("prev", page.page > 1 ? beginning + String(min(page.page - 1, last)) : nil),
            ("next", page.page < last ? beginning + String(page.page + 1) : nil),
            ("last", beginning + String(last)),
        ]
    }

    /// Around a page by cursor.
    init(_ address: ListAddress, next: Cursor?) {
        let others = ListAddress(path: address.path, parameters: address.parameters.filter { $0.name != "cursor" })
        all = [
            ("self", address.current),
            ("first", others.current),
            ("next", next.map { others.beginning(with: "cursor") + $0.description }),
        ]
    }

    /// The members of `links`.
    func encode(to json: inout JSONWriter) {
        for (relation, address) in all { json.member(relation, address) }
    }

    /// The header `Link`, as RFC 8288 has it.
    var header: String {
        all.compactMap { link in link.address.map { "<\($0)>; rel=\"\(link.relation)\"" } }.joined(separator: ", ")
    }
}
