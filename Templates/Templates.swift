/// Every text that the tool generates, as templates of Mustache, by name.
///
/// The files of the folders beside this one are compiled into the tool, so that it is one file that runs anywhere.
public enum Templates {
    /// The text of each template.
    public static let all: [String: String] = bytes.mapValues { String(decoding: $0, as: UTF8.self) }

    private static let bytes: [String: [UInt8]] = [
        "AppEntrypoint": PackageResources.AppEntrypoint_mustache,
        "AssociationMethods": PackageResources.AssociationMethods_mustache,
        "Compose": PackageResources.Compose_mustache,
        "Controller": PackageResources.Controller_mustache,
        "DatabaseEntrypoint": PackageResources.DatabaseEntrypoint_mustache,
        "DockerIgnore": PackageResources.DockerIgnore_mustache,
        "Dockerfile": PackageResources.Dockerfile_mustache,
        "Environment": PackageResources.Environment_mustache,
        "Errors": PackageResources.Errors_mustache,
        "GitAttributes": PackageResources.GitAttributes_mustache,
        "GitIgnore": PackageResources.GitIgnore_mustache,
        "Middleware": PackageResources.Middleware_mustache,
        "Migration": PackageResources.Migration_mustache,
        "MigrationList": PackageResources.MigrationList_mustache,
        "Model": PackageResources.Model_mustache,
        "ModelTests": PackageResources.ModelTests_mustache,
        "NestedAction": PackageResources.NestedAction_mustache,
        "NestedInput": PackageResources.NestedInput_mustache,
        "NestedTest": PackageResources.NestedTest_mustache,
        "Operation": PackageResources.Operation_mustache,
        "PackageManifest": PackageResources.PackageManifest_mustache,
        "Projection": PackageResources.Projection_mustache,
        "Readme": PackageResources.Readme_mustache,
        "RecordAnswer": PackageResources.RecordAnswer_mustache,
        "RecordChange": PackageResources.RecordChange_mustache,
        "RecordCreation": PackageResources.RecordCreation_mustache,
        "RecordRemoval": PackageResources.RecordRemoval_mustache,
        "RequestTests": PackageResources.RequestTests_mustache,
        "RouteList": PackageResources.RouteList_mustache,
        "Routes": PackageResources.Routes_mustache,
        "RoutesOfModel": PackageResources.RoutesOfModel_mustache,
        "Samples": PackageResources.Samples_mustache,
        "Seeder": PackageResources.Seeder_mustache,
        "SeederList": PackageResources.SeederList_mustache,
        "Storage": PackageResources.Storage_mustache,
        "ThroughMethods": PackageResources.ThroughMethods_mustache,
        "SwiftFormat": PackageResources.SwiftFormat_mustache,
    ]
}
