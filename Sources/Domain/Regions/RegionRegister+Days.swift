extension RegionRegister {
  /// The day from which the register has every region: 1998-01-01, remembered and not read.
  ///
  /// Before it five regions are missing that were dissolved in 1997, and their heirs had less
  /// land than they have here.
  package static let completeFrom = LocalDate(dayNumber: 10_227)

  /// Every region that a code has meant on some day: `KZ-YUZ` is South Kazakhstan and Turkistan.
  package func meanings(of text: String) -> [Region] { indices(of: text).map { all[$0] } }

  /// The regions that existed on a day; throws `region.unknown` for a day of which none is known.
  ///
  /// Nothing is said of the time before independence, which is not to say that nothing was.
  package func existing(on day: LocalDate) throws(Failure) -> [Region] {
    let regions = all(on: day)
    guard regions.isEmpty else { return regions }
    let first = all.map(\.period.from).min().map { ": they are known from \($0) on" } ?? ""
    throw Failure(.regionUnknown, "no regions are known on \(day)\(first)")
  }

  /// What a code means for a history: the region of the day, else the last one that it meant.
  ///
  /// An ended region has a history, so only a code that never meant any is refused.
  package func remembered(_ text: String, on day: LocalDate) throws(Failure) -> Region {
    let found = meanings(of: text)
    if !found.contains(where: { $0.period.contains(day) }),
      let last = found.max(by: { $0.period.from < $1.period.from })
    {
      return last
    }
    return try resolve(text, on: day)
  }

  /// The names of some regions on a day, as one heading: “Turkistan Region and Shymkent together”.
  package func title(of codes: [String], on day: LocalDate) -> LocalizedText {
    let names = codes.map { region($0)?.name(on: day) ?? LocalizedText($0) }
    guard let last = names.last else { return LocalizedText("") }
    guard names.count > 1 else { return last }
    let rest = LocalizedText { language in
      names.dropLast().map { $0[language] }.joined(separator: ", ")
    }
    return .message(
      "regions.together", ["regions": .localized(rest), "last": .localized(last)])
  }
}
