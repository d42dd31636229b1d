// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    traits: ["PostgreSQL", "MySQL"],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(
            name: "scaffold", path: "..",
            traits: [
                .trait(name: "PostgreSQL", condition: .when(traits: ["PostgreSQL"])),
                .trait(name: "MySQL", condition: .when(traits: ["MySQL"])),
            ]),
    ],
    targets: [
        .executableTarget(name: "hello", dependencies: [.product(name: "Hummingbird", package: "hummingbird")]),
        .executableTarget(
            name: "served", dependencies: [.product(name: "ScaffoldRuntime", package: "scaffold")]),
        .executableTarget(
            name: "peers",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                // For SQLite's C API alone.
                .product(name: "ScaffoldDatabase", package: "scaffold"),
            ]),
        // Models and Migrations are those that `scaffold` generated for Examples/blog.
        .executableTarget(
            name: "storage",
            dependencies: [
                .product(name: "ScaffoldRuntime", package: "scaffold"),
                .product(name: "ScaffoldDatabase", package: "scaffold"),
            ]),
    ]
)
