// An app's migrations and seeders import this module alone.
@_exported import ScaffoldStorage
