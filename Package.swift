// swift-tools-version: 6.2

import Foundation
import PackageDescription

/// An app may carry the runtime along without the tool and the tests; what is not there is left out.
let isWhole = FileManager.default.fileExists(atPath: Context.packageDirectory + "/Sources/Scaffold")

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the runtime: one folder of `Sources/Runtime`, one target.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(
        name: "Scaffold\(name)", dependencies: dependencies, path: "Sources/Runtime/\(name)", resources: resources,
        swiftSettings: strict)
}

func roomTests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.target(name: "Scaffold\(name)")] + dependencies,
        path: "Tests/Runtime/\(name)", swiftSettings: strict)
}

let dependenciesOfTheTool: [Package.Dependency] = [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
]

let tool: [Target] = [
    .executableTarget(
        name: "scaffold",
        dependencies: [
            "ScaffoldValidation",
            "Templates",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Mustache", package: "swift-mustache"),
            .product(name: "Subprocess", package: "swift-subprocess"),
            .product(name: "Yams", package: "Yams"),
        ],
        path: "Sources/Scaffold",
        swiftSettings: strict),
    .target(
        name: "Templates", path: "Templates",
        resources: ["App", "Database", "Models", "Routes", "Tests"].map { .embedInCode($0) },
        swiftSettings: strict),
]

/// They mirror Sources.
let tests: [Target] = [
    .testTarget(
        name: "ScaffoldTests", dependencies: ["scaffold", "ScaffoldValidation"], path: "Tests/Scaffold",
        exclude: ["Cases"], swiftSettings: strict),
    // What the tool decides is tried on what the runtime runs, with the servers and random tables of their own tests.
    .testTarget(
        name: "EvolvingTests", dependencies: ["scaffold", "ScaffoldStorage", "ScaffoldTests", "StorageTests"],
        path: "Tests/Evolving", exclude: ["History"], swiftSettings: strict),
    // What people write and what the schema asks for, brought together at random.
    .testTarget(
        name: "RegeneratingTests", dependencies: ["scaffold", "ScaffoldTests"], path: "Tests/Regenerating",
        swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["scaffold"], path: "Tests/EndToEnd", swiftSettings: strict),
    roomTests("Validation"),
    roomTests("Passwords"),
    roomTests("Storage"),
    roomTests("Database"),
    roomTests("HTTP", ["ScaffoldTesting"]),
    roomTests("App", ["ScaffoldTesting", "ScaffoldRuntime", "ScaffoldDatabase"]),
]

let package = Package(
    name: "scaffold",
    platforms: [.macOS(.v15)],
    products: (isWhole ? [.executable(name: "scaffold", targets: ["scaffold"])] : []) + [
        .library(name: "ScaffoldRuntime", targets: ["ScaffoldRuntime"]),
        .library(name: "ScaffoldDatabase", targets: ["ScaffoldDatabase"]),
        .library(name: "ScaffoldTesting", targets: ["ScaffoldTesting"]),
    ],
    traits: [
        .trait(name: "PostgreSQL", description: "PostgreSQL, through libpq (Debian: libpq-dev)."),
        .trait(name: "MySQL", description: "MySQL and MariaDB, through libmariadb (Debian: libmariadb-dev)."),
    ],
    dependencies: (isWhole ? dependenciesOfTheTool : []) + [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: (isWhole ? tool + tests : []) + [
        // The runtime: who may import whom is kept by these lists.
        .systemLibrary(
            name: "CSQLite", path: "Sources/Runtime/System/CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(
            name: "CCrypt", path: "Sources/Runtime/System/CCrypt", pkgConfig: "libcrypt",
            providers: [.apt(["libcrypt-dev"]), .brew(["libxcrypt"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/Runtime/System/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CPostgreSQL", path: "Sources/Runtime/System/CPostgreSQL", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(
            name: "CMySQL", path: "Sources/Runtime/System/CMySQL", pkgConfig: "libmariadb",
            providers: [.apt(["libmariadb-dev"]), .brew(["mariadb-connector-c"])]),
        room("Validation"),
        room("Passwords", ["CCrypt"]),
        room(
            "Storage",
            [
                "ScaffoldValidation", "ScaffoldPasswords", "CSQLite",
                .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
                .target(name: "CMySQL", condition: .when(traits: ["MySQL"])),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ]),
        room(
            "Database",
            [
                "ScaffoldStorage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
            ]),
        room(
            "HTTP",
            [
                "ScaffoldStorage", "ScaffoldValidation", "ScaffoldPasswords", "CZlib",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Docs/Resources")]),
        room(
            "App",
            [
                "ScaffoldHTTP", "ScaffoldDatabase",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        room("Testing", ["ScaffoldApp"]),
        .target(
            name: "ScaffoldRuntime", dependencies: ["ScaffoldApp"], path: "Sources/Runtime/Umbrella",
            swiftSettings: strict),
    ]
)
