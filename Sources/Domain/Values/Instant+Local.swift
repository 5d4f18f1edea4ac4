extension Instant {
  /// The day and time on the clocks of Kazakhstan, as people of that language write them, with what
  /// the clocks are ahead: `26.11.2026 09:15:00 (UTC+5)`, in English `2026-11-26 09:15:00 (UTC+5)`.
  package func local(in language: Language) -> String {
    let here = Instant(milliseconds: milliseconds + Self.zoneMilliseconds)
    let clock = here.description.dropFirst(11).prefix(8)
    return "\(here.day.shown(in: language)) \(clock) (\(Self.zone))"
  }

  private static let zone = "UTC+\(zoneMilliseconds / 3_600_000)"
}

extension LocalDate {
  /// The day as papers of the language write it: `26.11.2026`, in English `2026-11-26`.
  package func shown(in language: Language) -> String { Notation(language).date(self) }
}
