import Domain
import Testing

/// Fields that a spreadsheet and a program read alike.
@Suite("CSV as written")
struct CSVWriterTests {
  static let fields: [(text: String, field: String)] = [
    ("", ""),
    ("Сәуле", "Сәуле"),
    ("a,b", "\"a,b\""),
    ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""),
    ("two\r\nlines", "\"two\r\nlines\""),
    ("=1+1", "'=1+1"),
    ("+7 701", "'+7 701"),
    ("-5", "'-5"),
    ("@sum", "'@sum"),
    ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""),
  ]

  @Test("A field is quoted and disarmed", arguments: fields)
  func field(text: String, field: String) {
    var line = ""
    CSVWriter.append(row: [text], to: &line)
    #expect(line == field + "\r\n")
  }
}
