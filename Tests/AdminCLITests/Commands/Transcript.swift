import FoundationEssentials
import Services
import TestSupport
import Testing

/// A dialogue at the keyboard, kept as a text.
///
/// Each `$` line is a command, and what it answered stands below it. Words on standard error are
/// marked with `!`, an exit code but 0 stands last.
///
/// `UPDATE_SNAPSHOTS=1` writes the answers anew.
struct Transcript {
  let name: String
  let text: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"

  init(_ name: String) throws {
    self.name = name
    let file = Self.folder.appending(path: "\(name).txt")
    text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// The command lines, from `kosh` on, and the notes between them.
  var entries: [Substring] {
    text.split(separator: "\n").filter { $0.hasPrefix("$ ") || $0.hasPrefix("# ") }
  }

  /// The same dialogue held now.
  func replayed(at desk: CommandDesk) -> String {
    var text = ""
    for entry in entries {
      if entry.hasPrefix("# ") {
        text += "\(entry)\n"
        continue
      }
      let answer = desk.run(String(entry.dropFirst("$ kosh ".count)))
      let out = Self.redacted(answer.out.replacing("\r\n", with: "\n"))
      text += "\(entry)\n\(out)"
      if !out.isEmpty, !out.hasSuffix("\n") { text += "\n" }
      for line in answer.err.split(separator: "\n") { text += "! \(line)\n" }
      if answer.exit != 0 { text += "exit \(answer.exit)\n" }
      text += "\n"
    }
    return text
  }

  func save(_ text: String) throws {
    try Data(text.utf8).write(to: Self.folder.appending(path: "\(name).txt"))
  }

  /// Digests of 64 digits change with every column; that they are equal is tested elsewhere.
  private static func redacted(_ text: String) -> String {
    var result = ""
    var run = ""
    for character in text {
      if character.isHexDigit, character.isASCII {
        run.append(character)
        continue
      }
      result += (run.count == 64 ? "<sha256>" : run) + String(character)
      run = ""
    }
    return result + run
  }
}

/// The files that the dialogues use, in the folder of their register.
enum DeskFiles {
  /// A made-up rate that ends, and the one after it, which no source gives.
  static let rule = """
    {"title": {"en": "Head", "kk": "Басшы", "ru": "Глава"}, "unit": "mci-per-person", "values": [
      {"from": "2026-01-01", "until": "2026-12-31", "value": 70,
        "cite": {"source": "made up for a test", "standing": "unconfirmed"}},
      {"from": "2027-01-01", "value": null, "note": "not read yet",
        "cite": {"source": "made up for a test", "standing": "unconfirmed"}}],
     "checked": {"on": "2026-11-02"}}
    """

  static let header = """
    family_ref,relation,family_name,given_name,patronymic,family_name_latin,given_name_latin,\
    name_native,sex,birth_date,iin,citizenship,ethnicity,document_type,document_number,\
    document_issuer,document_expires,education,occupation,origin_country,origin_place,\
    arrival_date,destination_region,phone

    """

  /// Three families: four people for Pavlodar, two for Abai, one for Almaty, which has no quota.
  static let intake =
    header + """
      A1,head,Нұрланов,Нұрлан,Ерланұлы,NURLANOV,NURLAN,,M,1985-06-15,850615300012,CHN,kazakh,\
      passport,N00000001,CHN,2030-01-01,higher,teacher,CHN,Ghulja,2026-05-20,KZ-55,+77000000001
      A1,spouse,Нұрланова,Айгүл,,NURLANOVA,AIGUL,,F,1987-03-12,,CHN,kazakh,passport,N00000002,\
      CHN,2030-01-01,secondary,,,,,,
      A1,son,Нұрланов,Ерлан,,,,,M,2012-05-02,,CHN,kazakh,,,,,none,,,,,,
      A1,mother,,Қаныкей,,,,قانىكەي,F,1958,,CHN,kazakh,,,,,none,,,,,,
      A2,head,Серікова,Дана,,SERIKOVA,DANA,,F,1990-01,,UZB,kazakh,passport,AB1234567,UZB,\
      2031-05-05,secondary_special,nurse,UZB,Nukus,2026-08-01,KZ-10,
      A2,daughter,Серікова,Әсем,,,,,F,2019-11-30,,UZB,kazakh,,,,,none,,,,,,
      A3,head,Маратов,Болат,,MARATOV,BOLAT,,M,1972,,MNG,kazakh,passport,E1234567,MNG,2029-09-09,\
      secondary,driver,MNG,Ulgii,2026-09-15,KZ-75,

      """

