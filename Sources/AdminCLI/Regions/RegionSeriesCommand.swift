import Domain
import Reports
import Services

/// `kosh region series`: how figures of one day are told in the regions of another.
struct RegionSeriesCommand: Command {
  static let words = "region series"
  static let summary = "Show how figures by regions of one day are told in the regions of another."
  static let details = """
    Where regions were joined, their figures add up. Where one was split, its figure stays a \
    figure of the parts together, for nothing says how much of it belongs to which. Either day \
    may be the earlier.
    """
  static let examples = [
    "kosh region series --from 2017-01-01 --to 2026-01-01",
    "kosh region series --from 2026-01-01 --to 2020-01-01 --json",
  ]
  static let parameters: [CommandParameter] = [
    .option("from", "DATE", "the day by whose regions figures were kept", required: true),
    .option("to", "DATE", "the day in whose regions to tell them; without it, today"),
  ]

  private let from: LocalDate
  private let to: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    from = try arguments.requiredDate("from")
    to = try arguments.date("to")
  }

  func run(in context: Context) throws(Failure) {
    let to = self.to ?? context.today
    let register = try Reference.regions()
    for day in [from, to] { _ = try register.existing(on: day) }
    let groups = register.groups(from: from, to: to)
    let language = context.global.language
    let old = RegionText(register: register, day: from, language: language)
    let new = RegionText(register: register, day: to, language: language)
    if min(from, to) < RegionRegister.completeFrom {
      context.console.warn(
        "five regions that were dissolved in 1997 are not in the register: figures by the regions "
          + "of a day before \(RegionRegister.completeFrom) may not be of the land shown here")
    }
    let values = groups.map { group -> JSONValue in
      [
        "from": old.json(group.from), "to": new.json(group.to),
        "title": .string(register.title(of: group.to, on: to)[language]),
        "exact": .bool(group.isExact), "joint": .bool(group.isJoint),
        "unchanged": .bool(group.isUnchanged),
        "sources": .array(group.sources.map { .object(RegionText.json($0)) }),
      ]
    }
    var words = "Figures by the regions of \(from), in those of \(to)\n"
    words += groups.map { Self.line($0, old, new) }.joined()
    context.console.answer(
      ["from": .date(from), "to": .date(to), "groups": .array(values)], words)
  }

  private static func line(_ group: RegionGroup, _ old: RegionText, _ new: RegionText) -> String {
    let title = new.register.title(of: group.to, on: new.day)[new.language]
    let codes = group.to.joined(separator: " + ")
    guard !group.isUnchanged else {
      let then = group.from.map(old.name).joined()
      return "\(codes)  \(title)\(then == title ? "" : ", then \(then)")\n"
    }
    let sources = group.sources.map { "  \(AllowanceText.source($0))\n" }.joined()
    return "\(codes)  \(title) = \(old.named(group.from))\n\(sources)"
  }
}
