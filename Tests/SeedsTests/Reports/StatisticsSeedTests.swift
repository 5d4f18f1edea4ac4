import Domain
import Testing

@testable import Seeds

/// The tables that others printed, and every flaw that reckoning finds in them.
@Suite struct StatisticsSeedTests {
  static func table(_ id: String) throws -> StatisticsTable {
    try #require(try Seeds.statistics(Seeds.countries()).first { $0.id == id })
  }

  @Test func `the tables of the paper are all there`() throws {
    let tables = try Seeds.statistics(Seeds.countries())
    #expect(
      tables.map(\.id) == (1...10).map { "table-\($0)" } + [
        "arrivals-2019", "arrivals-1991-2000", "arrivals-series", "education-1991-2013",
        "nurly-kosh", "paper-text",
      ])
    for table in tables {
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.id)")
    }
  }

  /// What the English note of each failing check says after its subject, worked by hand.
  static let failures: [(table: String, notes: [String])] = [
    (
      "table-1",
      [
        "stated -2 234; EAEU countries -16 063 + Other countries 15 784 = -279.",
        "stated -11 265; EAEU countries -20 670 + Other countries 8 508 = -12 162.",
        "stated -13 026; EAEU countries -21 479 + Other countries 8 013 = -13 466.",
        "stated -20 594; EAEU countries -26 253 + Other countries 5 108 = -21 145.",
        "stated -22 426; EAEU countries -28 158 + Other countries 6 028 = -22 130.",
        "stated 2.61; 15 784 / 6 028 = 2.618.",
      ]
    ),
    // The countries of the EAEU add up to their line of table 1; the country does not.
    (
      "table-2",
      [
        "stated -2 234; Armenia 124 + Belarus -953 + Kyrgyzstan 1 327 + Russia -16 561 "
          + "+ Other countries (table-1) 15 784 = -279.",
        "stated -11 265; Armenia 89 + Belarus -1 404 + Kyrgyzstan 793 + Russia -20 148 "
          + "+ Other countries (table-1) 8 508 = -12 162.",
        "stated -13 026; Armenia 197 + Belarus -430 + Kyrgyzstan 531 + Russia -21 777 "
          + "+ Other countries (table-1) 8 013 = -13 466.",
        "stated -20 594; Armenia 99 + Belarus -244 + Kyrgyzstan 446 + Russia -26 554 "
          + "+ Other countries (table-1) 5 108 = -21 145.",
        "stated -22 426; Armenia 69 + Belarus -166 + Kyrgyzstan 467 + Russia -28 528 "
          + "+ Other countries (table-1) 6 028 = -22 130.",
      ]
    ),
    (
      "table-6", ["stated 102.7; 368 / 358 = 102.79 %.", "stated 45; (671 - 463) / 671 = 31.0 %."]
    ),
    (
      "table-10",
      [
        "stated 100; Salary 97 + Special costs 0.9 + Other costs 1.5 = 99.4.",
        "stated 100; Salary 71.8 + Special costs 25.1 + Other costs 2.2 = 99.1.",
        "stated 100; Salary 86.6 + Special costs 4.5 + Other costs 1.3 = 92.4.",
        "stated 100; Salary 83 + Special costs 13.7 + Other costs 3.0 = 99.7.",
        "stated 100; Salary 75 + Special costs 22.1 + Other costs 2.2 = 99.3.",
      ]
    ),
    ("arrivals-2019", ["stated 3.9; 701 / 17 661 = 3.97 %."]),
    ("education-1991-2013", []),
    (
      "nurly-kosh",
      [
        "stated 1.17; 17 551.5 / 150 = 117.010.", "stated 0.05; 7 207.2 / 150 = 48.048.",
        "stated 0.6; 85 267.3 / 150 = 568.45.", "stated 0.04; 5 208.9 / 150 = 34.726.",
        "stated 1.17; 850.6 / 150 = 5.671.", "stated 0.52; 76 737.7 / 150 = 511.585.",
        "stated 0.03; 4 946.6 / 150 = 32.977.",
      ]
    ),
    (
      "paper-text",
      [
        "stated 16.4; Russia 11.9 + Ukraine 5.1 + Kazakhstan 3.5 + Türkiye 1.9 = 22.4.",
        "stated 10; 2 700 000 / 225 000 = 12.0.", "stated 150; 833 000 / 5 866 = 142.0.",
        "stated 100; 58.9 + 25.9 + 2.9 + 2.8 + 1.5 + 1.5 + 1.5 + 4.3 = 99.3.",
      ]
    ),
  ]

  @Test(arguments: failures) func `the lines that do not add up are found`(
    table: String, notes: [String]
  ) throws {
    let found = try Self.table(table).failures.map { check in
      let note = check.note.en.dropFirst(check.subject.en.count + 2)
      return String(note.map { $0 == "\u{A0}" ? " " : $0 })
    }
    #expect(found == notes)
  }

  /// How the notes end; each begins with the line it is about.
  static let transfers: [String] = [
    "Georgia 573.8 + Other 2 495.5 = 48 295.7.",
    "Ukraine 19 + Tajikistan 1.6 + Armenia 1.5 + "
      + "Georgia 1.2 + Other 5.2 = 117.2.",
    "United Arab Emirates 300.7 + Other 2 769.9 = 33 516.2.",
    "United Arab Emirates 0.9 + Other 8.3 = 100.1.",
    "Sent abroad, Ukraine, Share, %: stated 19; 930.2 / 48 295.9 = 1.9 %.",
    "in the text: stated 54.3; Russia 45.3.",
    "in the text: stated 3; Uzbekistan 2 666.1, place by size 4.",
  ]

  @Test func `the flaws of the transfers are found`() throws {
    let notes = try Self.table("table-3").failures.map { check in
      String(check.note.en.map { $0 == "\u{A0}" ? " " : $0 })
    }
    #expect(notes.count == Self.transfers.count)
    for (note, ending) in zip(notes, Self.transfers) { #expect(note.hasSuffix(ending), "\(note)") }
  }

  @Test func `the money of Nurly Kosh is that of the order, and sums to the total`() throws {
    let table = try Self.table("nurly-kosh")
    let parts = table.rows.filter { $0.id != "2009–2011.total" }.compactMap { $0.cells[0].value }
    #expect(
      parts.map(\.description) == [
        "17551.5", "25.8", "7207.2", "85267.3", "5208.9", "850.6", "76737.7", "4946.6",
      ])
    let sum = parts.reduce(ExactDecimal(digits: 0, places: 0)) { sum, part in
      sum.flatMap { $0.adding(part) }
    }
    #expect(sum?.description == "197795.6")
    #expect(table.value("2009–2011.total", "tenge-million")?.description == "197795.6")
  }

  static let malformed: [(row: String, words: String)] = [
    ("table-99,sum,#1,#1,a,,", "there is no table “table-99”"),
    ("table-1,product,#1,#1,a,,", "“product” in “kind” is none of"),
    ("table-1,sum,#one,#1,a,,", "“#one” is no number"),
    ("table-1,sum,KAZ/1999,#1,a,,", "“KAZ/1999” names no figure"),
    ("table-1,sum,none:KAZ/2013,#1,a,,", "“none:KAZ/2013” names no figure"),
    ("table-1,ratio,#1,#1,a,,", "1 operands are not what ratio takes"),
  ]

  @Test(arguments: malformed) func `a malformed check is named`(row: String, words: String) throws {
    let tables = try Seeds.statistics(Seeds.countries())
    let failure = #expect(throws: Failure.self) {
      let file = "table,kind,stated,operands,en,kk,ru\n\(row)\n"
      _ = try StatisticsChecks(tables).attached(SeedTable("a.csv", Array(file.utf8)))
    }
    #expect(failure?.code == .ruleMalformed)
    #expect(failure?.detail.contains(words) == true, "\(failure?.detail ?? "")")
  }

  static let faulty: [(file: String, words: String)] = [
    ("row,2013\nKAZ,many\n", "“many” is no figure"),
    ("row,2013\nnowhere,1\n", "“nowhere” is no country, no word and no year"),
    ("row,2013\nKAZ,1\nKAZ,2\n", "“KAZ” stands twice"),
    ("row,2013,standing,source\nKAZ,1,heard,a\n", "“heard” in “standing”"),
  ]

  @Test(arguments: faulty) func `a faulty table is named`(file: String, words: String) throws {
    let reader = try StatisticsReader(Seeds.countries())
    let failure = #expect(throws: Failure.self) {
      _ = try reader.rows(SeedTable("a.csv", Array(file.utf8)))
    }
    #expect(failure?.code == .ruleMalformed)
    #expect(failure?.detail.contains(words) == true, "\(failure?.detail ?? "")")
  }
}
