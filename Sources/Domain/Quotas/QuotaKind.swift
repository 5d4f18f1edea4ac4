/// For whom the yearly regional quota holds places.
package enum QuotaKind: String, Hashable, Sendable, CaseIterable {
  /// Returnees; the law said oralman to 2020.
  case kandas
  /// Citizens who move from the labour-surplus south to the settlement regions.
  case settlers

  package var name: LocalizedText {
    switch self {
    case .kandas: LocalizedText(en: "Kandas", kk: "Қандастар", ru: "Кандасы")
    case .settlers: LocalizedText(en: "Settlers", kk: "Қоныс аударушылар", ru: "Переселенцы")
    }
  }
}

/// What one place of a quota is; places of different units are never added.
package enum QuotaUnit: String, Hashable, Sendable, CaseIterable {
  /// One person: regional quotas since 2017 or 2018.
  case person
  /// One family: the immigration quotas to 2016.
  case family
  /// One permit to employ a foreigner.
  case permit

  package var name: LocalizedText {
    switch self {
    case .person: LocalizedText(en: "people", kk: "адам", ru: "человек")
    case .family: LocalizedText(en: "families", kk: "отбасы", ru: "семей")
    case .permit: LocalizedText(en: "permits", kk: "рұқсат", ru: "разрешений")
    }
  }
}
