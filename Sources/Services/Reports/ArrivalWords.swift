import Domain

/// What reports on those who came say.
enum ArrivalWords {
  static let arrivals = LocalizedText(en: "Arrivals", kk: "Келгендер", ru: "Прибывшие")
  static let families = LocalizedText(en: "Families", kk: "Отбасы", ru: "Семей")
  static let people = LocalizedText(en: "People", kk: "Адам", ru: "Человек")
  static let share = LocalizedText(
    en: "Share of people", kk: "Адамдар үлесі", ru: "Доля людей")
  static let code = LocalizedText(en: "Code", kk: "Код", ru: "Код")
  static let notSaid = LocalizedText(en: "not said", kk: "көрсетілмеген", ru: "не указано")
  static let openAge = LocalizedText(
    en: "Birth date leaves it open", kk: "Туған күні бойынша анықталмайды",
    ru: "По дате рождения не определить")
  static let other = LocalizedText(en: "Other", kk: "Басқа", ru: "Прочие")
  static let noZone = LocalizedText(en: "In no zone", kk: "Аймаққа жатпайды", ru: "Вне зон")

  static let unit = LocalizedText(en: "people", kk: "адам", ru: "человек")

  static func title(of grouping: ArrivalGrouping) -> LocalizedText {
    switch grouping {
    case .country: LocalizedText(en: "Country", kk: "Ел", ru: "Страна")
    case .region: Words.region
    case .zone: LocalizedText(en: "Zone", kk: "Аймақ", ru: "Зона")
    case .age: LocalizedText(en: "Age", kk: "Жасы", ru: "Возраст")
    case .education: LocalizedText(en: "Education", kk: "Білімі", ru: "Образование")
    case .district: LocalizedText(en: "District", kk: "Аудан", ru: "Район")
    }
  }

  static func name(of education: Education) -> LocalizedText {
    switch education {
    case .higher: LocalizedText(en: "Higher", kk: "Жоғары", ru: "Высшее")
    case .secondarySpecial:
      LocalizedText(en: "Secondary special", kk: "Арнаулы орта", ru: "Среднее специальное")
    case .secondary: LocalizedText(en: "General secondary", kk: "Жалпы орта", ru: "Общее среднее")
    case .none: LocalizedText(en: "None", kk: "Білімі жоқ", ru: "Без образования")
    }
  }

  static let onArrival = LocalizedText(
    en: "Families by their day of arrival, with those who belonged to them on it, as known now; "
      + "who came or was born later is not counted.",
    kk: "Отбасылар келген күні бойынша, сол күнгі мүшелерімен, қазір белгілі болғандай; "
      + "кейін келген не туғандар саналмайды.",
    ru: "Семьи по дню прибытия, с теми, кто состоял в них в этот день, как известно сейчас; "
      + "прибывшие и родившиеся позже не считаются.")
  static let bound = LocalizedText(
    en: "By the region for which the family was bound, whatever it moved to later.",
    kk: "Отбасы бағытталған өңір бойынша, кейінгі көшуіне қарамай.",
    ru: "По региону назначения семьи, независимо от последующих переездов.")
  static let ages = LocalizedText(
    en: "Ages on the last day; minors are under 18, pension age by the rule of that day.",
    kk: "Жасы соңғы күнге; 18 жасқа толмағандар — кәмелетке толмаған, зейнет жасы сол күнгі ереже "
      + "бойынша.",
    ru: "Возраст на последний день; несовершеннолетние — до 18 лет, пенсионный возраст по правилу "
      + "этого дня.")
  static let workingOnly = LocalizedText(
    en: "Only people of working age on the last day, by what their forms say.",
    kk: "Соңғы күні еңбекке қабілетті жастағылар ғана, өтініштері бойынша.",
    ru: "Только лица трудоспособного возраста на последний день, по их анкетам.")
  static let programme = LocalizedText(
    en: "Zones of Nurly Kosh: of a programme, and not of geography.",
    kk: "«Нұрлы көш» аймақтары: географиялық емес, бағдарламалық.",
    ru: "Зоны «Нурлы кош»: программные, а не географические.")
}
