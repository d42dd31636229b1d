import ScaffoldRuntime

/// The cells of a row at hand.
protocol HandCells {
    func int(_ column: Int) -> Int
    func bool(_ column: Int) -> Bool
    func text(_ column: Int) -> String
    func date(_ column: Int) -> Date
    func isNull(_ column: Int) -> Bool
}

struct HandPost: Sendable {
    static let columns = ["id", "title", "content", "status", "userId", "createdAt", "updatedAt"]

    var id: Int
    var title: String
    var content: String
    var status: PostStatus
    var userId: Int
    var createdAt: Date
    var updatedAt: Date
    var author: HandUser?
    var tags: [HandTag] = []

    @inline(__always) init(_ cells: some HandCells, withAuthor: Bool = false) {
        id = cells.int(0)
        title = cells.text(1)
        content = cells.text(2)
        status = PostStatus(rawValue: cells.text(3)) ?? .draft
        userId = cells.int(4)
        createdAt = cells.date(5)
        updatedAt = cells.date(6)
        author = withAuthor ? HandUser(cells, from: 7) : nil
    }

    init(_ post: Post) {
        (id, title, content, status) = (0, post.title, post.content, post.status)
        (userId, createdAt, updatedAt) = (post.userId, post.createdAt, post.updatedAt)
    }
}

struct HandUser: Sendable {
    static let columns = [
        "id", "email", "password", "firstName", "lastName", "role", "isActive", "lastLoginAt", "createdAt", "updatedAt",
    ]

    var id: Int
    var email: String
    var password: String
    var firstName: String
    var lastName: String
    var role: UserRole
    var isActive: Bool
    var lastLoginAt: Date?
    var createdAt: Date
    var updatedAt: Date

    @inline(__always) init(_ cells: some HandCells, from first: Int) {
        id = cells.int(first)
        email = cells.text(first + 1)
        password = cells.text(first + 2)
        firstName = cells.text(first + 3)
        lastName = cells.text(first + 4)
        role = UserRole(rawValue: cells.text(first + 5)) ?? .user
        isActive = cells.bool(first + 6)
        lastLoginAt = cells.isNull(first + 7) ? nil : cells.date(first + 7)
        createdAt = cells.date(first + 8)
        updatedAt = cells.date(first + 9)
    }
}

struct HandTag: Sendable {
    static let columns = ["id", "name", "createdAt", "updatedAt"]

    var id: Int
    var name: String
    var createdAt: Date
    var updatedAt: Date

    @inline(__always) init(_ cells: some HandCells, from first: Int) {
        id = cells.int(first)
        name = cells.text(first + 1)
        createdAt = cells.date(first + 2)
        updatedAt = cells.date(first + 3)
    }
}
