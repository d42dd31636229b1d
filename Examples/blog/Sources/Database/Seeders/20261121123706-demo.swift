import ScaffoldDatabase

struct Demo_20261121123706: Seeder {
    static let name = "20261121123706-demo"

    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkInsert(
            "users",
            [
                [
                    "id": 1, "email": "ada@example.com", "password": .password("correct horse battery"),
                    "firstName": "Ada", "lastName": "Lovelace", "role": "user", "isActive": true, "createdAt": .now,
                    "updatedAt": .now,
                ],
                [
                    "id": 2, "email": "alan@example.com", "password": .password("battery horse correct"),
                    "firstName": "Alan", "lastName": "Turing", "role": "admin", "isActive": false, "createdAt": .now,
                    "updatedAt": .now,
                ],
                [
                    "id": 3, "email": "grace@example.com", "password": .password("correct horse battery"),
                    "firstName": "Grace", "lastName": "Hopper", "role": "moderator", "isActive": true,
                    "createdAt": .now, "updatedAt": .now,
                ],
            ])
        queryInterface.bulkInsert(
            "profiles",
            [
                [
                    "id": 1, "bio": "Writes the first program.", "avatar": "Avatar", "location": "London", "userId": 1,
                    "createdAt": .now, "updatedAt": .now,
                ],
                [
                    "id": 2, "bio": "Asks whether machines think.", "avatar": "Avatar2", "location": "Manchester",
                    "userId": 2, "createdAt": .now, "updatedAt": .now,
                ],
                [
                    "id": 3, "bio": "Finds the first bug.", "avatar": "Avatar3", "location": "New York", "userId": 3,
                    "createdAt": .now, "updatedAt": .now,
                ],
            ])
        queryInterface.bulkInsert(
            "posts",
            [
                [
                    "id": 1, "title": "First steps", "content": "How it all began.", "status": "draft", "userId": 1,
                    "createdAt": .now, "updatedAt": .now,
                ],
                [
                    "id": 2, "title": "Second thoughts", "content": "What came of it.", "status": "published",
                    "userId": 2, "createdAt": .now, "updatedAt": .now,
                ],
                [
                    "id": 3, "title": "Third time lucky", "content": "How it went on.", "status": "draft", "userId": 3,
                    "createdAt": .now, "updatedAt": .now,
                ],
            ])
        queryInterface.bulkInsert(
            "tags",
            [
                ["id": 1, "name": "Name1", "createdAt": .now, "updatedAt": .now],
                ["id": 2, "name": "Name2", "createdAt": .now, "updatedAt": .now],
                ["id": 3, "name": "Name3", "createdAt": .now, "updatedAt": .now],
            ])
        queryInterface.bulkInsert(
            "post_tags",
            [
                ["id": 1, "postId": 1, "tagId": 1, "createdAt": .now, "updatedAt": .now],
                ["id": 2, "postId": 2, "tagId": 2, "createdAt": .now, "updatedAt": .now],
                ["id": 3, "postId": 3, "tagId": 3, "createdAt": .now, "updatedAt": .now],
            ])
    }

    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.bulkDelete("post_tags", where: ["id": [1, 2, 3]])
        queryInterface.bulkDelete("tags", where: ["id": [1, 2, 3]])
        queryInterface.bulkDelete("posts", where: ["id": [1, 2, 3]])
        queryInterface.bulkDelete("profiles", where: ["id": [1, 2, 3]])
        queryInterface.bulkDelete("users", where: ["id": [1, 2, 3]])
    }
}
