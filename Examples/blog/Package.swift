// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "blog",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "blog", targets: ["BlogApp"]),
        .executable(name: "blog-db", targets: ["BlogDatabase"]),
    ],
    dependencies: [
        .package(name: "scaffold", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "BlogApp",
            dependencies: [.product(name: "ScaffoldRuntime", package: "scaffold")],
            path: "Sources/App",
            swiftSettings: settings),
        .executableTarget(
            name: "BlogDatabase",
            dependencies: [.product(name: "ScaffoldDatabase", package: "scaffold")],
            path: "Sources/Database",
            swiftSettings: settings),
        .testTarget(
            name: "AppTests",
            dependencies: [
                .target(name: "BlogApp"),
                .target(name: "BlogDatabase"),
                .product(name: "ScaffoldRuntime", package: "scaffold"),
                .product(name: "ScaffoldTesting", package: "scaffold"),
            ],
            path: "Tests/AppTests",
            swiftSettings: settings),
    ]
)
