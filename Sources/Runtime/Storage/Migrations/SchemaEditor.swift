/// Carries out the operations of a migration on one connection, in the engine's own way.
package protocol SchemaEditor {
}
