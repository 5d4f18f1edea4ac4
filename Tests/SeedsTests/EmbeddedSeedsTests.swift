import Domain
import FoundationEssentials
import Seeds
import Testing

@Suite struct EmbeddedSeedsTests {
  /// The folder Seeds/ of the sources.
  static let folder =
    String(#filePath).split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    + "/Seeds"

  /// Files on disk under a folder of Seeds/, named as the binary names them.
  static func files(under part: String) -> [String] {
    // A folder that is not there yet has no files.
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(part)")
    return (paths ?? []).filter { $0.contains(".") }.map { "\(part)/\($0)" }
  }

  static let parts = [
    "Reference", "Orders", "Budgets", "Rules", "Demo", "Matching", "Permits", "Placement",
    "Statistics",
  ]

  @Test(arguments: parts)
  func `every file of the folder is embedded byte for byte`(_ part: String) throws {
    for name in Self.files(under: part) {
      let data = try #require(FileManager.default.contents(atPath: "\(Self.folder)/\(name)"))
      #expect(try Seeds.file(name) == Array(data), "\(name)")
    }
  }

  @Test func `nothing is embedded twice, and nothing that the folder lacks`() {
    let onDisk = Self.parts.flatMap(Self.files)
    #expect(Seeds.names.sorted() == onDisk.sorted())
    #expect(onDisk.count > 10)
  }

  @Test func `a file that is not there is our fault`() {
    let failure = #expect(throws: Failure.self) { try Seeds.file("Reference/none.csv") }
    #expect(failure?.code == .fault)
  }
}
