/// A text that looks like what its column's name promises.
enum FakeText: Sendable, Hashable {
    case email, firstName, lastName, fullName, userName, word, title, sentence, paragraph, slug, url, image, phone
    case street, zip, company, hexColor, ipv4, ipv6, uuid, code, version, coordinates, mac, day, moment, time
    case host, hexadecimal, base64, mongo, jwt, card, password, digits, number, letters, capitals, alphanumerics, json
    case oneOf([String])

    /// - Parameters:
    ///   - turn: counted up from row to row; a unique text has it in it.
    ///   - room: how many characters it may have at least and at most.
    func text(_ turn: Int, isUnique: Bool, room: ClosedRange<Int>, _ chance: inout SampleNumber) -> String {
        let mark = isUnique ? "\(turn + 1)" : ""
        switch self {
        case .email:
            let name = FakeWords.firstNames.any(&chance).lowercased()
            let host = FakeWords.hosts.any(&chance)
            let long = "\(name).\(FakeWords.lastNames.any(&chance).lowercased())\(mark)@\(host)"
            return long.utf8.count <= room.upperBound ? long : "\(name.prefix(1))\(mark)@e.co"
        case .firstName: return FakeWords.firstNames.any(&chance) + Self.roman(turn, isUnique)
        case .lastName: return FakeWords.lastNames.any(&chance) + Self.roman(turn, isUnique)
        case .fullName:
            return "\(FakeWords.firstNames.any(&chance)) \(FakeWords.lastNames.any(&chance))"
                + Self.roman(turn, isUnique)
        case .userName:
            return FakeWords.firstNames.any(&chance).lowercased() + (isUnique ? mark : Self.digits(2, &chance))
        case .word:
            guard isUnique else { return FakeWords.nouns.any(&chance) }
            let words = FakeWords.nouns
            return turn < words.count ? words[turn] : "\(words[turn % words.count])-\(turn / words.count)"
        case .title: return Self.title(&chance) + (isUnique ? " \(mark)" : "")
        case .sentence: return Self.sentence(&chance) + (isUnique ? " \(mark)" : "")
        case .paragraph:
            var text = Self.sentence(&chance)
            for _ in 0..<(1 + chance.next(below: 4)) { text += " " + Self.sentence(&chance) }
            return isUnique ? "\(text) \(mark)" : text
        case .slug:
            let text = "\(FakeWords.adjectives.any(&chance))-\(FakeWords.nouns.any(&chance))"
            return text + (isUnique ? "-\(mark)" : "")
        case .url:
            let host = FakeWords.hosts.any(&chance)
            let long = "https://\(host)/\(FakeWords.nouns.any(&chance))/\(isUnique ? mark : Self.digits(4, &chance))"
            return long.utf8.count <= room.upperBound ? long : "http://e.co/\(mark)"
        case .image:
            let name = isUnique ? mark : Self.digits(4, &chance)
            return "https://\(FakeWords.hosts.any(&chance))/images/\(name).jpg"
        case .phone: return "+49 30 " + (isUnique ? Self.padded(turn, 7) : Self.digits(7, &chance))
        case .street:
            let number = isUnique ? turn + 1 : 1 + chance.next(below: 200)
            return "\(FakeWords.streets.any(&chance)) Street \(number)"
        case .zip: return isUnique ? Self.padded(turn, 5) : Self.digits(5, &chance)
        case .company:
            let name = FakeWords.lastNames.any(&chance)
            return "\(name) \(FakeWords.nouns.any(&chance).capitalizedFirst)\(mark) Ltd"
        case .hexColor: return "#" + Self.hexadecimal(isUnique ? UInt64(turn) : chance.next(), 6)
        case .ipv4:
            let number = isUnique ? turn : Int(chance.next() >> 40)
            return "10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"
        case .ipv6:
            let number = isUnique ? UInt64(turn) : chance.next() >> 32
            return "2001:db8::\(String(number >> 16 & 0xFFFF, radix: 16)):\(String(number & 0xFFFF, radix: 16))"
        case .uuid:
            let (high, low) = (chance.next(), chance.next())
            let (head, tail) = (Self.hexadecimal(high, 12), Self.hexadecimal(low, 15))
            let (third, fourth) = (tail.prefix(3), tail.dropFirst(3).prefix(3))
            return "\(head.prefix(8))-\(head.suffix(4))-4\(third)-a\(fourth)-\(Self.hexadecimal(high ^ low, 12))"
        case .code:
            let length = min(max(room.lowerBound, 8), room.upperBound)
            return isUnique
                ? Self.counted(turn, length, Self.capitalsAndDigits) : Self.any(Self.capitalsAndDigits, length, &chance)
        case .version:
            let last = isUnique ? turn : chance.next(below: 20)
            return "\(chance.next(below: 5)).\(chance.next(below: 20)).\(last)"
        case .coordinates:
            let latitude = "\(chance.next(below: 89)).\(Self.digits(4, &chance))"
            return "\(latitude),\(chance.next(below: 179)).\(Self.digits(4, &chance))"
        case .mac:
            let digits = Array(Self.hexadecimal(isUnique ? UInt64(turn) : chance.next(), 12))
            return stride(from: 0, to: 12, by: 2).map { String(digits[$0...$0 + 1]) }.joined(separator: ":")
        case .day: return FakeMoment.past(&chance).day?.description ?? "2025-01-31"
        case .moment: return DateText.string(FakeMoment.past(&chance).date) ?? "2025-01-31T09:30:00.000Z"
        case .time: return "\(Self.padded(chance.next(below: 24), 2)):\(Self.padded(chance.next(below: 60), 2))"
        case .host: return "\(FakeWords.nouns.any(&chance))\(mark).example.com"
        case .hexadecimal:
            return Self.hexadecimal(isUnique ? UInt64(turn) : chance.next(), min(16, max(room.lowerBound, 8)))
        case .base64: return "\(Self.any(Self.smallLetters, 11, &chance))="
        case .mongo:
            let end = isUnique ? UInt64(turn) : chance.next()
            return Self.hexadecimal(chance.next(), 12) + Self.hexadecimal(end, 12)
        case .jwt: return "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.\(Self.any(Self.smallLetters, 16, &chance))"
        case .card: return Self.card(isUnique ? turn : chance.next(below: 100_000_000))
        case .password: return "Correct-horse-9"
        case .digits:
            let length = min(max(room.lowerBound, 6), room.upperBound)
            return isUnique ? Self.padded(turn, length) : Self.digits(length, &chance)
        case .number: return "\(isUnique ? turn + 1 : 1 + chance.next(below: 99))"
        case .letters: return Self.spelled(turn, isUnique, room, Self.smallLetters, &chance)
        case .capitals: return Self.spelled(turn, isUnique, room, Self.capitalLetters, &chance)
        case .alphanumerics: return Self.spelled(turn, isUnique, room, Self.lettersAndDigits, &chance)
        case .json:
            let count = isUnique ? turn : chance.next(below: 100)
            return #"{"name": "\#(FakeWords.nouns.any(&chance))", "count": \#(count)}"#
        case .oneOf(let words): return words.any(&chance)
        }
    }

