import TestSupport
import Testing

/// Bad input is refused with line, field and code; the good families of the file are saved.
@Suite("What an intake file is refused for")
struct IntakeRefusalTests {
  static let header = """
    family_ref,relation,family_name,given_name,patronymic,family_name_latin,given_name_latin,\
    name_native,sex,birth_date,iin,citizenship,ethnicity,document_type,document_number,\
    document_issuer,document_expires,education,occupation,origin_country,origin_place,\
    arrival_date,destination_region,phone

    """

  /// The byte 0xFF stands where the file has `~`.
  static let rows = """
    A1,head,,Нұрлан,,,,,M,1985-06-15,,,,,,,,,,,,,KZ-55,
    A1,spouse,,Айгүл,,,,,F,1987-03-12,,,,,,,,,,,,,,
    A2,head,,Ерлан,,,,,M,2006-12-11,061211600013,,,,,,,,,,,,KZ-55,
    A3,head,,Сәуле,,,,,F,1990-02-30,,,,,,,,,,,,,KZ-55,
    A4,head,,Болат,,,,,M,1970,,,,,,,,,,,,,KZ-55,
    A4,head,,Гүлнар,,,,,F,1972,,,,,,,,,,,,,,
    A5,spouse,,Дана,,,,,F,1991-05,,,,,,,,,,,,,KZ-55,
    A6,head,,Марат,,,,,M,1980-01-01,,,,,,,,,,,,,KZ-99,
    A7,head,,Ai~a,,,,,F,1993-07-07,,,,,,,,,,,,,KZ-55,
    A8,head,,Қанат,,,,,M,1999-09-09,,,,,,,,,,,,,KZ-63,

    """

  static let rejects = """
    line,family_ref,field,code,message,value
    4,A2,iin,iin.invalid,“061211600013” is not an IIN: its check digit does not fit: a digit was \
    mistyped,061211600013
    5,A3,birth_date,date.invalid,"“1990-02-30” is not a date of the calendar (YYYY, YYYY-MM or \
    YYYY-MM-DD)",1990-02-30
    7,A4,relation,family.two-heads,the family has more than one head,head
    8,A5,relation,family.no-head,no member of the family is its head,spouse
    9,A6,destination_region,region.unknown,“KZ-99” is not the code of a region,KZ-99
    10,A7,given_name,csv.utf8,the field is not UTF-8 text,Ai\u{FFFD}a

    """

  private static func kosh() throws -> Kosh {
    let kosh = try Kosh.withRegister()
    let bytes = Array((header + rows).utf8).map { $0 == UInt8(ascii: "~") ? 0xFF : $0 }
    try kosh.write(bytes, to: "faults.csv")
    return kosh
  }

  @Test("Each faulty family is refused, and the good ones are saved")
  func faults() throws {
    let kosh = try Self.kosh()
    let answer = try kosh.run("family import faults.csv --rejects refused.csv --json")
    #expect(answer.exit == 2)
    #expect(
      answer.out == """
        {"read":10,"families":{"registered":2,"unchanged":0,"rejected":6},"persons":3,\
        "warnings":0,"rejects":"refused.csv","matches":{"match":0,"review":0,"listed":0}}

        """)
    let rejects = try kosh.text(of: "refused.csv").replacing("\r\n", with: "\n")
    #expect(rejects == Self.rejects)
    #expect(answer.err.contains("error: import.refused: 6 families of faults.csv were refused\n"))
    let proof = try Proof.of(kosh)
    #expect(proof.isClean && proof.families == 2 && proof.persons == 3)
  }

  @Test(
    "All or nothing saves nothing, and so does a dry run",
    arguments: ["--all-or-nothing", "--dry-run"])
  func nothing(option: String) throws {
    let kosh = try Self.kosh()
    let before = try Proof.of(kosh)
    #expect(try kosh.run("family import faults.csv \(option)").exit == 2)
    #expect(try Proof.of(kosh) == before)
    #expect(before.families == 0)
  }

  @Test("A file without a column, or with one too many, is refused whole")
  func columns() throws {
    let kosh = try Self.kosh()
    try kosh.write(Self.header.replacing("phone", with: "telephone") + Self.rows, to: "unknown.csv")
    try kosh.write(Self.header.replacing(",phone", with: "") + Self.rows, to: "missing.csv")
    let missing = try kosh.run("family import missing.csv --json")
    #expect(missing.exit == 2)
    #expect(
      missing.out == """
        {"error":{"code":"csv.missing-column",\
        "message":"missing.csv: line 1: the column “phone” is missing",\
        "hint":"every column of the intake format must be there, even if it is empty"}}

        """)
    let unknown = try kosh.run("family import unknown.csv")
    #expect(unknown.exit == 2)
    #expect(
      unknown.err == """
        error: csv.unknown-column: unknown.csv: line 1: “telephone” is not a column of the intake \
        format
        hint: kosh family import --help lists the columns

        """)
    #expect(try Proof.of(kosh).families == 0)
  }
}
