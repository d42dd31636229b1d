extension ColumnExpression where Value.Wrapped == JSON {
    /// What stands at a path, as text: a string without its quotes, a number or boolean as JSON writes it, null where
    /// there is nothing or `null`.
    ///
    /// ```swift
    /// $0.where { $0.settings.at("theme", "name") == "dark" && $0.settings.at("tags", 0) == "new" }
    /// ```
    ///
    /// - Parameter path: names of members, and places in arrays, counted from 0.
    public func at(_ path: JSONPathStep...) -> ComputedColumn<Owner, String?> { at(path) }

    /// What stands at a path, as text.
    public func at(_ path: [JSONPathStep]) -> ComputedColumn<Owner, String?> { ComputedColumn(.json(term, path)) }

    /// It has all that is in this JSON: the members of objects and the elements of arrays, at any depth.
    public func contains(_ json: JSON) -> Condition<Owner> { Condition(.jsonContains(term, json.description)) }

    /// It is an array that shares an element with this one.
    public func overlaps(_ elements: [JSON]) -> Condition<Owner> {
        Condition(.jsonOverlaps(term, JSON.array(elements).description))
    }
}

extension ColumnExpression where Value.Wrapped: RandomAccessCollection, Value.Wrapped.Element: JSONEncodable {
    /// The array has all of these elements.
    public func contains(_ elements: [Value.Wrapped.Element]) -> Condition<Owner> {
        Condition(.jsonContains(term, text(elements)))
    }

    /// The array has one of these elements at least.
    public func overlaps(_ elements: [Value.Wrapped.Element]) -> Condition<Owner> {
        Condition(.jsonOverlaps(term, text(elements)))
    }

    private func text(_ elements: some JSONEncodable) -> String {
        String(decoding: JSONWriter.bytes(of: elements), as: UTF8.self)
    }
}
