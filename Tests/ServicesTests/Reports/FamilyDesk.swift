import Domain
import Services
import Storage
import TestSupport

/// Five families of which every figure can be counted by hand.
///
/// | | people | for | arrived | from |
/// | A | head, spouse, son, daughter, mother (born 1958) | Pavlodar | 2026-03-10 | Mongolia |
/// | B | head, spouse, son | Pavlodar | 2026-04-20 | China |
/// | C | head, spouse | Abai | 2026-01-15 | Uzbekistan |
/// | D | head | Pavlodar | 2025-12-31 | Mongolia |
/// | E | head, spouse | Almaty | 2026-02-01 | nobody said |
struct FamilyDesk {
  let register: TestRegister
  let families: [Number<Family>]

  init() throws {
    register = try TestRegister(on: "2026-05-01", isDurable: false)
    let forms: [[IntakeRow]] = [
      Samples.family("A", count: 5),
      Samples.family("B", count: 3, arrival: "2026-04-20").with(.originCountry, "CHN"),
      Samples.family("C", count: 2, region: "KZ-10", arrival: "2026-01-15")
        .with(.originCountry, "UZB"),
      Samples.family("D", count: 1, arrival: "2025-12-31"),
      Samples.family("E", count: 2, region: "KZ-75", arrival: "2026-02-01")
        .with(.originCountry, ""),
    ]
    var families: [Number<Family>] = []
    for form in forms { families.append(try register.register(form)) }
    self.families = families
  }

  static func day(_ text: String) throws -> LocalDate {
    try TestRegister.day(text) ?? LocalDate(dayNumber: 0)
  }

  static func ground(_ on: String) throws -> Ground {
    Ground(on: try day(on), reason: "told")
  }

  static func period(_ from: String, _ through: String, region: String? = nil) throws
    -> ReportPeriod
  {
    ReportPeriod(from: try day(from), through: try day(through), region: region)
  }

  /// C moves to Pavlodar, and A within it to a district.
  func move() throws {
    try register.perform(
      MoveFamily(family: families[2], region: "KZ-55", ground: Self.ground("2026-04-01")))
    try register.perform(
      MoveFamily(
        family: families[0], region: "KZ-55", district: "Ekibastuz",
        ground: Self.ground("2026-04-01")))
  }
}

extension Report {
  /// Rows as people read the figures: cells parted by a bar, percent in tenths.
  var lines: [String] { groups.flatMap(\.rows).map(Self.line) }

  static func line(_ row: [Cell]) -> String {
    row.map { cell in
      switch cell {
      case .text(let text): text
      case .localized(let text): text.en
      case .count(let number): "\(number)"
      case .money(let amount): amount.description
      case .percent(let tenths): "\(tenths)‰"
      case .decimal(let decimal): decimal.description
      case .date(let day): day.description
      case .moment(let moment): moment.description
      case .unknown: "…"
      case .suppressed: "×"
      case .empty: ""
      }
    }.joined(separator: "|")
  }
}
