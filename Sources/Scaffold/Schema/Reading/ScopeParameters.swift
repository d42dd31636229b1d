/// The parameters of one scope, `$userId` where they are used: each takes the type of what it is compared with.
final class ScopeParameters {
    private let problems: Problems
    private let names: [YAMLNode.Scalar]
    private var uses: [String: Scope.Parameter] = [:]

    /// - Parameter names: those that the scope lists, in the order in which whoever uses it gives them.
    init(_ names: [YAMLNode.Scalar], _ problems: Problems) {
        self.names = names
        self.problems = problems
    }

    /// The name in `$userId`; nil for any other text, one in quotes included.
    func name(_ scalar: YAMLNode.Scalar) -> String? {
        scalar.isPlain && scalar.text.first == "$" ? String(scalar.text.dropFirst()) : nil
    }

    /// Notes what a parameter is compared with.
    ///
    /// - Returns: whether it can be; what is wrong has been reported.
    func use(_ name: String, as type: AttributeType, isList: Bool, at position: SourcePosition) -> Bool {
        guard names.contains(where: { $0.text == name }) else {
            problems.error(
                "the scope has no parameter '\(Shown.text(name))'", at: position,
                names.isEmpty
                    ? "list it: params: [\(Shown.text(name))]; a text that begins with $ stands in quotes"
                    : Diagnostic.didYouMean(name, among: names.map(\.text)))
            return false
        }
        let parameter = Scope.Parameter(name: name, type: type, isList: isList)
        if let first = uses[name], !first.isSame(as: parameter) {
            problems.error(
                "the parameter '\(name)' is \(first.written) in one place and \(parameter.written) in another",
                at: position, "use two parameters")
            return false
        }
        uses[name] = parameter
        return true
    }

    /// All of them in order; one that is used nowhere is reported.
    func finish() -> [Scope.Parameter] {
        names.compactMap { name in
            if let parameter = uses[name.text] { return parameter }
            problems.error(
                "the parameter '\(name.text)' is used nowhere", at: name.position, "where: {userId: $\(name.text)}")
            return nil
        }
    }
}

extension Scope.Parameter {
    fileprivate var written: String { (isList ? "a list of " : "") + type.written }

    fileprivate func isSame(as other: Scope.Parameter) -> Bool {
        isList == other.isList && type.swiftType == other.type.swiftType
    }
}
