import HTTPTypes
import NIOCore

/// Marks answers to `GET` with an `ETag`, made of their bodies, and answers 304 without a body where the client has that
/// one already and says so in `If-None-Match`.
///
/// ```swift
/// [Compression(), EntityTags()]
/// ```
///
/// The answer is still worked out; what is spared is sending it. Tags are weak, since compression changes the bytes and
/// not what they say; one that a handler has set itself stays.
public struct EntityTags: Middleware {
    /// What there is to set up: nothing.
    public init() {}

    public func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
        var response = try await next(request)
        guard request.method == .get || request.method == .head, response.status == .ok else { return response }
        guard let tag = response.headers[.eTag] ?? response.body.map(Self.tag) else { return response }
        response.headers[.eTag] = tag
        guard let known = request.headers[.ifNoneMatch], Self.lists(known, tag) else { return response }
        response.status = .notModified
        response.body = nil
        response.headers[.contentType] = nil
        return response
    }

    public func describe(_ operation: Operation) -> Operation {
        guard operation.action == .list || operation.action == .show else { return operation }
        return operation.answers(304, description: "The client has this answer already.")
    }

    private static func tag(_ body: ByteBuffer) -> String {
        let (high, low) = body.withUnsafeReadableBytes { Fingerprint.of($0) }
        return "W/\"\(String(high, radix: 36))\(String(low, radix: 36))\""
    }

    /// Whether a header such as `W/"a", "b"` or `*` names the tag, weak or not.
    private static func lists(_ header: String, _ tag: String) -> Bool {
        let opaque = opaque(tag[...])
        return header.split(separator: ",").contains { entry in
            let entry = entry.trimmingBlanks
            return entry == "*" || Self.opaque(entry[...]) == opaque
        }
    }

    private static func opaque(_ tag: Substring) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag }
}

/// A number of 128 bits for some bytes, the same in every process. It tells versions of an answer apart, and keeps no
/// secret: who wants to can find two texts with the same one.
enum Fingerprint {
    static func of(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
        var high: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
        var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F
        var place = 0
        while place + 16 <= bytes.count {
            let first = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let second = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
            high = mixed(UInt64(littleEndian: first) ^ low, 0xFF51_AFD7_ED55_8CCD ^ high)
            low = mixed(UInt64(littleEndian: second) ^ high, 0xC4CE_B9FE_1A85_EC53 ^ low) &+ high
            place += 16
        }
        while place < bytes.count {
            high = mixed(UInt64(bytes[place]) ^ low, 0xFF51_AFD7_ED55_8CCD ^ high)
            low = mixed(low ^ high, 0xC4CE_B9FE_1A85_EC53) &+ high
            place += 1
        }
        return (mixed(high, low ^ 0x9E37_79B9_7F4A_7C15), low)
    }

    private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b | 1)
        // The sum keeps a factor of 0 from wiping out what was there.
        return (product.high ^ product.low) &+ a &+ (b << 23 | b >> 41)
    }
}
