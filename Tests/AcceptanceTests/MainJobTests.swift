import TestSupport
import Testing

/// Register from a file, include, grant, report: the job that Kosh is for, end to end.
@Suite("The main job")
struct MainJobTests {
  /// A register that holds the 60 families (186 people) of `Samples/families.csv`.
  private static func imported() throws -> Kosh {
    let kosh = try Kosh.withRegister()
    try kosh.write(Kosh.sample("families.csv"), to: "families.csv")
    let answer = try kosh.run("family import families.csv --json")
    #expect(
      answer.out == """
        {"read":186,"families":{"registered":60,"unchanged":0,"rejected":0},"persons":186,\
        "warnings":0,"rejects":null,"matches":{"match":0,"review":0,"listed":0}}

        """)
    try #require(answer.exit == 0, "\(answer.err)")
    return kosh
  }

  @Test("The same file again registers nobody and leaves the digest as it was")
  func again() throws {
    let kosh = try Self.imported()
    let before = try Proof.of(kosh)
    #expect(before.isClean && before.families == 60 && before.persons == 186)
    let answer = try kosh.run("family import families.csv --json")
    #expect(
      answer.out == """
        {"read":186,"families":{"registered":0,"unchanged":60,"rejected":0},"persons":0,\
        "warnings":0,"rejects":null,"matches":{"match":0,"review":0,"listed":0}}

        """)
    #expect(answer.exit == 0)
    #expect(try Proof.of(kosh) == before)
  }

  @Test("The same families make the same register on any day and machine")
  func sameDigest() throws {
    #expect(
      try Proof.of(Self.imported()).digest
        == "aa36978d1e1c37965931d707e7b83fa9ad9b71748c70d27ca15f680dcd7f55be")
  }

  @Test("From the file to the report")
  func wholeJob() throws {
    let kosh = try Self.imported()
    let included = try kosh.run("quota include --waiting --year 2026 --protocol 12 --json").json()
    let granted = try kosh.run("allowance grant --waiting --year 2026 --decision 7 --json").json()
    #expect(included["included"].elements.count == granted["granted"].elements.count)
    #expect(included["included"][0] == "Q-2026-000001-W")
    #expect(granted["granted"][0] == "G-2026-000001-E")
    #expect(granted["refused"] == [])

    let usage = try kosh.run("quota usage --year 2026 --kind kandas --json").json()
    #expect(
      usage["rows"][5] == [
        "region": "KZ-55", "name": "Pavlodar Region", "allotted": 977, "reserved": 0, "used": 33,
        "free": 944, "overrun": 0, "share_used": "3.4", "runs_out_on": .null,
      ])
    #expect(usage["total"]["used"] == 156)

    let report = try kosh.run("report allowances -o register.csv")
    #expect(report.exit == 0)
    let lines = try kosh.text(of: "register.csv").split(separator: "\r\n")
      .flatMap { $0.split(separator: "\n") }
    #expect(
      lines.contains(
        """
        Abai Region,G-2026-000004-8,F-2026-000004-L,Еркебұлан Сәкен,3,Relocation payment,4325.00,\
        908250.00,2026-11-02,7,press
        """))
    let html = try kosh.run("report quota-usage --format html --year 2026 -o usage.html")
    #expect(html.exit == 0)
    #expect(try kosh.text(of: "usage.html").contains("<svg"))
    #expect(try Proof.of(kosh).isClean)
  }

  @Test("A grant explains itself: article, MCI and its day, people, arithmetic")
  func explain() throws {
    let kosh = try Self.imported()
    _ = try kosh.run("quota include F-2026-000002-P --protocol 12")
    let grant = try kosh.run("allowance grant F-2026-000002-P --decision 7 --json").json()
    #expect(grant["grant"] == "G-2026-000001-E")
    let answer = try kosh.run("allowance explain G-2026-000001-E")
    for part in [
      "G-2026-000001-E: Relocation payment of F-2026-000002-P, 908\u{A0}250 tenge\n",
      "MCI        4\u{A0}325 tenge, in force since 2026-01-01, ",
      "People counted on 2026-11-02: 3\n",
      "    P-2026-000005-Z  spouse  Смагулова Нурсулу Токтаровна\n",
      "      2 × 70 MCI × 4,325 = 605\u{A0}500 tenge\n",
      "order 234 of 2023-06-22, made under art. 12 and 112(4)(1) of the Social Code",
      "rounding   up to a whole tenge\n", "    Total 908\u{A0}250 tenge\n",
    ] {
      #expect(answer.out.contains(part), "\(part)")
    }
    let json = try kosh.run("allowance explain F-2026-000002-P --json").json()
    #expect(json["total"] == "908250.00")
    #expect(json["mci"]["amount"] == "4325.00")
    #expect(json["mci"]["from"] == "2026-01-01")
    #expect(json["lines"][1]["arithmetic"] == "2 × 70 MCI × 4,325")
    #expect(json["people"].elements.count == 3)
    #expect(json["inclusion"]["protocol"] == "12")
  }

  @Test("The demonstration ends with a report, and again on a second run")
  func demo() throws {
    let kosh = try Kosh()
    let first = try kosh.run("demo --families 60 --seed 3 --json")
    try #require(first.exit == 0, "\(first.err)")
    let json = try first.json()
    #expect(json["families"]["registered"] == 60)
    #expect(json["reports"] == ["kosh-demo/allowances.html", "kosh-demo/allowances.csv"])
    #expect(try kosh.bytes(of: "kosh-demo/families.csv") == Kosh.sample("families.csv"))
    let second = try kosh.run("demo --families 60 --seed 3 --json").json()
    #expect(second["families"] == json["families"])
  }
}
