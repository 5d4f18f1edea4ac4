/// Something in the register that somebody should look at.
package enum DataGap: String, Hashable, Sendable, CaseIterable {
  case noHead = "no-head"
  case severalHeads = "several-heads"
  case arrivalImpossible = "arrival-impossible"
  case iinMissing = "iin-missing"
  case iinDiffers = "iin-differs"
  case birthMissing = "birth-missing"
  case birthPartial = "birth-partial"
  case birthImpossible = "birth-impossible"
  case papersExpired = "papers-expired"

  package var name: LocalizedText {
    switch self {
    case .noHead:
      LocalizedText(en: "No head of the family", kk: "Отбасы басшысы жоқ", ru: "Нет главы семьи")
    case .severalHeads:
      LocalizedText(
        en: "More than one head", kk: "Отбасы басшысы біреуден көп", ru: "Больше одной главы семьи")
    case .arrivalImpossible:
      LocalizedText(
        en: "Arrival before 1991 or still to come", kk: "Келген күні 1991 жылға дейін не келешекте",
        ru: "Прибытие до 1991 года или в будущем")
    case .iinMissing: LocalizedText(en: "No IIN", kk: "ЖСН жоқ", ru: "Нет ИИН")
    case .iinDiffers:
      LocalizedText(
        en: "IIN of another birth date", kk: "ЖСН туған күніне сай емес",
        ru: "ИИН с другой датой рождения")
    case .birthMissing:
      LocalizedText(en: "No birth date", kk: "Туған күні жоқ", ru: "Нет даты рождения")
    case .birthPartial:
      LocalizedText(
        en: "Birth date without a day", kk: "Туған күні толық емес", ru: "Неполная дата рождения")
    case .birthImpossible:
      LocalizedText(
        en: "Birth still to come, or over 120 years ago",
        kk: "Туған күні келешекте не 120 жылдан бұрын",
        ru: "Рождение в будущем или более 120 лет назад")
    case .papersExpired:
      LocalizedText(
        en: "All papers expired", kk: "Барлық құжаттың мерзімі өткен", ru: "Все документы истекли")
    }
  }
}
