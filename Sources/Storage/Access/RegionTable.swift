package import Domain

/// The regions as reference rows, so that the database itself refuses an unknown code.
package enum RegionTable {
  package static func replaceAll(
    with register: RegionRegister, named day: LocalDate, in transaction: Transaction
  ) throws(Failure) {
    for region in register.all {
      let lastDay = region.period.to.map { $0.adding(days: -1) }
      let name = region.name(on: lastDay ?? day)
      try transaction.run(
        """
        INSERT INTO region (code, kato, name_en, name_kk, name_ru, valid_from, valid_to)
        VALUES (\(region.code), \(region.kato), \(name.en), \(name.kk), \(name.ru),
          \(region.period.from), \(region.period.to))
        ON CONFLICT (code) DO UPDATE SET kato = excluded.kato, name_en = excluded.name_en,
          name_kk = excluded.name_kk, name_ru = excluded.name_ru,
          valid_from = excluded.valid_from, valid_to = excluded.valid_to
        """)
    }
  }
}
