/// A part of a regular expression as it was read.
indirect enum PatternNode: Sendable {
    case empty
    case set(ScalarSet)
    case start
    case end
    case wordBoundary(Bool)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repetition(PatternNode, from: Int, to: Int?)
}

/// One step of a compiled expression.
enum PatternInstruction {
    case scalar(Unicode.Scalar)
    case set(ScalarSet)
    case start(multiline: Bool)
    case end(multiline: Bool)
    case wordBoundary(Bool)
    case split(Int, Int)
    case jump(Int)
    case match
}
