import Domain

/// What reports on permits say.
enum PermitWords {
  static let permits = LocalizedText(
    en: "Permits to work", kk: "Жұмысқа рұқсаттар", ru: "Разрешения на работу")
  static let fees = LocalizedText(
    en: "Fees of permits to work", kk: "Жұмысқа рұқсат алымдары",
    ru: "Сборы за разрешения на работу")
  static let localContent = LocalizedText(
    en: "Local content by employer", kk: "Жұмыс берушілердегі жергілікті кадрлар үлесі",
    ru: "Местное содержание в кадрах по работодателям")
  static let violations = LocalizedText(
    en: "Violations of employers", kk: "Жұмыс берушілердің бұзушылықтары",
    ru: "Нарушения работодателей")
  static let expiring = LocalizedText(
    en: "Permits that end soon", kk: "Мерзімі бітетін рұқсаттар",
    ru: "Разрешения с истекающим сроком")
  static let within = LocalizedText(
    en: "Within days", kk: "Күн ішінде", ru: "В течение дней")

  static let employers = LocalizedText(
    en: "Of employers", kk: "Жұмыс берушілердің", ru: "Работодателей")
  static let households = LocalizedText(
    en: "Of households", kk: "Үй шаруашылықтарының", ru: "Домохозяйств")
  static let employer = LocalizedText(en: "Employer", kk: "Жұмыс беруші", ru: "Работодатель")
  static let name = LocalizedText(en: "Name", kk: "Атауы", ru: "Наименование")
  static let notSaid = LocalizedText(en: "not said", kk: "көрсетілмеген", ru: "не указано")

  static let issued = LocalizedText(en: "Issued", kk: "Берілгені", ru: "Выдано")
  static let extended = LocalizedText(en: "Extended", kk: "Ұзартылғаны", ru: "Продлено")
  static let replaced = LocalizedText(
    en: "Other worker", kk: "Ауыстырылғаны", ru: "С заменой работника")
  static let inForce = LocalizedText(en: "In force", kk: "Қолданыстағысы", ru: "Действует")

  static let threeCounts = LocalizedText(
    en: "Issued, extended and given to another worker in the period, and in force on its last "
      + "day: counts of different things, which are never added.",
    kk: "Кезеңде берілгені, ұзартылғаны, ауыстырылғаны және соңғы күні қолданыстағысы — әртүрлі "
      + "сандар, олар қосылмайды.",
    ru: "Выдано, продлено и с заменой работника за период, действует на его последний день: "
      + "разные числа, которые не складываются.")
  static let householdsApart = LocalizedText(
    en: "Permits of households have a quota of their own and stand apart.",
    kk: "Үй шаруашылықтарының рұқсаттары бөлек квотада, бөлек көрсетіледі.",
    ru: "Разрешения домохозяйств имеют свою квоту и показаны отдельно.")
  static let feesNote = LocalizedText(
    en: "In tenge. Paid: in the period, by the day of payment; due: asked for and not paid, by the "
      + "MCI of today. … is a fee that no source gives.",
    kk: "Теңгемен. Төленді: кезеңде, төлем күні бойынша; төленуге тиіс: сұратылған, төленбеген, "
      + "бүгінгі АЕК бойынша. … — дереккөзі жоқ алым.",
    ru: "В тенге. Уплачено: за период, по дню уплаты; причитается: запрошено и не уплачено, по "
      + "МРП на сегодня. … — сбор, которого не даёт ни один источник.")
  static let contentNote = LocalizedText(
    en: "By the latest count of each employer's staff; exemptions are not looked at here.",
    kk: "Әр жұмыс берушінің соңғы санағы бойынша; босатулар ескерілмейді.",
    ru: "По последнему подсчёту штата; освобождения здесь не учтены.")
  static let kept = LocalizedText(en: "kept", kk: "сақталған", ru: "соблюдено")
  static let notKept = LocalizedText(en: "not kept", kk: "сақталмаған", ru: "не соблюдено")

  static func title(of grouping: PermitGrouping) -> LocalizedText {
    switch grouping {
    case .kind: LocalizedText(en: "Kind", kk: "Түрі", ru: "Вид")
    case .section: LocalizedText(en: "Section", kk: "Сала", ru: "Отрасль")
    case .region: Words.region
    case .country: LocalizedText(en: "Country", kk: "Ел", ru: "Страна")
    }
  }

  static func citizens(_ group: String) -> LocalizedText {
    LocalizedText(
      en: "Citizens, \(group)", kk: "Азаматтар, \(group)", ru: "Граждане, \(group)")
  }
  static func all(_ group: String) -> LocalizedText {
    LocalizedText(en: "All, \(group)", kk: "Барлығы, \(group)", ru: "Всего, \(group)")
  }
  static func share(_ group: String) -> LocalizedText {
    LocalizedText(en: "Share, \(group)", kk: "Үлесі, \(group)", ru: "Доля, \(group)")
  }
  static func verdict(_ group: String) -> LocalizedText {
    LocalizedText(en: "Kept, \(group)", kk: "Сақталуы, \(group)", ru: "Соблюдение, \(group)")
  }
}
