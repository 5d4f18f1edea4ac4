/// How papers of a country of origin look.
struct DemoCountry: Sendable {
  /// How the parts of a name are filled.
  enum Naming: Sendable {
    /// Russian forms: surname in -ov, given name, patronymic in -ovich.
    case russian
    /// Surname in -ov, Kazakh given name, the father's name with ұлы or қызы.
    case kazakh
    /// The father's name in place of a surname, and no patronymic.
    case fatherFirst
    /// No surname at all; the father's name as it is, or with ұлы or қызы.
    case noSurname
  }

  /// ISO 3166-1 alpha-3.
  var code: String
  var naming: Weighted<Naming>
  /// What stands before the digits of a passport number.
  var passport: String
  /// The first of eight digits is written as a letter from A to J.
  var lettered: Bool
  var places: [String]

  /// Countries by their share of families: nearly all come from Uzbekistan and China.
  static let all = Weighted<DemoCountry>([
    (
      DemoCountry(
        code: "UZB", naming: western, passport: "A", lettered: true,
        places: ["Tashkent", "Navoi", "Zarafshan", "Nukus", "Bukhara", "Chirchik"]), 400
    ),
    (
      DemoCountry(
        code: "CHN", naming: china, passport: "E", lettered: false,
        places: ["Ili", "Altay", "Tacheng", "Urumqi", "Barkol", "Mori"]), 410
    ),
    (
      DemoCountry(
        code: "MNG", naming: mongolia, passport: "", lettered: true,
        places: ["Bayan-Olgii", "Khovd", "Ulaanbaatar", "Nalaikh"]), 70
    ),
    (
      DemoCountry(
        code: "TKM", naming: western, passport: "", lettered: true,
        places: ["Balkanabat", "Turkmenbashi", "Dashoguz", "Ashgabat"]), 45
    ),
    (
      DemoCountry(
        code: "RUS", naming: western, passport: "7", lettered: false,
        places: ["Omsk", "Orenburg", "Astrakhan", "Kosh-Agach", "Saratov"]), 45
    ),
    (
      DemoCountry(
        code: "KGZ", naming: western, passport: "A", lettered: true,
        places: ["Bishkek", "Talas", "Tokmok"]), 15
    ),
    (
      DemoCountry(
        code: "TUR", naming: southern, passport: "U", lettered: false,
        places: ["Istanbul", "Manisa", "Salihli"]), 5
    ),
    (
      DemoCountry(
        code: "IRN", naming: southern, passport: "X", lettered: false,
        places: ["Gorgan", "Bandar Torkaman"]), 4
    ),
    (
      DemoCountry(
        code: "AFG", naming: southern, passport: "P", lettered: false,
        places: ["Kunduz", "Mazar-i-Sharif"]), 4
    ),
    (
      DemoCountry(
        code: "TJK", naming: western, passport: "4", lettered: false,
        places: ["Dushanbe", "Khujand"]), 2
    ),
  ])

  private static let western = Weighted<Naming>([
    (.russian, 850), (.kazakh, 130), (.fatherFirst, 10), (.noSurname, 10),
  ])
  private static let china = Weighted<Naming>([
    (.russian, 150), (.kazakh, 250), (.fatherFirst, 250), (.noSurname, 350),
  ])
  private static let mongolia = Weighted<Naming>([
    (.russian, 150), (.kazakh, 450), (.fatherFirst, 250), (.noSurname, 150),
  ])
  private static let southern = Weighted<Naming>([
    (.russian, 200), (.kazakh, 500), (.fatherFirst, 200), (.noSurname, 100),
  ])
}
