/// The tables that keep what has run, Sequelize's and ours; no schema describes them.
package enum OwnTables {
    package static let names: Set<String> = ["SequelizeMeta", "SequelizeData", "ScaffoldMeta"]
}
