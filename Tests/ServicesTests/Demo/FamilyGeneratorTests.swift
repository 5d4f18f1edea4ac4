import Domain
import Seeds
import Services
import Testing

@Suite("Made-up families")
struct FamilyGeneratorTests {
  static let today = LocalDate(year: 2026, month: 11, day: 1) ?? LocalDate(dayNumber: 0)

  static func rows(
    _ families: Int, seed: UInt64 = 7, plan: FamilyGenerator.Plan = .national
  ) throws -> [UInt8] {
    var generator = try FamilyGenerator(
      seed: seed, today: today, names: .embedded(), plan: plan)
    var bytes = Array(FamilyGenerator.header.utf8)
    for index in 0..<families { generator.append(index, to: &bytes) }
    return bytes
  }

  @Test("The same seed gives the same bytes, another seed others")
  func repeatable() throws {
    let bytes = try Self.rows(300)
    #expect(try Self.rows(300) == bytes)
    #expect(try Self.rows(300, seed: 8) != bytes)
  }

  @Test("These very rows, on every machine")
  func pinned() throws {
    let lines = try Self.rows(2).split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      lines[1]
        == "F0000001,head,Жумагалиев,Жаксылык,Нурсултанович,ZHUMAGALIEV,ZHAKSYLYK,,M,1986-05-20,,"
        + "MNG,kazakh,passport,H7507604,MNG,2033-08-24,secondary,,MNG,Khovd,2026-07-21,KZ-19,")
    #expect(
      lines[5]
        == "F0000002,head,Қайсар,Раушан,,KAISAR,RAUSHAN,راۋشان·قايسار,F,1975-06-18,750618414349,"
        + "CHN,kazakh,passport,E66361988,CHN,2029-05-09,none,,CHN,Altay,2017-12-03,KZ-19,"
        + "+70000000001")
    // The sum over 300 families stands for all their rows.
    var sum: UInt64 = 0
    for byte in try Self.rows(300) { sum = sum &* 1_099_511_628_211 &+ UInt64(byte) }
    #expect(sum == 4_954_535_107_212_513_790)
  }

  @Test("Every family has its head first, and the family's fields on that row alone")
  func heads() throws {
    let table = try CSVTable(Self.rows(2000))
    let arrival = try table.column("arrival_date")
    let region = try table.column("destination_region")
    let origin = try table.column("origin_country")
    var reference = ""
    for row in table.rows {
      let isFirst = row[0] != reference
      reference = row[0]
      #expect((row[1] == "head") == isFirst)
      for column in [arrival, region, origin] { #expect(row[column].isEmpty != isFirst) }
      if isFirst {
        let day = try #require(LocalDate(iso: row[arrival]))
        #expect(day <= Self.today)
        #expect(day.year >= 1991)
      }
    }
    #expect(reference == "F0002000")
  }

  @Test("IINs and passports are valid, agree with the row, and come once")
  func numbers() throws {
    let table = try CSVTable(Self.rows(20_000))
    let iinColumn = try table.column("iin")
    let birthColumn = try table.column("birth_date")
    let sexColumn = try table.column("sex")
    let number = try table.column("document_number")
    let issuer = try table.column("document_issuer")
    var iins: Set<String> = []
    var passports: Set<String> = []
    var counts = (iin: 0, partial: 0)
    for row in table.rows {
      let birth = try #require(PartialDate(iso: row[birthColumn]))
      if birth.exact == nil { counts.partial += 1 }
      if !passports.insert(row[issuer] + row[number]).inserted { Issue.record("\(row) twice") }
      guard !row[iinColumn].isEmpty else { continue }
      counts.iin += 1
      let warnings = try IIN(row[iinColumn]).disagreements(
        birth: birth, sex: Sex(rawValue: row[sexColumn]))
      if !warnings.isEmpty { Issue.record("\(warnings) \(row)") }
      if !iins.insert(row[iinColumn]).inserted { Issue.record("\(row) twice") }
    }
    let perMille = (
      iin: counts.iin * 1000 / table.rows.count, partial: counts.partial * 1000 / table.rows.count
    )
    #expect((300...360).contains(perMille.iin))
    #expect((10...20).contains(perMille.partial))
  }

  @Test("Proportions of the national registry")
  func proportions() throws {
    let table = try CSVTable(Self.rows(20_000))
    let origin = try table.column("origin_country")
    let region = try table.column("destination_region")
    let surname = try table.column("family_name")
    let native = try table.column("name_native")
    let latin = try table.column("given_name_latin")
    var counts: [String: Int] = [:]
    var sizes: [String: Int] = [:]
    for row in table.rows {
      sizes[row[0], default: 0] += 1
      #expect(!row[latin].isEmpty)
      if row[native].isEmpty == false { counts["native", default: 0] += 1 }
      guard row[1] == "head" else { continue }
      counts[row[origin], default: 0] += 1
      counts[row[region], default: 0] += 1
      if row[surname].isEmpty { counts["no surname", default: 0] += 1 }
    }
    #expect((63_000...65_500).contains(table.rows.count), "\(table.rows.count)")
    #expect(Set(sizes.values) == Set(1...9))
    #expect((7800...8200).contains(counts["UZB", default: 0]))
    #expect((8000...8400).contains(counts["CHN", default: 0]))
    #expect((2500...4000).contains(counts["no surname", default: 0]))
    #expect((15_000...25_000).contains(counts["native", default: 0]))
    #expect(counts.keys.filter { $0.hasPrefix("KZ-") }.count == 20)
  }

  @Test("The settlement plan fills the eight regions within ten months")
  func settlement() throws {
    let table = try CSVTable(Self.rows(1000, plan: .settlement))
    let region = try table.column("destination_region")
    let arrival = try table.column("arrival_date")
    let hosts = ["KZ-55", "KZ-11", "KZ-10", "KZ-63", "KZ-59", "KZ-39", "KZ-23", "KZ-27"]
    let heads = table.rows.filter { $0[1] == "head" }
    #expect(heads.allSatisfy { $0[arrival].hasPrefix("2026-") })
    #expect((750...850).contains(heads.filter { hosts.contains($0[region]) }.count))
  }

  @Test("The example file has nine bad families, one of them by a byte that is not UTF-8")
  func exampleFile() throws {
    var reader = CSVReader(try Seeds.file("Demo/families.csv"))
    var (rows, heads, broken, missing, badIINs) = (0, 0, 0, 0, 0)
    #expect(try reader.next())
    while try reader.next() {
      rows += 1
      #expect(reader.count == 24)
      for index in 0..<reader.count where reader.text(index) == nil { broken += 1 }
      if reader.text(1) == "head" { heads += 1 }
      if reader.text(1) == "" { missing += 1 }
      if let iin = reader.text(10), !iin.isEmpty, (try? IIN(iin)) == nil { badIINs += 1 }
    }
    #expect(rows == 985)
    // 309 families: one has two heads, and one has none.
    #expect(heads == 309)
    #expect((broken, missing, badIINs) == (1, 1, 1))
  }
}
