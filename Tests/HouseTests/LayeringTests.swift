import Testing

/// Who may import whom: the direction of layers, and which module stands before which C library.
@Suite("Layers")
struct LayeringTests {
  /// The system, which any layer above Domain may use.
  static let system: Set<String> = ["Glibc", "FoundationEssentials"]

  static let layers: [(folder: String, imports: Set<String>)] = [
    ("Sources/Domain", ["EmbeddedMessages"]),
    ("Sources/Hashing", ["COpenSSL"]),
    ("Sources/ISO20022", ["Domain", "CLibXML2"]),
    ("Sources/Solver", ["Domain", "CGLPK"]),
    ("Sources/Storage", ["Domain", "Hashing"]),
    ("Sources/SQLiteEngine", ["Domain", "Storage", "CSQLite", "CSQLiteShim"]),
    ("Sources/Services", ["Domain", "Solver", "Storage", "Seeds", "Hashing", "ISO20022"]),
    ("Sources/Spreadsheet", ["Domain", "CXlsxWriter"]),
    ("Sources/Paper", ["Domain", "CPango"]),
    ("Sources/Reports", ["Domain", "Paper", "Spreadsheet"]),
    ("Sources/AdminCLI", ["Domain", "Services", "Reports", "Seeds"]),
    (
      "Sources/kosh",
      ["AdminCLI", "Domain", "Migrations", "Services", "SQLiteEngine", "Storage"]
    ),
    (
      "Sources/bench",
      [
        "AdminCLI", "CFloor", "Domain", "Migrations", "Reports", "Seeds", "Services", "Solver",
        "SQLiteEngine", "Storage",
      ]
    ),
    ("Migrations", ["EmbeddedMigrations"]),
    ("Seeds", ["Domain", "EmbeddedSeeds"]),
  ]

  @Test("A layer imports only those below it", arguments: layers)
  func imports(folder: String, imports: Set<String>) throws {
    let files = try SourceTree.swift(under: folder)
    #expect(!files.isEmpty)
    // Domain has no clock, no files and no machine.
    let allowed = folder == "Sources/Domain" ? imports : imports.union(Self.system)
    for file in files {
      let foreign = file.imports.filter { !allowed.contains($0) }
      #expect(foreign == [], "\(file.path)")
    }
  }

  @Test("Every folder of sources is one of the layers")
  func folders() throws {
    let folders = try SourceTree.swift(under: "Sources").map { file in
      file.path.split(separator: "/").prefix(2).joined(separator: "/")
    }
    let known = Self.layers.map(\.folder).filter { $0.hasPrefix("Sources/") }
    #expect(Set(folders) == Set(known))
  }

  /// Words of a layer that another must not know.
  static let secrets: [(folder: String, words: [String])] = [
    ("Sources/Services", ["JSONEncoder", "JSONDecoder", "STDOUT_FILENO", "print("]),
    ("Sources/Domain", [": Double", ": Float", "Double(", "Float("]),
  ]

  /// Shares of counted cases and their intervals, which are measured and never paid.
  static let statistics = ["Sources/Domain/Matching/Share.swift"]

  @Test(
    "Services knows no JSON and no terminal, Domain no floating point but for statistics",
    arguments: secrets)
  func words(folder: String, words: [String]) throws {
    for file in try SourceTree.swift(under: folder)
    where !Self.statistics.contains(file.path) {
      for (index, line) in file.lines.enumerated() where !line.contains("//") {
        for word in words where line.contains(word) {
          Issue.record("\(file.path):\(index + 1) has \(word)")
        }
      }
    }
  }
}
