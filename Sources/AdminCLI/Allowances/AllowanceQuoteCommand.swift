import Domain
import Reports
import Services

/// `kosh allowance quote`: reckons an allowance without a family; a database it needs none, and asks
/// one that is there for the rules it adopted.
struct AllowanceQuoteCommand: Command {
  static let words = "allowance quote"
  static let summary = "Reckon an allowance for a household on a day; no database is needed."
  static var details: String {
    let kinds = AllowanceKind.allCases.map { "`\($0.rawValue)` \($0.name.en)." }
    return kinds.joined(separator: "\n\n") + """


      Rent needs --place, and is for --months of them; the certificate and the loan need --cost, what \
      the home costs. The grant for education is for --children. Of an employer --members are the \
      relocations that were helped.

      Every line shows its citation and its standing: law, official, press, reconstructed (fitted \
      to a known total) or unconfirmed.
      """
  }
  static let examples = [
    "kosh allowance quote --kind relocation --members 3 --on 2026-05-01",
    "kosh allowance quote --kind tariff-1997 --members 5 --on 2009-03-01 --json",
    "kosh allowance quote --kind rent --members 4 --place urban --months 12",
    "kosh allowance quote --kind certificate --members 4 --cost 9000000 --on 2026-05-01",
  ]
  static let parameters: [CommandParameter] = [
    .option("kind", "KIND", "the scheme, such as relocation or tariff-1997", default: "relocation"),
    .option("members", "N", "people in the household, the head among them", required: true),
    .option("others", "N", "of them neither head nor spouse nor child", default: "0"),
    .option("children", "N", "of them sons and daughters", default: "0"),
    .option("place", "PLACE", "of rent: where the family lives", choices: ["rural", "urban"]),
    .option("months", "N", "of rent: for how many months; without it, as many as the rule allows"),
    .option("cost", "TENGE", "of the certificate and the loan: what the home costs"),
    .option("on", "DATE", "the day of the decision; without it, today"),
  ]

  private let kind: AllowanceKind
  private let household: Household
  private let terms: AllowanceTerms
  private let on: LocalDate?

  init(_ arguments: Arguments) throws(Failure) {
    kind = try AllowanceText.kind(of: arguments)
    let members = Int(clamping: try arguments.count("members", least: 1) ?? 1)
    let others = Int(clamping: try arguments.count("others") ?? 0)
    guard others < members else {
      throw Failure(.usage, "--others: of \(members) people at most \(members - 1) can be others")
    }
    let children = Int(clamping: try arguments.count("children") ?? 0)
    guard children <= members - 1 - others else {
      throw Failure(
        .usage, "--children: at most \(members - 1 - others) can be children beside the others")
    }
    household = Household(
      head: 1, spousesAndChildren: members - 1 - others, others: others, children: children)
    terms = AllowanceTerms(
      place: try arguments.choice("place", AllowanceTerms.Place.self),
      months: try arguments.count("months", least: 1).map { Int(clamping: $0) },
      cost: try arguments.money("cost"))
    on = try arguments.date("on")
  }

  func run(in context: Context) throws(Failure) {
    let rules = try context.rules()
    let quote = try AllowanceQuote.make(
      kind, household, terms, on: on ?? context.today, rules.book)
    context.console.answer(
      Self.json(quote, context.global.language), Self.text(quote, context.global.language))
    if !rules.adopted.isEmpty {
      let keys = rules.adopted.map(\.key).joined(separator: ", ")
      context.console.note("Reckoned with what this register adopted: \(keys).")
    }
  }

  private static func text(_ quote: AllowanceQuote, _ language: Language) -> String {
    var lines = ["\(quote.kind.name[language]), \(People.text(quote.people)), on \(quote.on)", ""]
    for line in quote.lines {
      lines.append("  \(line.label[language])")
      lines.append("    \(line.arithmetic) = \(line.amount.grouped) tenge")
      lines.append("    \(AllowanceText.source(line.citation))")
    }
    lines += ["", "  Total  \(quote.total.grouped) tenge, standing: \(quote.standing.rawValue)"]
    lines.append(
      "  MCI    \(quote.mci.grouped) tenge since \(quote.mciFrom), "
        + AllowanceText.source(quote.mciCitation))
    lines.append("  Amounts are rounded \(quote.rounding).")
    lines += quote.notes.map { "  Note: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The documented answer.
  private static func json(_ quote: AllowanceQuote, _ language: Language) -> JSONValue {
    let lines = quote.lines.map { line -> JSONValue in
      [
        "label": .string(line.label[language]), "quantity": .count(line.quantity),
        "multiple_mci": .string("\(line.multiple)"), "rate": .money(line.rate),
        "amount": .money(line.amount), "arithmetic": .string(line.arithmetic),
        "citation": .string("\(line.citation)"),
        "standing": .string(line.citation.standing.rawValue),
      ]
    }
    return [
      "kind": .string(quote.kind.rawValue), "on": .date(quote.on), "people": .count(quote.people),
      "total": .money(quote.total), "currency": "KZT",
      "standing": .string(quote.standing.rawValue),
      "mci": [
        "amount": .money(quote.mci), "from": .date(quote.mciFrom),
        "citation": .string("\(quote.mciCitation)"),
        "standing": .string(quote.mciCitation.standing.rawValue),
      ],
      "rounding": .string(quote.rounding), "lines": .array(lines),
      "notes": .array(quote.notes.map(JSONValue.string)),
    ]
  }
}
