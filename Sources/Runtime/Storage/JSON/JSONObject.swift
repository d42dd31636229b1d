/// The members of a JSON object, in their order; each name stands once.
///
/// Two objects are equal when they hold the same members, in whatever order.
public struct JSONObject: Sendable {
    /// One member: its name and its value.
    public typealias Member = (name: String, value: JSON)

    private var members: [Member] = []
    /// Name to place. Only kept from `indexedFrom` members on: small objects are searched faster than hashed, and
    /// large ones from a hostile client must not cost time that grows with the square of their size.
    private var places: [String: Int] = [:]
    private static let indexedFrom = 16

    /// An object without members.
    public init() {}

    /// The value of the member of this name. Setting replaces it where it stands, or adds it at the end; setting nil
    /// removes it.
    public subscript(name: String) -> JSON? {
        get { place(of: name).map { members[$0].value } }
        set {
            switch (place(of: name), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?): add(name, value)
            case (nil, nil): break
            }
        }
    }

    /// Adds a member at the end; says false, and adds nothing, if there is one of this name.
    mutating func insert(_ name: String, _ value: JSON) -> Bool {
        guard place(of: name) == nil else { return false }
        add(name, value)
        return true
    }

    private func place(of name: String) -> Int? {
        members.count < Self.indexedFrom ? members.firstIndex { $0.name == name } : places[name]
    }

    private mutating func add(_ name: String, _ value: JSON) {
        members.append((name, value))
        if members.count == Self.indexedFrom {
            index()
        } else if members.count > Self.indexedFrom {
            places[name] = members.count - 1
        }
    }

    private mutating func remove(at place: Int) {
        members.remove(at: place)
        index()
    }

    private mutating func index() {
        places = [:]
        guard members.count >= Self.indexedFrom else { return }
        for (place, member) in members.enumerated() { places[member.name] = place }
    }
}

extension JSONObject: RandomAccessCollection {
    public var startIndex: Int { members.startIndex }
    public var endIndex: Int { members.endIndex }
    public subscript(place: Int) -> Member { members[place] }

    /// The names of the members, in their order.
    public var names: [String] { members.map(\.name) }
}

extension JSONObject: Equatable {
    public static func == (a: JSONObject, b: JSONObject) -> Bool {
        a.count == b.count && a.allSatisfy { b[$0.name] == $0.value }
    }
}
