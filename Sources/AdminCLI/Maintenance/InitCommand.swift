import Reports
import Domain
import Services

/// `kosh init`: makes a register, with its first administrator and the orders that ship.
struct InitCommand: Command {
  static let words = "init"
  static let summary = "Make a new register."
  static let details = """
    Whoever runs it becomes the administrator. The regions, the quota orders known \
    since 1993, and the money of Nurly Kosh are loaded with the standing of their sources.
    """
  static let examples = ["kosh init", "kosh init --db /srv/kosh/kosh.db --as aigerim"]

  init(_ arguments: Arguments) throws(Failure) {}

  func run(in context: Context) throws(Failure) {
    let office = try context.openOffice(context.global.database, true, context.clock)
    let outcome = try office.setUp(administrator: context.user)
    let path = context.global.database
    context.console.answer(
      [
        "database": .string(path), "administrator": .string(outcome.administrator),
        "orders": .count(outcome.orders),
      ],
      "Made \(path): \(outcome.administrator) is its administrator, \(outcome.orders) orders loaded.\n"
    )
    context.console.note("Next: kosh family import FILE, or kosh quota usage --year 2026")
  }
}
