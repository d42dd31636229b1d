/// A view of a live database, with its definition in the engine's own words.
package struct ViewDescription: Sendable, Hashable {
    package var name: String
    package var definition: String
}
