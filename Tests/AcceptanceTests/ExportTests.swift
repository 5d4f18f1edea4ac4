import TestSupport
import Testing

/// The export of the state's register, with the traps that such files have.
@Suite("An office's export")
struct ExportTests {
  static let rejects = """
    line,family_ref,field,code,message,value
    15,1005,IIN,iin.invalid,"“40809600014” has 11 digits, and “040809600014” does not fit the \
    birth date and the sex",40809600014
    16,1006,IIN,iin.invalid,"“40809600015” has 11 digits, and with zeros before them its check \
    digit does not fit",40809600015
    18,1007,APPLICANT,family.two-heads,"APPLICANT is 1 here and on line 17, of another person",1
    19,1008,APPLICANT,family.no-head,"no row of the family has APPLICANT 1, though \
    RELATION_DEGREE says “заявитель”",0
    20,1009,DATE_BIRTH,date.invalid,“31.02.1950” is not a date of the calendar (dd.mm.yyyy),\
    31.02.1950
    21,1010,EDUCATION,field.value,"“неоконченное” is none of высшее, среднее специальное, общее \
    среднее, нет",неоконченное
    22,1010,RELATION_DEGREE,field.value,"“кум” is none of заявитель, супруг(а), сын, дочь, отец, \
    мать, брат, сестра …",кум
    24,1011,IIN,family.two-heads,"the person of line 23 stands here again, with “560625300023” \
    where “560625300013” stood",560625300023
    25,1012,IIN,iin.invalid,“061211600013” is not an IIN: its check digit does not fit: a digit was \
    mistyped,061211600013
    26,1013,KANDAS_REGION,region.unknown,“Южно-Казахстанская область” is no region on 2026-11-02: \
    its territory went to KZ-61 and KZ-79,Южно-Казахстанская область
    28,,APP_ID,field.required,the row names no family,
    29,1015,,csv.field-count,the row has 6 fields where the header has 18,
    31,1016,GENDER,field.required,GENDER is required,
    31,1016,APPLICANT,field.value,“да” is neither 1 nor 0,да

    """

  static let warnings = """
    line,family_ref,field,code,message,value
    2,,,intake.not-taken,"the register has no place for DECISION_NUM, KANDAS_DISTRICT, \
    QUOTA_NUMBER, INSTITUTION, DIPLOMA_NUM: not taken",
    3,1001,SURNAME,intake.repaired,“Садыков ” is read as “Садыков”: spaces at its ends,Садыков\u{20}
    5,1001,EDUCATION,intake.repaired,"the person of line 4 stands here again for another record: \
    of “высшее” and “среднее специальное”, “высшее” is kept",среднее специальное
    6,1001,IIN,intake.repaired,“428500016” is read as “000428500016”: zeros at its start were lost,\
    428500016
    8,1002,APP_ID,intake.repaired,"the row is that of line 7 again, and is left out",1002
    12,1003,EDUCATION,intake.repaired,"the person of line 11 stands here again for another record: \
    of “среднее специальное” and “высшее”, “высшее” is kept",высшее
    14,1004,RELATION_DEGREE,intake.repaired,“невестка” is read as “other”: there is no nearer word,\
    невестка
    14,1004,IIN,intake.repaired,“40809600014” is read as “040809600014”: zeros at its start were \
    lost,40809600014
    14,1004,KANDAS_REGION,field.value,"the region is read from the head's row only, which says \
    “область Жетысу”",г. Алматы
    3,,DATE_BIRTH,intake.repaired,"23 dates written dd.mm.yyyy are read as such, first \
    “12.03.1980” as “1980-03-12”",12.03.1980

    """

  private static func kosh() throws -> Kosh {
    let kosh = try Kosh.withRegister()
    try kosh.write(Kosh.sample("office-export.csv"), to: "export.csv")
    return kosh
  }

  private static let command =
    "family import export.csv --format office-export --today 2026-11-02 --json"

  @Test("Certain repairs are warnings, and the rest is refused")
  func export() throws {
    let kosh = try Self.kosh()
    let answer = try kosh.run("\(Self.command) --rejects refused.csv --warnings warned.csv")
    #expect(answer.exit == 2)
    #expect(
      answer.out == """
        {"read":28,"families":{"registered":5,"unchanged":0,"rejected":12},"persons":10,\
        "warnings":10,"rejects":"refused.csv",\
        "matches":{"match":0,"review":0,"listed":0}}

        """)
    let rejects = try kosh.text(of: "refused.csv").replacing("\r\n", with: "\n")
    #expect(rejects == Self.rejects)
    let warnings = try kosh.text(of: "warned.csv").replacing("\r\n", with: "\n")
    #expect(warnings == Self.warnings)
    let family = try kosh.run("family show F-2026-000001-R --json").json()
    #expect(family["submissions"][0]["source"] == "office-export")
    #expect(family["submissions"][0]["family_ref"] == "1001")
    #expect(family["destination_region"] == "KZ-79")
    #expect(family["members"].elements.map { $0["education"] } == ["secondary", "higher", .null])
    #expect(family["members"][2]["iin"] == "000428500016")
    let proof = try Proof.of(kosh)
    #expect(proof.isClean && proof.families == 5 && proof.persons == 10)
  }

  @Test("Under another name the same cases are the same families")
  func again() throws {
    let kosh = try Self.kosh()
    #expect(try kosh.run(Self.command).exit == 2)
    let before = try Proof.of(kosh)
    try kosh.write(Kosh.sample("office-export.csv"), to: "later.csv")
    let answer = try kosh.run(Self.command.replacing("export.csv", with: "later.csv")).json()
    #expect(answer["families"] == ["registered": 0, "unchanged": 5, "rejected": 12])
    #expect(try Proof.of(kosh) == before)
  }

  static let headers: [(codes: String, error: String)] = [
    ("APP_ID,APPLICANT", "csv.missing-column: x.csv: line 1: the column “RELATION_DEGREE” is"),
    (
      "family_ref,relation",
      "csv.missing-column: x.csv: none of the first 5 rows is the row of codes"
    ),
    ("APP_ID,COLOUR", "csv.unknown-column: x.csv: line 1: “COLOUR” is not a column of the office"),
    ("APP_ID,app_id ", "csv.unknown-column: x.csv: line 1: the column “APP_ID” stands twice"),
  ]

  @Test("A header that is not an export's refuses the file")
  func header() throws {
    let kosh = try Kosh.withRegister()
    for (codes, error) in Self.headers {
      try kosh.write("\(codes)\n1,2\n", to: "x.csv")
      let answer = try kosh.run("family import x.csv --format office-export")
      #expect(answer.exit == 2)
      #expect(answer.err.hasPrefix("error: \(error)"), "\(answer.err)")
    }
  }
}