  /// The first family again, in Latin letters and without its papers, and somebody new between.
  static let again =
    header + """
      R1,head,,,,NURLANOV,NURLAN,,M,1985-06-15,,CHN,kazakh,passport,N55555551,CHN,2034-01-01,\
      higher,teacher,CHN,,2026-10-20,KZ-11,
      R2,head,Оразбай,Темір,,,,,M,1999-01-17,,MNG,kazakh,passport,E7777777,MNG,2033-01-01,\
      secondary,driver,MNG,,2026-10-21,KZ-11,
      R1,spouse,,,,NURLANOVA,AYGUL,,F,1987-12-03,,CHN,kazakh,,,,,secondary,,,,,,

      """

  static let faulty =
    header + """
      B1,head,,Ерлан,,,,,M,2006-12-11,061211600013,,,,,,,,,,,,KZ-55,
      B2,spouse,,Сәуле,,,,,F,1990-02-30,,,,,,,,,,,,,KZ-55,

      """

  static let order = """
    order_number,order_date,effective_from,kind,year,unit,region,places,standing,source
    kandas-2026-2,2026-06-20,2026-07-01,kandas,2026,person,KZ,2284,official,Order 15
    kandas-2026-2,2026-06-20,2026-07-01,kandas,2026,person,KZ-55,980,official,Order 15

    """

  /// Money of relocation for one family of Pavlodar and a half, and for Abai of the local budget.
  static let budget = """
    order_number,order_date,effective_from,programme,year,source,region,amount,standing,citation
    117,2025-12-08,2026-01-01,resettlement,2026,national,,9000000,unconfirmed,made up
    117,2025-12-08,2026-01-01,resettlement,2026,national,KZ-55,1816500.50,unconfirmed,made up
    31,2025-12-12,2026-01-01,resettlement,2026,local,KZ-10,700000,unconfirmed,made up

    """
  static let budgetCut = """
    order_number,order_date,effective_from,programme,year,source,region,amount
    118,2026-10-20,2026-11-01,resettlement,2026,national,KZ-55,1000000

    """

  /// A bank that pays in two parts, too much, and something else.
  static let answer = """
    end_to_end_id,amount,account,date,status,reference,reason
    R-2026-000003-F-1,1000000.00,KZ291252222222222222,2026-11-03,paid,B1,
    INV-77,50000.00,KZ841253333333333333,2026-11-03,paid,B2,
    R-2026-000003-F-1,300000.00,KZ291252222222222222,2026-11-04,paid,B3,

    """

  /// A notice of ISO 20022 with one payment.
  static let paid = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
    <GrpHdr><MsgId>N-9</MsgId><CreDtTm>2026-11-03T18:00:00+05:00</CreDtTm></GrpHdr>
    <Ntfctn><Id>N-9-1</Id><Acct><Id><IBAN>KZ86125KZT5004100100</IBAN></Id></Acct>
    <Ntry><Amt Ccy="KZT">1211000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>2026-11-03</Dt></BookgDt><AcctSvcrRef>B1</AcctSvcrRef>
    <NtryDtls><TxDtls><Refs><EndToEndId>R-2026-000001-J-1</EndToEndId></Refs>
    <RltdPties><CdtrAcct><Id><IBAN>KZ291252222222222222</IBAN></Id></CdtrAcct></RltdPties>
    </TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>

    """

  static let returned = """
    end_to_end_id,amount,account,date,status,reference,reason
    R-2026-000003-F-1,1211000.00,KZ291252222222222222,2026-11-09,returned,B4,AC04

