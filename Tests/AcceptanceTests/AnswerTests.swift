import TestSupport
import Testing

/// Answers that need no register: quotes, numbers of papers, working days, and usage.
@Suite("Answers without a register")
struct AnswerTests {
  static let quotes: [(words: String, total: String, standing: String, mci: String)] = [
    ("--kind relocation --members 3 --on 2026-05-01", "908250.00", "press", "4325.00"),
    ("--members 1 --on 2022-08-24", "214410.00", "press", "3063.00"),
    ("--kind tariff-1997 --members 5 --on 2009-03-01", "833815.00", "reconstructed", "1273.00"),
    ("--kind tariff-1997 --members 5 --on 2009-07-01", "848880.00", "reconstructed", "1296.00"),
  ]

  @Test("An allowance is reckoned, with its standing", arguments: quotes)
  func quote(words: String, total: String, standing: String, mci: String) throws {
    let json = try Kosh().run("allowance quote \(words) --json").json()
    #expect(json["total"].text == total)
    #expect(json["currency"] == "KZT")
    #expect(json["standing"].text == standing)
    #expect(json["mci"]["amount"].text == mci)
    #expect(json["lines"].elements.allSatisfy { $0["citation"].text?.isEmpty == false })
  }

  @Test("The tariff of 1997 has its five lines")
  func tariff() throws {
    let json = try Kosh().run(
      "allowance quote --kind tariff-1997 --members 5 --on 2009-03-01 --json"
    ).json()
    let lines = json["lines"].elements.map { line in
      "\(line["label"].text ?? ""): \(line["arithmetic"].text ?? "") = \(line["amount"].text ?? "")"
    }
    #expect(
      lines == [
        "Housing, each member: 5 × 100 MCI × 1,273 = 636500.00",
        "Lump sum, head of the family: 1 × 15 MCI × 1,273 = 19095.00",
        "Lump sum, each other member: 4 × 10 MCI × 1,273 = 50920.00",
        "Travel, each member, at most: 5 × 10 MCI × 1,273 = 63650.00",
        "Carriage of property and livestock, each family, at most: 1 × 50 MCI × 1,273 = 63650.00",
      ])
    #expect(json["lines"].elements.allSatisfy { $0["standing"] == "reconstructed" })
  }

  static let answers: [(words: [String], exit: Int32, out: String)] = [
    (["--version"], 0, "kosh 0.1.0\n"),
    (
      ["check", "iin", "061211600012"], 0,
      "061211600012 is a valid IIN: born 2006-12-11, sex F\n"
    ),
    (
      ["check", "iin", "061211600013", "--json"], 2,
      """
      {"error":{"code":"iin.invalid","message":"VALUE: “061211600013” is not an IIN: its check \
      digit does not fit: a digit was mistyped"}}

      """
    ),
    (
      ["check", "bin", "990940003030", "--json"], 0,
      """
      {"bin":"990940003030","valid":true,"registered":"1999-09","kind":"resident",\
      "unit":"headOffice"}

      """
    ),
    (
      ["check", "iban", "KZ86125KZT5004100100"], 0,
      "KZ86 125K ZT50 0410 0100 is a valid IBAN of bank 125\n"
    ),
    (["calendar", "count", "2026-01-01", "2026-12-31"], 0, "247\n"),
    (["calendar", "count", "2009-01-01", "2009-12-31"], 0, "249\n"),
    (["calendar", "count", "2024-01-01", "2024-12-31"], 0, "249\n"),
    (["calendar", "add", "2026-03-05", "3"], 0, "2026-03-11\n"),
  ]

  @Test("A question is answered", arguments: answers)
  func answer(words: [String], exit: Int32, out: String) throws {
    let answer = try Kosh().run(words)
    #expect(answer.out == out)
    #expect(answer.exit == exit, "\(answer.err)")
  }

  @Test("The zone of a passport is read")
  func mrz() throws {
    let json = try Kosh().run([
      "check", "mrz", "P<KAZNURLANOV<<NURLAN<<<<<<<<<<<<<<<<<<<<<<<",
      "N000000012KAZ8506151M3001019850615300012<<72", "--json",
    ]).json()
    #expect(json["surname"] == "NURLANOV")
    #expect(json["given_names"] == "NURLAN")
    #expect(json["birth_date"] == "1985-06-15")
    #expect(json["composite_digit"] == "2")
  }

  static let usage: [(words: String, err: String)] = [
    ("fmaily", "error: usage: “kosh fmaily” is not a command\nhint: did you mean `kosh family`?\n"),
    (
      "family impotr",
      """
      error: usage: “kosh family impotr” is not a command
      hint: did you mean `kosh family import`?

      """
    ),
  ]

  @Test("An unknown command is exit code 2, with the nearest one", arguments: usage)
  func unknown(words: String, err: String) throws {
    let answer = try Kosh().run(words)
    #expect(answer.exit == 2)
    #expect(answer.err == err)
    #expect(answer.out == "")
  }

  @Test("Every exit code is reached by a real command")
  func exits() throws {
    let kosh = try Kosh.withRegister()
    try kosh.write(Kosh.sample("families.csv"), to: "families.csv")
    _ = try kosh.run("family import families.csv")
    _ = try kosh.run("user add dana --role registrar")
    for (words, exit, start) in [
      ("quota include F-2026-000002-P --protocol 12", 0, ""),
      ("quota include F-2026-000002-P", 5, "error: place.held: "),
      ("quota include F-2026-000004-L --region KZ-75", 4, "error: quota.region: "),
      ("family show F-2026-000123-7", 3, "error: family.not-found: "),
      ("family show F-2026-000123-K", 2, "error: number.invalid: "),
      ("quota include F-2026-000004-L --as dana", 6, "error: access.denied: "),
      ("family find Нұрлан --as nobody", 6, "error: user.unknown: "),
      ("verify --db absent.db", 3, "error: database.not-found: "),
      ("init", 5, "error: database.exists: "),
    ] as [(String, Int32, String)] {
      let answer = try kosh.run(words)
      #expect(answer.exit == exit, "\(words): \(answer.err)")
      #expect(exit == 0 || answer.err.hasPrefix(start), "\(words): \(answer.err)")
    }
  }
}
