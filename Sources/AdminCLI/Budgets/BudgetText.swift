import Domain
import Reports

/// Money of the budget for people and as JSON.
enum BudgetText {
  static func sourceOption(_ help: String) -> CommandParameter {
    .option("source", "SOURCE", help, choices: BudgetSource.allCases.map(\.rawValue))
  }

  /// Whose money is set aside for a grant; a line each, or one that says that none is.
  static func lines(of commitments: [CommitmentRecord]) -> [String] {
    guard !commitments.isEmpty else {
      return ["  budget     nothing is set aside: no order had appropriated money for it"]
    }
    return commitments.map { "  budget     \(text($0))" }
  }

  /// “resettlement 2026, national money of KZ-55: 1 211 000 tenge set aside on 2026-11-02”.
  static func text(_ commitment: CommitmentRecord) -> String {
    var text =
      "\(commitment.programme) \(commitment.year), \(commitment.source.rawValue) money of "
      + "\(commitment.region): \(commitment.amount.grouped) tenge set aside on \(commitment.on)"
    let rest = [
      ("paid", commitment.paid), ("returned", commitment.returned),
      ("released", commitment.released),
    ]
    for (word, amount) in rest where amount > .zero { text += ", \(amount.grouped) \(word)" }
    return text
  }

  static func json(_ commitment: CommitmentRecord) -> JSONValue {
    [
      "programme": .string(commitment.programme), "year": .count(commitment.year),
      "source": .string(commitment.source.rawValue), "region": .string(commitment.region),
      "on": .date(commitment.on), "amount": .money(commitment.amount),
      "paid": .money(commitment.paid), "returned": .money(commitment.returned),
      "released": .money(commitment.released), "open": .money(commitment.open),
    ]
  }

  /// The members of every JSON answer about money of the budget.
  static func members(_ line: BudgetLine) -> [(String, JSONValue)] {
    [
      ("appropriated", .money(line.appropriated)), ("committed", .money(line.committed)),
      ("paid", .money(line.paid)), ("returned", .money(line.returned)),
      ("free", .money(line.free)), ("overrun", .money(line.overrun)),
      ("share_executed", .cell(line.share, .en)),
    ]
  }

  /// `2011`, or `2009, 2010, 2011`.
  static func years(_ years: [Int]) -> String {
    years.map(String.init).joined(separator: ", ")
  }
}
