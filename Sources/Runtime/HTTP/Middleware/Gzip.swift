import CZlib
import NIOCore

/// Compression in the form that `Content-Encoding: gzip` names.
enum Gzip {
    /// The bytes compressed; nil where zlib cannot.
    ///
    /// - Parameter level: From 1, which is quick, to 9, which is small.
    static func compress(_ body: ByteBuffer, level: Int32) -> ByteBuffer? {
        var stream = z_stream()
        guard scaffold_gzip_begin(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(body.readableBytes)))
        var result = ByteBufferAllocator().buffer(capacity: room)
        var isDone = false
        result.writeWithUnsafeMutableBytes(minimumWritableBytes: room) { output in
            body.withUnsafeReadableBytes { input in
                // zlib reads it only; its headers are older than const.
                stream.next_in = UnsafeMutablePointer(
                    mutating: input.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(clamping: input.count)
                stream.next_out = output.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(clamping: output.count)
                isDone = input.count <= Int(UInt32.max) && deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            return isDone ? Int(stream.total_out) : 0
        }
        return isDone ? result : nil
    }
}
