// The words of HTTP that handlers use: methods, statuses, header names.
@_exported public import HTTPTypes

@_exported public import struct NIOCore.ByteBuffer
