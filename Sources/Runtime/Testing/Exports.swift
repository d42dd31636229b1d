// A test speaks of models, JSON and statuses; one import brings them all.
@_exported public import ScaffoldApp
@_exported public import ScaffoldHTTP
@_exported public import ScaffoldStorage
