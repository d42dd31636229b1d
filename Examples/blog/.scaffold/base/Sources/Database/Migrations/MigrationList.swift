import ScaffoldDatabase

// One entry a line, each with its comma: what two branches add then merges by itself.
// swift-format-ignore
let migrations: [any Migration] = [
    CreateUser_20261121123706(),
    CreateProfile_20261121123707(),
    CreatePost_20261121123708(),
    CreateTag_20261121123709(),
    CreatePostTag_20261121123710(),
]
