import ScaffoldDatabase

// One entry a line, each with its comma: what two branches add then merges by itself.
// swift-format-ignore
let seeders: [any Seeder] = [
    Demo_20261121123706(),
]
