import Domain
import TestSupport
import Testing

/// A bank's answer as a table.
@Suite("Bank answer as CSV")
struct BankAnswerFileTests {
  static let header = "end_to_end_id,amount,account,date,status,reference,reason\n"

  static func read(_ text: String) throws -> BankStatement {
    try BankAnswerFile.read(Array(text.utf8), name: "answer.csv")
  }

  @Test("Payments, a return and a reversal; spaces, quotes and a further column do no harm")
  func answer() throws {
    let statement = try Self.read(
      """
      status,note,end_to_end_id,amount,account,date,reference,reason\r
      paid,x,V-1/1,833815.00,KZ59 1250 0000 0000 0002,2026-03-11,B-501,OK\r

      returned,"two
      lines",V-1/2,1.25,kz63125kzt0000000009,2026-03-12,,AC04\r
      reversed,, V-1/1 ,833815,,2026-03-13,B-503,"қате, екі рет"\r
      returned,,,7.5,,2026-03-13,B-504,\r

      """)
    #expect(statement.messageID == nil)
    #expect(statement.created == nil)
    let day = LocalDate(dayNumber: 20_523)
    #expect(
      statement.entries == [
        BankEntry(
          position: 1, line: 2, reference: "B-501", endToEndID: "V-1/1",
          amount: Money(tiyn: 83_381_500), direction: .debit, account: "KZ591250000000000002",
          booked: day),
        BankEntry(
          position: 2, line: 4, reference: "line 4", endToEndID: "V-1/2",
          amount: Money(tiyn: 125), direction: .credit, account: "KZ63125KZT0000000009",
          booked: day.adding(days: 1), returnReason: BankEntry.ReturnReason(code: "AC04")),
        BankEntry(
          position: 3, line: 6, reference: "B-503", endToEndID: "V-1/1",
          amount: Money(tiyn: 83_381_500), direction: .credit, isReversal: true,
          booked: day.adding(days: 2),
          returnReason: BankEntry.ReturnReason(text: "қате, екі рет")),
        BankEntry(
          position: 4, line: 7, reference: "B-504", amount: Money(tiyn: 750),
          direction: .credit, booked: day.adding(days: 2),
          returnReason: BankEntry.ReturnReason()),
      ])
  }

  static let refused: [(text: String, code: Code, detail: String)] = [
    ("", .fieldRequired, "answer.csv: the file is empty"),
    (header, .fieldRequired, "answer.csv: the file has no line below its header"),
    (
      header.replacing(",reason", with: ""), .csvMissingColumn,
      "answer.csv: the header has no column “reason”"
    ),
    (
      header + "V-1/1,1\n", .csvFieldCount,
      "answer.csv, line 2: 2 fields where the header has 7"
    ),
    (
      header + "V-1/1,,,2026-03-11,paid,,\n", .fieldRequired,
      "answer.csv, line 2, amount: amount is required"
    ),
    (
      header + "V-1/1,1.005,,2026-03-11,paid,,\n", .moneyInvalid,
      "answer.csv, line 2, amount: “1.005” has more than two places after the point"
    ),
    (
      header + "V-1/1,0,,2026-03-11,paid,,\n", .moneyInvalid,
      "answer.csv, line 2, amount: “0” is not more than zero"
    ),
    (
      header + "V-1/1,1 000,,2026-03-11,paid,,\n", .moneyInvalid,
      "answer.csv, line 2, amount: “1 000” is not an amount of tenge"
    ),
    (
      header + "V-1/1,92233720368547758.08,,2026-03-11,paid,,\n", .moneyInvalid,
      "answer.csv, line 2, amount: “92233720368547758.08” is not an amount of tenge"
    ),
    (
      header + "\nV-1/1,1,,11.03.2026,paid,,\n", .dateInvalid,
      "answer.csv, line 3, date: “11.03.2026” is not a date of the calendar (YYYY-MM-DD)"
    ),
    (
      header + "V-1/1,1,,,paid,,\n", .fieldRequired, "answer.csv, line 2, date: date is required"
    ),
    (
      header + "V-1/1,1,,2026-03-11,Paid,,\n", .fieldValue,
      "answer.csv, line 2, status: “Paid” is none of paid, returned, reversed"
    ),
    (
      header + "V-1/1,1,,2026-03-11,paid,\"x,\n", .csvQuote,
      "answer.csv, line 2: a quoted field is not closed"
    ),
  ]

  @Test("A fault names the file, the line and the field", arguments: refused)
  func faulty(text: String, code: Code, detail: String) {
    let failure = failure { try Self.read(text) }
    #expect(failure?.code == code)
    #expect(failure?.detail == detail)
  }

  @Test("A broken byte is refused with its field")
  func brokenByte() {
    let bytes = Array((Self.header + "V-1/1,1,").utf8) + [0xFF] + Array(",2026-03-11,paid,,\n".utf8)
    let failure = failure { try BankAnswerFile.read(bytes, name: "answer.csv") }
    #expect(failure?.code == .csvUTF8)
    #expect(failure?.detail == "answer.csv, line 2: field 3 is not UTF-8 text")
  }
}
