/// One figure of the law through time: its values, each with its days and its source.
package struct Parameter: Hashable, Sendable {
  package let key: ParameterKey
  /// What the figure is, as a line of a quote names it.
  package let title: LocalizedText
  /// In the order of their days; days between them may be uncovered.
  package let entries: [Entry]
  /// When someone last held the figure against its source.
  package let checkedOn: LocalDate

  package struct Entry: Hashable, Sendable {
    package let period: Period
    /// Nil where a value was in force and no source gives it.
    package let value: ParameterValue?
    package let citation: Citation
    /// What a reader of an explanation must know; required where the value is nil.
    package let note: String?

    package init(period: Period, value: ParameterValue?, citation: Citation, note: String?) {
      self.period = period
      self.value = value
      self.citation = citation
      self.note = note
    }
  }

  /// Throws `rule.malformed` for no values, unsorted dates, overlapping periods, a value of
  /// another unit, or an unknown value without a note.
  package init(
    key: ParameterKey, title: LocalizedText, entries: [Entry], checkedOn: LocalDate
  ) throws(Failure) {
    guard !entries.isEmpty else { throw Self.malformed(key, "there are no values") }
    for (earlier, later) in zip(entries, entries.dropFirst()) {
      let (first, second) = (earlier.period, later.period)
      guard first.from < second.from else {
        throw Self.malformed(key, "\(second.from) stands after \(first.from)")
      }
      guard !first.overlaps(second) else {
        throw Self.malformed(key, "the value from \(first.from) reaches into \(second.from)")
      }
    }
    for entry in entries {
      if let value = entry.value {
        guard value.fits(key.unit) else {
          throw Self.malformed(key, "“\(value)” is not counted in \(key.unit.rawValue)")
        }
      } else if entry.note?.isEmpty ?? true {
        throw Self.malformed(key, "the unknown value from \(entry.period.from) has no note")
      }
    }
    self.key = key
    self.title = title
    self.entries = entries
    self.checkedOn = checkedOn
  }

  /// The entry in force on a day.
  package func entry(on day: LocalDate) -> Entry? {
    entries.first { $0.period.contains(day) }
  }

  private static func malformed(_ key: ParameterKey, _ detail: String) -> Failure {
    Failure(.ruleMalformed, "\(key.rawValue): \(detail)")
  }
}

/// A value of a parameter, in one of the shapes that ``ParameterUnit`` knows.
package enum ParameterValue: Hashable, Sendable {
  case multiple(Ratio)
  case share(Ratio)
  case purpose(MCI.Purpose)
  case rounding(Rounding)
  case division(Follows)
  case months(Int)
  case sharePerYear(Ratio)

  func fits(_ unit: ParameterUnit) -> Bool {
    switch (self, unit) {
    case (.multiple, .mciPerPerson), (.multiple, .mciPerFamily), (.share, .share),
      (.purpose, .mciPurpose),
      (.rounding, .rounding), (.division, .division), (.months, .months),
      (.sharePerYear, .sharePerYear):
      true
    default: false
    }
  }
}

extension ParameterValue: CustomStringConvertible {
  /// `70 MCI`, `general`, `up to a whole tenge`.
  package var description: String {
    switch self {
    case .multiple(let ratio): "\(ratio) MCI"
    case .share(let ratio): ratio == Ratio(1) ? "the whole cost" : "\(ratio) of the cost"
    case .purpose(let purpose): purpose.rawValue
    case .rounding(let rounding):
      "\(rounding.direction.rawValue) to a whole \(rounding.unit.rawValue)"
    case .division(let follows): follows.rawValue
    case .months(let months): months == 1 ? "1 month" : "\(months) months"
    case .sharePerYear(let ratio): "\(ratio) of the debt a year"
    }
  }
}
