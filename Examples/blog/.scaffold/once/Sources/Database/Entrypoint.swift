import ScaffoldDatabase

@main
struct Entrypoint {
    static func main() async {
        await DatabaseTool(name: "blog", engine: .sqlite, migrations: migrations, seeders: seeders).run()
    }
}
