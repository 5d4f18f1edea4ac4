import Domain
import Services
import TestSupport
import Testing

/// Whatever bytes an export has, families are saved whole or not at all, and counted.
@Suite struct ExportGarbageTests {
  static let text = """
    Номер,Заявитель,Степень,ИИН,Фамилия,Имя,Дата рождения,Пол,Регион,Образование
    APP_ID,APPLICANT,RELATION_DEGREE,IIN,SURNAME,FIRSTNAME,DATE_BIRTH,GENDER,KANDAS_REGION,EDUCATION
    1,1,заявитель,-,Оспанов,Марат,03.11.1970,мужской,г.Шымкент,высшее
    1,1,заявитель,-,Оспанов,Марат,03.11.1970,мужской,г.Шымкент,среднее
    1,0,дочь,40809600014,Оспанова,Сәуле,09.08.2004,женский,г.Шымкент,-
    2,1,заявитель,061211600012,Алимова,Дана,11.12.2006,женский,область Абай,-

    """

  @Test func `spoilt bytes crash nothing and leave no half family`() throws {
    let register = try TestRegister(on: "2026-11-02")
    let before = try register.contents()
    var random = SeededRandom(seed: 37)
    let odd: [UInt8] = [0, 10, 13, 34, 44, 45, 46, 48, 57, 0xD0, 0xFF, 32]
    var outcomes = (read: 0, refused: 0, broken: 0)
    for _ in 0..<200 {
      var bytes = Array(Self.text.utf8)
      for _ in 0...random.below(6) {
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[place] = odd[random.below(odd.count)]
        case 1: bytes.remove(at: place)
        default: bytes.insert(odd[random.below(odd.count)], at: place)
        }
      }
      let work = ImportFamilies(
        bytes: bytes, fileName: "x.csv", format: .officeExport, source: "x", dryRun: true)
      do throws(Failure) {
        let summary = try register.office.run(work, as: TestRegister.administrator)
        let isCounted = summary.registered + summary.rejected <= summary.read
        #expect(isCounted && summary.persons >= summary.registered)
        outcomes.read += summary.registered
        outcomes.refused += summary.rejected
      } catch {
        #expect(error.code.kind == .invalid, "\(error)")
        outcomes.broken += 1
      }
    }
    // Spoiling that spoilt all or nothing would prove little.
    #expect(outcomes.read > 50 && outcomes.refused > 50 && outcomes.broken > 5, "\(outcomes)")
    #expect(try register.contents() == before)
  }
}
