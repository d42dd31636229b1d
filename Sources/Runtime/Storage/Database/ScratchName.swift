#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The name of a scratch database: whose it is, when it was made and a number that no other has,
/// `blog_scratch_1795167000_7f3a91c2`.
struct ScratchName {
    let stem: String
    let time: Date
    let text: String

    /// - Parameter stem: the name of the database that it stands in for.
    init(stem: String, time: Date) {
        self.time = time
        let number = String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)
        let seconds = Int64(time.timeIntervalSince1970)
        let end = "\(Self.mark)\(seconds)_\(number)"
        // Names have 63 bytes at most on one engine, 64 characters on another.
        var short = stem
        while short.utf8.count + end.utf8.count > 63 { short.unicodeScalars.removeLast() }
        self.stem = short
        text = short + end
    }

    /// Whether another name is that of a scratch database of the same stem which is a day old.
    func isLeftover(_ name: String) -> Bool {
        let start = stem + Self.mark
        guard name.hasPrefix(start) else { return false }
        let parts = name.dropFirst(start.count).split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let seconds = Double(parts[0]), UInt32(parts[1], radix: 16) != nil else { return false }
        return time.timeIntervalSince1970 - seconds > 86_400
    }

    private static let mark = "_scratch_"
}
