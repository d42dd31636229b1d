/// A trigger of a table, with its definition in the engine's own words.
package struct TriggerDescription: Sendable, Hashable {
    package var name: String
    package var definition: String
}
