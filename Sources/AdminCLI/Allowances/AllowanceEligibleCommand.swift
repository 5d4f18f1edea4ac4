import Domain
import Reports
import Services

/// `kosh allowance eligible`: the command-line face of ``AllowanceEligibility``.
struct AllowanceEligibleCommand: Command {
  static let words = "allowance eligible"
  static let summary = "List every scheme with yes or no for a family, and why."
  static let details = """
    A grant is refused by the same checks. Shown is the first that says no, with its source; where \
    none does, the first that the register cannot answer. --json has every check in its order.
    """
  static let examples = [
    "kosh allowance eligible F-2026-000123-7",
    "kosh allowance eligible F-2026-000123-7 --on 2026-03-01 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("family", "the family's number"),
    .option("on", "DATE", "the day of a decision; without it, today"),
  ]

  private let query: AllowanceEligibility

  init(_ arguments: Arguments) throws(Failure) {
    query = AllowanceEligibility(
      of: try arguments.required("family") { (text) throws(Failure) in try Number<Family>(text) },
      on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let found = try context.answer(query)
    let width = AllowanceKind.allCases.map(\.rawValue.count).max() ?? 0
    let text = found.map { Self.text($0, width) }
    context.console.answer(
      [
        "family": .string("\(query.family)"), "on": .date(query.on ?? context.today),
        "schemes": .array(found.map(Self.json)),
      ], text.joined())
    if let first = found.first(where: { $0.refusal == nil }) {
      context.console.note(
        "Next: kosh allowance grant \(query.family) --kind \(first.kind.rawValue)")
    }
  }

  private static func text(_ found: Eligibility, _ width: Int) -> String {
    let name = DisplayWidth.pad(found.kind.rawValue, to: width)
    let answer = found.refusal == nil ? "yes" : "no "
    let amount = found.quote.map { "\($0.total.grouped) tenge" } ?? ""
    guard let check = found.refusal ?? found.doubt else {
      return "\(name)  \(answer)  \(amount)\n"
    }
    let shown = found.refusal == nil && !amount.isEmpty ? "\(amount); " : ""
    let mark = found.refusal == nil ? "not known: " : ""
    var text = "\(name)  \(answer)  \(shown)\(mark)\(check.subject.rawValue): \(check.detail)\n"
    if let citation = check.citation {
      text += String(repeating: " ", count: width + 7) + AllowanceText.source(citation) + "\n"
    }
    return text
  }

  private static func json(_ found: Eligibility) -> JSONValue {
    [
      "kind": .string(found.kind.rawValue), "eligible": .bool(found.refusal == nil),
      "amount": found.refusal == nil ? found.quote.map { .money($0.total) } ?? .null : .null,
      "refused_by": .optional(found.refusal?.subject.rawValue),
      "checks": .array(
        found.checks.map { check in
          [
            "check": .string(check.subject.rawValue), "verdict": .string(check.verdict.rawValue),
            "detail": .string(check.detail),
            "code": .optional(check.failure?.code.rawValue),
            "citation": .optional(check.citation.map { "\($0)" }),
            "standing": .optional(check.citation?.standing.rawValue),
          ]
        }),
    ]
  }
}
