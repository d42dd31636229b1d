/// Tells which Swift texts do not parse.
protocol SyntaxCheck: Sendable {
    /// All at once, since starting a compiler is what costs.
    ///
    /// - Returns: the paths of the faulty ones.
    func faulty(_ texts: [(path: String, text: [UInt8])]) throws -> Set<String>
}
