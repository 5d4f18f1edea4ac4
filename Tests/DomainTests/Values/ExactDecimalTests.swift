import Domain
import Testing

@Suite struct ExactDecimalTests {
  static let texts: [(text: String, isRead: Bool)] = [
    ("0.25", true), ("0.20", true), ("1.6", true), ("3", true), ("0", true), ("0.000001", true),
    ("100.00", true), ("", false), (".5", false), ("5.", false), ("-1", true), ("-0.5", true),
    ("--1", false), ("-", false), ("+1", false),
    ("1,5", false), ("1.2.3", false), ("0.0000001", false), ("1e3", false), ("٣", false),
    ("123456789012", true), ("1234567890123", false),
  ]

  @Test(arguments: texts) func `a decimal is written as it was read`(text: String, isRead: Bool) {
    #expect(ExactDecimal(rawValue: text)?.description == (isRead ? text : nil))
  }

  /// 1.6 / 0.43 = 3.7209…; 2 / 3 = 0.666…; 1 / 8 = 0.125.
  static let quotients: [(one: String, other: String, places: Int, result: String?)] = [
    ("1.6", "0.43", 2, "3.72"), ("2", "3", 2, "0.67"), ("1", "8", 2, "0.13"),
    ("1", "8", 3, "0.125"),
    ("0.20", "0.2", 1, "1.0"), ("0", "0.43", 2, "0.00"), ("1.6", "0", 2, nil),
    ("0.04", "1", 1, "0.0"), ("0.05", "1", 1, "0.1"), ("-1", "8", 2, "-0.13"),
    ("1", "-8", 2, "-0.13"), ("-2", "-3", 2, "0.67"),
  ]

  @Test(arguments: quotients) func `a quotient is exact, then rounded with halves up`(
    one: String, other: String, places: Int, result: String?
  ) throws {
    let one = try #require(ExactDecimal(rawValue: one))
    let other = try #require(ExactDecimal(rawValue: other))
    #expect(one.over(other, places: places)?.description == result)
  }

  static let percentages: [(text: String, isOne: Bool)] = [
    ("0", true), ("0.25", true), ("100", true), ("100.0", true), ("100.1", false), ("101", false),
    ("-1", false),
  ]

  @Test(arguments: percentages) func `a percentage is at most a hundred`(text: String, isOne: Bool)
    throws
  {
    #expect(try #require(ExactDecimal(rawValue: text)).isPercentage == isOne)
  }

  static let sums: [(one: String, other: String, result: String)] = [
    ("-16063", "15784", "-279"), ("12.5", "0.25", "12.75"), ("0.20", "-0.2", "0.00"),
  ]

  @Test(arguments: sums) func `a sum keeps the places of the longer`(
    one: String, other: String, result: String
  ) throws {
    let one = try #require(ExactDecimal(rawValue: one))
    let other = try #require(ExactDecimal(rawValue: other))
    #expect(one.adding(other)?.description == result)
    #expect(one.equals(other) == false)
  }

  @Test func `a sum that does not fit is none`() throws {
    let large = try #require(ExactDecimal(digits: .max, places: 0))
    #expect(large.adding(large) == nil)
    #expect(large.hundredfold == nil)
    #expect(ExactDecimal(digits: .min, places: 0) == nil)
  }

  @Test func `equal numbers may be written otherwise`() throws {
    let one = try #require(ExactDecimal(rawValue: "100"))
    let other = try #require(ExactDecimal(rawValue: "100.0"))
    #expect(one.equals(other) && one != other)
    #expect(try #require(ExactDecimal(rawValue: "-20265.3")).grouped(.ru) == "-20\u{A0}265,3")
    #expect(try #require(ExactDecimal(rawValue: "-20265.3")).grouped(.en) == "-20\u{A0}265.3")
  }
}
