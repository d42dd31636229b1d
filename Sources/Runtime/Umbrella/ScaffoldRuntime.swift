// Everything that an app says: one import in each of its files.
@_exported public import ScaffoldApp
@_exported public import ScaffoldHTTP
@_exported public import ScaffoldPasswords
@_exported public import ScaffoldStorage
@_exported public import ScaffoldValidation

#if canImport(FoundationEssentials)
    @_exported public import FoundationEssentials
#else
    @_exported public import Foundation
#endif
