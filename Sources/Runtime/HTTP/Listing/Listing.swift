public import ScaffoldStorage

/// What a list may be asked.
public struct Listing<Record: Model>: Sendable {
    public let parameters: [ParameterDescription]
}