    /// Whether more words may be added to it, and words taken off.
    var isProse: Bool {
        switch self {
        case .title, .sentence, .paragraph, .fullName, .street, .company: true
        default: false
        }
    }
}

// What texts are made of.
extension FakeText {
    private static let smallLetters = Array("abcdefghijklmnopqrstuvwxyz")
    private static let capitalLetters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    private static let lettersAndDigits = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    private static let capitalsAndDigits = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

    private static func title(_ chance: inout SampleNumber) -> String {
        let adjective = FakeWords.adjectives.any(&chance)
        switch chance.next(below: 3) {
        case 0: return "The \(adjective) \(FakeWords.nouns.any(&chance))"
        case 1:
            let first = FakeWords.nouns.any(&chance)
            return "\(adjective.capitalizedFirst) \(first) and \(FakeWords.nouns.any(&chance))"
        default:
            let (first, verb) = (FakeWords.nouns.any(&chance), FakeWords.verbs.any(&chance))
            return "How the \(first) \(verb) a \(FakeWords.nouns.any(&chance))"
        }
    }

    private static func sentence(_ chance: inout SampleNumber) -> String {
        let (adjective, noun) = (FakeWords.adjectives.any(&chance), FakeWords.nouns.any(&chance))
        let (verb, object) = (FakeWords.verbs.any(&chance), FakeWords.nouns.any(&chance))
        let end = "of a \(FakeWords.adjectives.any(&chance)) \(FakeWords.nouns.any(&chance))."
        return "The \(adjective) \(noun) \(verb) the \(object) \(end)"
    }

    /// What makes a name another one: nothing but for unique columns, where names repeat soon.
    private static func roman(_ turn: Int, _ isUnique: Bool) -> String { isUnique ? " \(turn + 1)" : "" }

    static func digits(_ count: Int, _ chance: inout SampleNumber) -> String {
        var text = ""
        for _ in 0..<max(1, count) { text.append(Character(Unicode.Scalar(UInt8(48 + chance.next(below: 10))))) }
        return text
    }

    private static func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits
    }

    private static func hexadecimal(_ number: UInt64, _ length: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: max(0, length - digits.count)) + digits.suffix(length)
    }

    private static func any(_ alphabet: [Character], _ length: Int, _ chance: inout SampleNumber) -> String {
        String((0..<max(1, length)).map { _ in alphabet[chance.next(below: alphabet.count)] })
    }

    /// The number in letters, filled up to a length.
    private static func counted(_ turn: Int, _ length: Int, _ alphabet: [Character]) -> String {
        var text: [Character] = []
        var rest = turn
        repeat {
            text.append(alphabet[rest % alphabet.count])
            rest /= alphabet.count
        } while rest > 0
        while text.count < length { text.append(alphabet[0]) }
        return String(text.reversed())
    }

    private static func spelled(
        _ turn: Int, _ isUnique: Bool, _ room: ClosedRange<Int>, _ alphabet: [Character], _ chance: inout SampleNumber
    ) -> String {
        let length = min(max(room.lowerBound, min(8, room.upperBound)), room.upperBound)
        return isUnique ? counted(turn, length, alphabet) : any(alphabet, length, &chance)
    }

    /// A number of a card with the check digit of Luhn.
    private static func card(_ number: Int) -> String {
        let head = "411111" + padded(number, 9).suffix(9)
        var sum = 0
        for (place, digit) in head.reversed().enumerated() {
            let value = digit.wholeNumberValue ?? 0
            sum += place % 2 == 0 ? (value * 2 > 9 ? value * 2 - 9 : value * 2) : value
        }
        return head + "\((10 - sum % 10) % 10)"
    }
}
