import Domain
import Services
import TestSupport
import Testing

@Suite struct PlacementFactorFileTests {
  static let header = "region,factor,key,points,source\n"

  static func read(_ text: String) throws -> PlacementFactors {
    let day = try #require(LocalDate(iso: "2026-05-01"))
    return try PlacementFactorFile.read(Array(text.utf8), name: "f.csv", on: day)
  }

  @Test func `regions, countries and languages are read by any of their codes`() throws {
    let factors = try Self.read(
      Self.header + """
        KZ-PAV,climate,mng,20,a
        551000000,language,kazakh,5,b
        KZ-55,occupation,4110-9 clerk,7,c
        KZ-55,occupation,Herder,100,d

        """)
    #expect(factors.all.map(\.region) == ["KZ-55", "KZ-55", "KZ-55", "KZ-55"])
    #expect(factors.all.map(\.key) == ["MNG", "kaz", "4110-9", "herder"])
    #expect(factors.all.map(\.points) == [20, 5, 7, 100])
  }

  static let faulty: [(lines: String, code: Code, detail: String)] = [
    ("", .fieldRequired, "f.csv: the file has no line below its header"),
    (",climate,MNG,1,s", .fieldRequired, "f.csv, line 2, region: it is empty"),
    (
      "KZ-99,climate,MNG,1,s", .regionUnknown,
      "f.csv, line 2, region: “KZ-99” is not the code of a region"
    ),
    (
      "KZ-55,wish,MNG,1,s", .fieldValue,
      "f.csv, line 2, factor: “wish” is none of occupation, climate, language"
    ),
    ("KZ-55,climate,,1,s", .fieldRequired, "f.csv, line 2, key: it is empty"),
    (
      "KZ-55,climate,XQ,1,s", .countryUnknown,
      "f.csv, line 2, key: “XQ” is not the code of a country"
    ),
    (
      "KZ-55,language,elvish,1,s", .fieldValue,
      "f.csv, line 2, key: language: “elvish” is not a code of ISO 639-3 that Kosh knows"
    ),
    (
      "KZ-55,occupation,0110,1,s", .fieldValue,
      "f.csv, line 2, key: occupation: “0110” is not a code of the classifier NK RK 01-2017"
    ),
    (
      "KZ-55,climate,MNG,101,s", .fieldValue,
      "f.csv, line 2, points: “101” is not a whole number from 0 to 100"
    ),
    (
      "KZ-55,climate,MNG,-1,s", .fieldValue,
      "f.csv, line 2, points: “-1” is not a whole number from 0 to 100"
    ),
    (
      "KZ-55,climate,MNG,1,", .fieldRequired,
      "f.csv, line 2, source: where the line comes from is not said"
    ),
    (
      "KZ-55,climate,MNG,1,s\nKZ-11,climate,MNG,1,s\nKZ-PAV,climate,mng,9,t", .fieldValue,
      "f.csv, line 4, key: line 2 says the same of KZ-55"
    ),
    (
      "KZ-55,climate,MNG,1", .csvFieldCount, "f.csv: line 2: 4 fields where the header has 5"
    ),
  ]

  @Test("A faulty line is refused by file, line and field", arguments: faulty)
  func refused(lines: String, code: Code, detail: String) {
    let failure = failure(of: { try Self.read(Self.header + lines) })
    #expect(failure?.code == code)
    #expect(failure?.detail == detail)
  }

  @Test func `a column that is missing is named`() {
    let failure = failure(of: { try Self.read("region,factor,key,points\n") })
    #expect(failure?.detail == "f.csv: the header has no column “source”")
  }
}
