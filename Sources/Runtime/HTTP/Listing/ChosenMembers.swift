import ScaffoldStorage

/// Which members of a row's JSON an answer shows: what `fields` and `include` ask for.
enum ChosenMembers: Sendable, Equatable {
    /// These and no others.
    case only(Set<String>)
    /// All but these.
    case allBut(Set<String>)

    /// - Parameters:
    ///   - fields: The members that are asked for; nil for all.
    ///   - include: The associations that are asked for; nil where `fields` decides about them too.
    ///   - associations: All associations that an answer shows.
    init?(fields: Set<String>?, include: Set<String>?, of associations: [String]) {
        switch (fields, include) {
        case (nil, nil): return nil
        case (let fields?, nil): self = .only(fields)
        case (nil, let include?): self = .allBut(Set(associations).subtracting(include))
        case (let fields?, let include?): self = .only(fields.subtracting(associations).union(include))
        }
    }

    private func shows(_ name: String) -> Bool {
        switch self {
        case .only(let names): names.contains(name)
        case .allBut(let names): !names.contains(name)
        }
    }

    /// What is left of a row, as JSON.
    ///
    /// - Throws: ``HTTPProblem`` 400 for a row that is no object.
    func left(of row: some JSONEncodable) throws(HTTPProblem) -> RawJSON {
        let whole = JSONWriter.bytes(of: row)
        guard let members = JSONMembers(of: whole) else {
            throw HTTPProblem(.badRequest, "The rows of this list have no members to choose from")
        }
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        bytes.reserveCapacity(whole.count)
        for member in members where shows(String(decoding: whole[member.name], as: UTF8.self)) {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += whole[member.whole]
        }
        bytes.append(UInt8(ascii: "}"))
        return RawJSON(bytes: bytes)
    }
}

/// A value that is JSON already.
struct RawJSON: JSONEncodable {
    let bytes: [UInt8]

    func encode(to json: inout JSONWriter) { json.raw(bytes) }
}

extension QueryParameters {
    /// What `fields` and `include` ask for; nil for everything.
    mutating func members<M: Model>(of listing: Listing<M>) -> ChosenMembers? {
        guard !given.isEmpty, !listing.fields.isEmpty || !listing.includes.isEmpty else { return nil }
        let fields = names("fields", among: listing.fields)
        let include = names("include", among: listing.includes, orNone: true)
        return ChosenMembers(fields: fields, include: include, of: listing.includes)
    }

    /// The words that a parameter lists; nil where it is absent.
    ///
    /// - Parameter orNone: Whether the word `none` may stand among them, for nothing.
    private mutating func names(_ name: String, among known: [String], orNone: Bool = false) -> Set<String>? {
        guard !known.isEmpty, let text = value(of: name) else { return nil }
        let most = known.count + (orNone ? 1 : 0)
        let pieces = text.split(separator: ",", maxSplits: most, omittingEmptySubsequences: false)
        guard pieces.count <= most else {
            add(name, "may name \(most) at most", "max")
            return nil
        }
        var found: Set<String> = []
        for piece in pieces {
            let word = String(piece)
            if orNone, word == "none" { continue }
            guard known.contains(word) else {
                refuse(word, in: name, known: known)
                return nil
            }
            found.insert(word)
        }
        return found
    }
}
