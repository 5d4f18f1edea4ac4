/// How a language writes figures and days, from its message file: `1,5`, `12,3 %`, `03.11.2026`.
package struct Notation: Sendable {
  /// `dd.mm.yyyy`, as spreadsheets know it.
  package let datePattern: String
  private let datePieces: [String]
  private let decimalMark: Character
  private let percentSign: String

  private static let all = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, Notation(reading: $0)) })

  package init(_ language: Language) { self = Self.all[language] ?? Notation(reading: language) }

  private init(reading language: Language) {
    datePattern = LocalizedText.message("format.date")[language]
    datePieces = Self.runs(of: datePattern)
    decimalMark = LocalizedText.message("format.decimal-mark")[language].first ?? "."
    percentSign = LocalizedText.message("format.percent-sign")[language]
  }

  /// `dd`, `.`, `mm`, `.`, `yyyy`.
  private static func runs(of pattern: String) -> [String] {
    var runs: [String] = []
    for letter in pattern {
      if let last = runs.last, last.last == letter {
        runs[runs.count - 1].append(letter)
      } else {
        runs.append(String(letter))
      }
    }
    return runs
  }

  /// A decimal as machines write it, with the mark of the language.
  package func decimal(_ text: String) -> String {
    guard decimalMark != "." else { return text }
    return String(text.map { $0 == "." ? decimalMark : $0 })
  }

  package func percent(_ text: String) -> String { decimal(text) + percentSign }

  package func date(_ day: LocalDate) -> String {
    let iso = day.description
    let parts = iso.split(separator: "-")
    guard parts.count == 3 else { return iso }
    var text = ""
    for piece in datePieces {
      switch piece {
      case "yyyy": text += parts[0]
      case "mm": text += parts[1]
      case "dd": text += parts[2]
      default: text += piece
      }
    }
    return text
  }
}
