// swift-tools-version: 6.3
import PackageDescription

/// Every Swift target is built alike: language mode 6, the upcoming features that keep imports
/// and existentials honest, and no warnings.
let house: [SwiftSetting] =
  [
    "ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility",
    "NonisolatedNonsendingByDefault", "InferIsolatedConformances", "ImmutableWeakCaptures",
  ].map { .enableUpcomingFeature($0) } + [.treatAllWarnings(as: .error)]

/// A layer of Kosh.
func layer(
  _ name: String, path: String? = nil, sources: [String]? = nil, exclude: [String] = [],
  on dependencies: [Target.Dependency]
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, sources: sources,
    swiftSettings: house)
}

/// Text files carried inside the binary by the C preprocessor's `#embed`.
func embedded(_ name: String, path: String) -> Target {
  .target(
    name: name, path: path, cSettings: [.treatAllWarnings(as: .error)])
}

func tests(_ name: String, on dependencies: [Target.Dependency], exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: house)
}

let package = Package(
  name: "kosh",
  products: [
    .executable(name: "kosh", targets: ["kosh"]),
    .executable(name: "bench", targets: ["bench"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // GLPK comes without a pkg-config file; its header and library stand where compilers look.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(name: "CSQLiteShim", dependencies: ["CSQLite"]),
    // These two open their libraries when the first document is made; nothing is linked.
    .target(name: "CXlsxWriter"),
    .target(name: "CPango"),
    .target(name: "CFloor", dependencies: ["CGLPK", "CSQLite"]),

    layer("Hashing", on: ["COpenSSL"]),
    embedded("EmbeddedMessages", path: "Messages/Embedded"),
    layer("Domain", on: ["EmbeddedMessages"]),
    layer("ISO20022", on: ["Domain", "CLibXML2"]),
    layer("Solver", on: ["Domain", "CGLPK"]),
    layer("Storage", on: ["Domain", "Hashing"]),
    layer("SQLiteEngine", on: ["Domain", "Storage", "CSQLite", "CSQLiteShim"]),
    embedded("EmbeddedMigrations", path: "Migrations/Embedded"),
    layer(
      "Migrations", path: "Migrations", sources: ["Migrations.swift"],
      exclude: ["Embedded", "SQLite"], on: ["EmbeddedMigrations"]),
    embedded("EmbeddedSeeds", path: "Seeds/Embedded"),
    layer(
      "Seeds", path: "Seeds",
      exclude: [
        "Embedded", "Reference", "Orders", "Budgets", "Rules", "Demo", "Matching", "Permits",
        "Placement", "Statistics",
      ],
      on: ["Domain", "EmbeddedSeeds"]),
    layer("Services", on: ["Domain", "Solver", "Storage", "Seeds", "Hashing", "ISO20022"]),
    layer("Spreadsheet", on: ["Domain", "CXlsxWriter"]),
    layer("Paper", on: ["Domain", "CPango"]),
    layer("Reports", on: ["Domain", "Paper", "Spreadsheet"]),
    layer("AdminCLI", on: ["Domain", "Services", "Reports", "Seeds"]),
    .executableTarget(
      name: "kosh",
      dependencies: ["AdminCLI", "Domain", "Migrations", "Services", "SQLiteEngine", "Storage"],
      swiftSettings: house),
    .executableTarget(
      name: "bench",
      dependencies: [
        "AdminCLI", "CFloor", "Domain", "Migrations", "Reports", "Seeds", "Services", "Solver",
        "SQLiteEngine", "Storage",
      ],
      swiftSettings: house),

    .target(
      name: "TestSupport",
      dependencies: [
        "AdminCLI", "Domain", "Migrations", "Seeds", "Services", "SQLiteEngine", "Storage",
      ],
      path: "Tests/TestSupport", exclude: ["reread.py"], swiftSettings: house),
    tests("HashingTests", on: ["Hashing"]),
    tests("DomainTests", on: ["Domain", "Seeds"]),
    tests("ISO20022Tests", on: ["Domain", "ISO20022"]),
    tests("SeedsTests", on: ["Domain", "Seeds"]),
    tests("SolverTests", on: ["CGLPK", "Domain", "Services", "Solver"]),
    tests("StorageTests", on: ["Domain", "Hashing", "Migrations", "Storage", "SQLiteEngine"]),
    tests("ServicesTests", on: ["Domain", "Seeds", "Services", "Storage"]),
    tests("ReportsTests", on: ["Domain", "Reports"]),
    tests(
      "AdminCLITests", on: ["AdminCLI", "Domain", "Reports", "Services"],
      exclude: ["Commands/Transcripts"]),
    tests(
      "AcceptanceTests", on: ["Domain", "SQLiteEngine", "Storage"], exclude: ["Samples"]),
    tests("HouseTests", on: ["AdminCLI", "Domain"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
