import Domain
import Services
import TestSupport
import Testing

/// A file of rules that is not sound is refused at the door, with its place, and nothing is kept.
@Suite("Malformed rules at the door")
struct RuleAdoptionTests {
  struct Mistake: Sendable {
    let figure: String
    let content: String
    let says: String
  }

  private static let cite = #""cite": {"source": "a test", "standing": "press"}"#

  private static func head(_ values: String, more: String = "") -> String {
    """
    {"title": {"en": "a", "kk": "b", "ru": "c"}, "unit": "mci-per-person", "values": [\(values)],
     "checked": {"on": "2026-11-02"}\(more)}
    """
  }

  private static func mistake(_ values: String, more: String = "", _ says: String) -> Mistake {
    Mistake(figure: "relocation/head", content: head(values, more: more), says: says)
  }

  private static func index(_ rows: String, _ says: String) -> Mistake {
    Mistake(
      figure: "mci", content: "from,until,purpose,tenge,standing,source\n\(rows)\n", says: says)
  }

  static let mistakes: [Mistake] = [
    Mistake(figure: "relocation/tail", content: "{}", says: "no code asks for this parameter"),
    Mistake(figure: "relocation/head", content: "{", says: "this is not JSON with whole numbers"),
    Mistake(
      figure: "relocation/division", content: head(""),
      says: "the unit is “mci-per-person” where code asks for division"),
    mistake("", "there are no values"),
    mistake("", more: #", "colour": "red""#, "the key “colour” is unknown"),
    mistake(#"{"from": "2020-01-01", "value": 1}"#, "value 1: there is no citation"),
    mistake(#"{"from": "2020-01-01", \#(cite)}"#, "value 1: there is no value"),
    mistake(
      #"{"from": "2020-01-01", "value": 6.81, \#(cite)}"#, "this is not JSON with whole numbers"),
    mistake(
      #"{"from": "2020-01-01", "value": -1, \#(cite)}"#,
      "value 1: the value does not fit mci-per-person"),
    mistake(
      #"{"from": "2020-02-30", "value": 1, \#(cite)}"#, "“2020-02-30” in “from” is not a date"),
    mistake(
      #"{"from": "2020-01-01", "until": "2019-12-31", "value": 1, \#(cite)}"#,
      "“until” is before “from”"),
    mistake(
      #"{"from": "2020-01-01", "value": 1, \#(cite)}, {"from": "2021-01-01", "value": 2, \#(cite)}"#,
      "the value from 2020-01-01 reaches into 2021-01-01"),
    mistake(
      #"{"from": "2020-01-01", "value": null, \#(cite)}"#,
      "the unknown value from 2020-01-01 has no note"),
    Mistake(
      figure: "mci", content: "from,until,tenge\n2027-01-01,,4500\n",
      says: "mci: the columns must be from, until, purpose, tenge, standing, source"),
    index("", "mci: there are no values"),
    index("2027-01-01,,general,0,press,a test", "mci, line 2: the MCI is no amount of tenge"),
    index("2027-01-01,,general,4 500,press,a test", "“4 500” in “tenge” is not a whole number"),
    index("2027-01-01,,special,4500,press,a test", "“special” in “purpose” is none of general"),
    index("2027-01-01,,general,4500,press,", "mci, line 2: “source” is empty"),
    index(
      "2026-01-01,,general,4325,press,a\n2027-01-01,,general,4500,press,b",
      "the MCI from 2027-01-01 does not follow that from 2026-01-01"),
  ]

  @Test("A mistake is named, and nothing is adopted", arguments: mistakes)
  func refused(mistake: Mistake) throws {
    let desk = try DeskFiles.desk()
    try desk.write(mistake.content, to: "draft")
    let before = desk.run("verify").out
    for line in ["rules adopt @draft --document d", "rules check @draft"] {
      let answer = desk.run("\(line) --figure \(mistake.figure)")
      #expect(answer.exit == 2)
      #expect(answer.err.hasPrefix("error: rule.malformed: "), "\(answer.err)")
      #expect(answer.err.contains("draft: "), "\(answer.err)")
      #expect(answer.err.contains(mistake.says), "\(answer.err)")
    }
    #expect(desk.run("verify").out == before)
  }
}
