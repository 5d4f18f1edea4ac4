import Domain

extension LabourQuotaReport {
  static let title = LocalizedText(
    en: "The quota of foreign labour, set and used",
    kk: "Шетелдік жұмыс күшінің квотасы: белгіленгені мен игерілгені",
    ru: "Квота иностранной рабочей силы: установлено и освоено")

  static let base = LocalizedText(
    en: "Shares set and used are in percent of the labour force, with the digits of their sources.",
    kk: "Белгіленген және игерілген үлестер — жұмыс күшіне шаққандағы пайыз, дереккөздегідей.",
    ru: "Установленные и освоенные доли — в процентах рабочей силы, как в источниках.")

  static let quotient = LocalizedText(
    en: """
      Set over used is the exact quotient of the two shares, rounded to a hundredth, halves away from \
      zero.
      """,
    kk: "Белгіленгеннің игерілгенге қатынасы жүзден біріне дейін, жартысы нөлден алысқа қарай.",
    ru: "Отношение установленного к освоенному округлено до сотой, половина — от нуля.")

  static let told = LocalizedText(
    en:
      "Issued as told is the share that the source gives; the one before it is of its own counts.",
    kk: "Айтылғаны — дереккөз берген үлес; алдыңғысы оның өз сандарынан есептелген.",
    ru: "По источнику — доля, которую он называет; перед ней — доля по его же числам.")

  static let register = LocalizedText(
    en: """
      By orders and in use are what this register holds: of years before it was kept, in use says \
      nothing.
      """,
    kk: """
      Бұйрықтар бойынша және қолданыста — осы тізілімде бары: тізілім жүргізілмеген жылдар туралы \
      соңғысы ештеңе айтпайды.
      """,
    ru: """
      По приказам и в использовании — то, что есть в этом реестре: о годах до его ведения последнее \
      не говорит ничего.
      """)

  static let columns = [
    Report.Column("year", LocalizedText(en: "Year", kk: "Жыл", ru: "Год"), .code),
    Report.Column("as_of", Words.stateDate, .code),
    Report.Column(
      "share_set", LocalizedText(en: "Set, %", kk: "Белгіленді, %", ru: "Установлено, %"), .decimal),
    Report.Column(
      "share_used", LocalizedText(en: "Used, %", kk: "Игерілді, %", ru: "Освоено, %"), .decimal),
    Report.Column(
      "set_over_used", LocalizedText(en: "Set over used", kk: "Қатынасы", ru: "Отношение"),
      .decimal),
    Report.Column(
      "permits", LocalizedText(en: "Permits", kk: "Рұқсат", ru: "Разрешений"), .count),
    Report.Column("issued", LocalizedText(en: "Issued", kk: "Берілді", ru: "Выдано"), .count),
    Report.Column(
      "share_issued", LocalizedText(en: "Issued, %", kk: "Берілді, %", ru: "Выдано, %"), .percent),
    Report.Column(
      "share_issued_told",
      LocalizedText(en: "As told, %", kk: "Айтылғаны, %", ru: "По источнику, %"), .decimal),
    Report.Column(
      "by_orders", LocalizedText(en: "By orders", kk: "Бұйрықпен", ru: "По приказам"), .count),
    Report.Column(
      "in_use", LocalizedText(en: "In use", kk: "Қолданыста", ru: "Использовано"), .count),
    Report.Column(
      "household_share",
      LocalizedText(en: "Households, %", kk: "Үй шаруашылығы, %", ru: "Домашние, %"), .decimal),
    Report.Column(
      "household_permits",
      LocalizedText(en: "Permits of households", kk: "Үй рұқсаты", ru: "Разрешений домашним"),
      .count),
    Report.Column(
      "household_issued",
      LocalizedText(en: "Issued to households", kk: "Үйге берілді", ru: "Выдано домашним"), .count),
    Report.Column(
      "standing", LocalizedText(en: "Standing", kk: "Мәртебесі", ru: "Достоверность"), .text),
  ]
}