    """

  static let form = """
    {"origin_country":"TKM","destination_region":"KZ-39","family_ref":"W-17","members":[
      {"relation":"head","given_name":"Жанар","sex":"F","birth_date":"1988-08-08"},
      {"relation":"son","given_name":"Мұрат","sex":"M","birth_date":"2015"}]}
    """

  /// What matching a file gave, the truth of it, and what was changed on its lines.
  static let matched = """
    line,candidate_person,candidate_family_ref,candidate_source_line,score,decision,reasons
    2,P-2026-000001-A,A1,2,31.5,match,birth date; names
    3,P-2026-000002-B,A1,4,9.0,match,names
    4,P-2026-000003-C,A1,4,4.5,review,given name
    5,,,,,none,
    6,P-2026-000004-D,A1,5,1.0,none,sex

    """
  static let truth = """
    intake_family_ref,intake_line,reapply_family_ref,reapply_line
    A1,2,R1,2
    A1,3,R1,3
    A1,4,R1,4
    A1,5,R1,6

    """
  static let changes = """
    reapply_family_ref,reapply_line,changes
    R1,2,pinyin new-document
    R1,3,pinyin
    R1,4,swapped-order
    R2,5,twin
    R1,6,born-unknown

    """

  /// A title row, the codes, and a family of which the head stands twice and the son's IIN has
  /// lost its first zero.
  static let export = """
    Номер,Заявитель,Степень,ИИН,Фамилия,Имя,Дата рождения,Пол,Регион,Образование,Диплом
    APP_ID,APPLICANT,RELATION_DEGREE,IIN,SURNAME,FIRSTNAME,DATE_BIRTH,GENDER,KANDAS_REGION,\
    EDUCATION,DIPLOMA_NUM
    77,1,заявитель,-,Оспанов,Марат,03.11.1970,мужской,г.Шымкент,среднее специальное,D1
    77,1,заявитель,-,Оспанов,Марат,03.11.1970,мужской,г.Шымкент,высшее,D2
    77,0,дочь,40809600014,Оспанова,Сәуле,09.08.2004,женский,г.Шымкент,-,-
    78,1,заявитель,-,Алимов,Болат,31.02.1980,мужской,г.Шымкент,-,-

    """

  /// West Kazakhstan falls to one place.
  static let cut = """
    order_number,order_date,effective_from,kind,year,unit,region,places
    41-Ө,2026-10-20,2026-11-02,kandas,2026,person,KZ-27,1

    """

  /// 100 permits of category 3 for 2027, 60 of them for construction and 25 for China; made up.
  static let labour = """
    order_number,order_date,effective_from,kind,section,country,year,unit,region,places,labour_share,standing
    500,2026-10-15,2027-01-01,labour-3,,,2027,permit,KZ,100,0.30,unconfirmed
    500,2026-10-15,2027-01-01,labour-3,F,,2027,permit,KZ,60,0.30,unconfirmed
    500,2026-10-15,2027-01-01,labour-3,F,,2027,permit,KZ-75,40,0.30,unconfirmed
    500,2026-10-15,2027-01-01,labour-3,F,,2027,permit,KZ-71,20,0.30,unconfirmed
    500,2026-10-15,2027-01-01,labour-3,,CHN,2027,permit,KZ,25,0.30,unconfirmed
    500,2026-10-15,2027-01-01,labour-4,,,2027,permit,KZ,50,0.30,unconfirmed

    """
  static let labourRegions = """
    order_number,order_date,effective_from,kind,year,unit,region,places
    501,2026-12-20,2027-01-10,labour-3,2027,permit,KZ,100
    501,2026-12-20,2027-01-10,labour-3,2027,permit,KZ-75,70
    501,2026-12-20,2027-01-10,labour-3,2027,permit,KZ-71,30

    """

  /// Almaty's driver is wanted in Akmola, and the nurse in Abai.
  static let factors = """
    region,factor,key,points,source
    KZ-11,occupation,driver,25,made up
    KZ-10,occupation,nurse,40,made up
    KZ-11,climate,MNG,15,made up
    KZ-55,climate,CHN,10,made up

