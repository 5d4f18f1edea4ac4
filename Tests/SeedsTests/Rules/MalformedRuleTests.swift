import Domain
import Seeds
import Testing

@Suite struct MalformedRuleTests {
  struct Mistake: Sendable {
    let name: String
    var key = "relocation/head"
    var unit = "mci-per-person"
    /// Further keys of the file.
    var more = ""
    let values: String
    let detail: String
  }

  static let cite = #""cite": {"source": "a test", "standing": "press"}"#

  static let mistakes: [Mistake] = [
    Mistake(
      name: "a parameter that nobody asks for", key: "relocation/tail", values: "",
      detail: "relocation/tail: no code asks for this parameter"),
    Mistake(
      name: "no JSON", values: "{",
      detail: "relocation/head: this is not JSON with whole numbers"),
    Mistake(
      name: "a fraction as a number", values: #"{"from": "2020-01-01", "value": 6.81, \#(cite)}"#,
      detail: "relocation/head: this is not JSON with whole numbers"),
    Mistake(
      name: "an unknown unit", unit: "tenge", values: "",
      detail: "relocation/head: the unit “tenge” is unknown"),
    Mistake(
      name: "another unit than code asks for", unit: "mci-per-family", values: "",
      detail: "relocation/head: the unit is “mci-per-family” where code asks for mci-per-person"),
    Mistake(
      name: "money that would stay with a number", key: "relocation/division", unit: "division",
      values: #"{"from": "2020-01-01", "value": "number", \#(cite)}"#,
      detail: "relocation/division, value 1: the value does not fit division"),
    Mistake(
      name: "an unknown key of the file", more: #", "colour": "red""#, values: "",
      detail: "relocation/head: the key “colour” is unknown"),
    Mistake(
      name: "an unknown key of a value",
      values: #"{"from": "2020-01-01", "to": "2021-01-01", "value": 1, \#(cite)}"#,
      detail: "relocation/head, value 1: the key “to” is unknown"),
    Mistake(
      name: "no values", values: "", detail: "relocation/head: there are no values"),
    Mistake(
      name: "no citation", values: #"{"from": "2020-01-01", "value": 1}"#,
      detail: "relocation/head, value 1: there is no citation"),
    Mistake(
      name: "a citation without a source",
      values: #"{"from": "2020-01-01", "value": 1, "cite": {"standing": "press"}}"#,
      detail: "relocation/head, value 1, cite: “source” is missing, or no text"),
    Mistake(
      name: "an unknown standing",
      values:
        #"{"from": "2020-01-01", "value": 1, "cite": {"source": "a test", "standing": "sure"}}"#,
      detail: "relocation/head, value 1, cite: the standing “sure” is unknown"),
    Mistake(
      name: "no date", values: #"{"value": 1, \#(cite)}"#,
      detail: "relocation/head, value 1: “from” is missing, or no text"),
    Mistake(
      name: "a date that is none", values: #"{"from": "2020-02-30", "value": 1, \#(cite)}"#,
      detail: "relocation/head, value 1: “2020-02-30” in “from” is not a date"),
    Mistake(
      name: "an end before the start",
      values: #"{"from": "2020-01-01", "until": "2019-12-31", "value": 1, \#(cite)}"#,
      detail: "relocation/head, value 1: “until” is before “from”"),
    Mistake(
      name: "unsorted dates",
      values: #"{"from": "2021-01-01", "until": "2021-12-31", "value": 1, \#(cite)}, "#
        + #"{"from": "2020-01-01", "until": "2020-12-31", "value": 1, \#(cite)}"#,
      detail: "relocation/head: 2020-01-01 stands after 2021-01-01"),
    Mistake(
      name: "overlapping periods",
      values: #"{"from": "2020-01-01", "until": "2021-01-01", "value": 1, \#(cite)}, "#
        + #"{"from": "2021-01-01", "value": 1, \#(cite)}"#,
      detail: "relocation/head: the value from 2020-01-01 reaches into 2021-01-01"),
    Mistake(
      name: "a missing value", values: #"{"from": "2020-01-01", \#(cite)}"#,
      detail: "relocation/head, value 1: there is no value"),
    Mistake(
      name: "a value of another shape",
      values: #"{"from": "2020-01-01", "value": "general", \#(cite)}"#,
      detail: "relocation/head, value 1: the value does not fit mci-per-person"),
    Mistake(
      name: "a negative multiple", values: #"{"from": "2020-01-01", "value": -1, \#(cite)}"#,
      detail: "relocation/head, value 1: the value does not fit mci-per-person"),
    Mistake(
      name: "a rounding that is none", key: "rounding/allowance", unit: "rounding",
      values: #"{"from": "2020-01-01", "value": "up", \#(cite)}"#,
      detail: "rounding/allowance, value 1: the value does not fit rounding"),
    Mistake(
      name: "an unknown value without a note",
      values: #"{"from": "2020-01-01", "value": null, \#(cite)}"#,
      detail: "relocation/head: the unknown value from 2020-01-01 has no note"),
  ]

  static func file(unit: String, more: String = "", values: String) -> [UInt8] {
    let text = """
      {"title": {"en": "a", "kk": "b", "ru": "c"}, "unit": "\(unit)", "values": [\(values)],
       "checked": {"on": "2026-11-23"}\(more)}
      """
    return Array(text.utf8)
  }

  @Test(arguments: mistakes) func `a mistake is named with its place`(_ mistake: Mistake) {
    let bytes = Self.file(unit: mistake.unit, more: mistake.more, values: mistake.values)
    let failure = #expect(throws: Failure.self, "\(mistake.name)") {
      try RuleFile.parameter(mistake.key, bytes)
    }
    #expect(failure?.code == .ruleMalformed, "\(mistake.name)")
    #expect(failure?.detail == mistake.detail, "\(mistake.name)")
  }

  @Test func `a sound file is read`() throws {
    let values =
      #"{"from": "2020-01-01", "until": "2020-12-31", "value": "6.81", \#(Self.cite)}, "#
      + #"{"from": "2021-01-01", "value": null, \#(Self.cite), "note": "nobody knows"}"#
    let bytes = Self.file(unit: "mci-per-person", values: values)
    let parameter = try RuleFile.parameter("relocation/head", bytes)
    #expect(parameter.title == LocalizedText(en: "a", kk: "b", ru: "c"))
    #expect(parameter.entries.count == 2)
    #expect(parameter.entries[0].value?.description == "6.81 MCI")
    #expect(parameter.entries[0].period.to?.description == "2021-01-01")
    #expect(parameter.entries[1].value == nil)
    #expect(parameter.checkedOn.description == "2026-11-23")
  }
}
