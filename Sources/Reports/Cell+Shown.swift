import Domain

extension Cell {
  /// The cell as people of that language read it; machines get ``raw(_:)``.
  ///
  /// Kazakh and Russian papers write a decimal comma and a space before the percent sign.
  ///
  /// Every amount of a column shows tiyn once one of them does (`tiyn`), so that points line up.
  func shown(in language: Language, tiyn: Bool = false) -> String {
    switch self {
    case .text(let text): text
    case .localized(let text): text[language]
    case .count(let number): number.grouped
    case .money(let amount): Self.money(amount, language, tiyn: tiyn)
    case .percent: Notation(language).percent(raw(language) ?? "")
    case .decimal(let decimal): Notation(language).decimal(decimal.description)
    case .date(let day): day.shown(in: language)
    case .moment(let moment): moment.local(in: language)
    case .unknown: "…"
    case .suppressed: "×"
    case .empty: ""
    }
  }

  /// The cell outside a column: a year is not `2 026`.
  func shownAlone(in language: Language) -> String {
    if case .count(let number) = self, number.magnitude < 10_000 { return String(number) }
    return shown(in: language)
  }

  private static func money(_ amount: Money, _ language: Language, tiyn: Bool) -> String {
    let isWhole = amount.tiyn % 100 == 0
    return Notation(language).decimal(amount.grouped + (tiyn && isWhole ? ".00" : ""))
  }
}

extension Report {
  /// For each column, whether any of its amounts has tiyn.
  var columnsWithTiyn: [Bool] {
    var found = columns.map { _ in false }
    for group in groups {
      for row in group.rows { Self.note(row, in: &found) }
      if let subtotal = group.subtotal { Self.note(subtotal, in: &found) }
    }
    if let total { Self.note(total, in: &found) }
    return found
  }

  private static func note(_ row: [Cell], in found: inout [Bool]) {
    for (index, cell) in row.enumerated() where index < found.count {
      if case .money(let amount) = cell, amount.tiyn % 100 != 0 { found[index] = true }
    }
  }

  /// The row as people read it.
  func shown(_ row: [Cell], _ language: Language, tiyn: [Bool]) -> [String] {
    zip(row, tiyn).map { $0.shown(in: language, tiyn: $1) }
  }
}