    """
  static let faultyFactors = """
    region,factor,key,points,source
    KZ-11,occupation,driver,250,made up

    """

  /// The head's 70 MCI end with 2026, and a made-up 75 follow.
  private static func raised() throws -> String {
    let text = String(decoding: try Rules.builtIn("relocation/head"), as: UTF8.self)
    return text.replacing(
      #""from": "2023-07-01","#, with: #""from": "2023-07-01", "until": "2026-12-31","#
    ).replacing(
      "  ],\n  \"checked\"",
      with: #"  ,{"from": "2027-01-01", "value": 75, "cite": {"source": "made up for a test", "#
        + #""standing": "unconfirmed"}}],\#n  "checked""#)
  }

  /// The table of the index with a made-up row for 2027.
  private static func nextIndex() throws -> String {
    String(decoding: try Rules.builtIn("mci"), as: UTF8.self)
      + "2027-01-01,2027-12-31,general,4500,unconfirmed,made up for a test\n"
  }

  /// A builder's people: 88 of 100 specialists are citizens.
  static let staff = """
    category,citizenship,people
    1,KAZ,2
    1,TUR,1
    2,KAZ,7
    3,KAZ,88
    3,CHN,12
    0,KAZ,40

    """
  /// Two good rows; a number of another kind and an unknown region, a row too short, and an employer
  /// that is registered otherwise.
  static let employers = """
    identifier,name,region,section,form,size
    190740000021,"ТОО «Астық»",KZ-59,01.11,company,small
    190742000012,Kaynar GmbH,KZ-75,,representation,
    850615300012,Wrong,KZ-99,ZZ,branch,tiny
    190740000031,Short,KZ-55
    190740000011,Other,KZ-55,F,company,medium

    """
  static let faultyStaff = """
    category,citizenship,people
    1,KAZ,2
    5,KZ,1

    """

  static func desk() throws -> CommandDesk {
    let desk = try CommandDesk()
    try desk.write(intake, to: "intake.csv")
    try desk.write(again, to: "again.csv")
    try desk.write(faulty, to: "faulty.csv")
    try desk.write(order, to: "order.csv")
    try desk.write(cut, to: "cut.csv")
    try desk.write(labour, to: "labour.csv")
    try desk.write(
      Samples.permitOrder("labour-seasonal", 2026, ["KZ-75": 2, "KZ-19": 1]), to: "seasonal.csv")
    try desk.write(Samples.permitOrder("labour-4", 2017, ["KZ-75": 5]), to: "skilled.csv")
    try desk.write(Samples.permitOrder("household", 2026, ["KZ-75": 3]), to: "household.csv")
    try desk.write(labourRegions, to: "labour-regions.csv")
    try desk.write(
      labourRegions.replacing("KZ-71,30", with: "KZ-71,29"), to: "labour-short.csv")
    try desk.write(
      labour.replacing("F,,2027,permit,KZ-75", with: "F,CHN,2027,permit,KZ-75"),
      to: "labour-faulty.csv")
    try desk.write(budget, to: "budget.csv")
    try desk.write(budgetCut, to: "budget-cut.csv")
    try desk.write(factors, to: "factors.csv")
    try desk.write(faultyFactors, to: "faulty-factors.csv")
    try desk.write(form, to: "form.json")
    try desk.write(rule, to: "rule.json")
    try desk.write(
      rule.replacing(#""until""#, with: #""untill""#), to: "rule-faulty.json")
    try desk.write(try raised(), to: "head-2027.json")
    try desk.write(try nextIndex(), to: "mci-2027.csv")
    try desk.write(matched, to: "matched.csv")
    try desk.write(truth, to: "truth.csv")
    try desk.write(changes, to: "changes.csv")
    try desk.write(export, to: "export.csv")
    try desk.write(employers, to: "employers.csv")
    try desk.write(staff, to: "staff.csv")
    try desk.write(faultyStaff, to: "faulty-staff.csv")
    try desk.write(answer, to: "answer.csv")
    try desk.write(returned, to: "returned.csv")
    try desk.write(paid, to: "paid.xml")
    return desk
  }
}
