import Domain
import Reports
import Services

/// `kosh quota apply`: the command-line face of ``ApplyForPlaces``.
struct QuotaApplyCommand: Command {
  static let words = "quota apply"
  static let summary = "Enter a family's application for places, or change it."
  static let details = """
    A family that is bound for a region waits from its registration on, and keeps that turn; --on \
    gives the day of an application on paper. A family that had withdrawn waits from today.

    --priority puts it before families without one; it needs --reason. kosh quota queue \
    --priorities lists what there is, and on what ground. Without --priority the family has none.
    """
  static let examples = [
    "kosh quota apply F-2026-000123-7 --on 2026-03-02 --document 118",
    "kosh quota apply F-2026-000123-7 --priority skilled --reason 'a doctor' --document 'diploma 45'",
    "kosh quota apply F-2026-000124-5 --kind settlers",
  ]
  static let parameters: [CommandParameter] = [
    .argument("family", "the family's number"),
    .option("kind", "KIND", "what it applies for", choices: ["kandas", "settlers"]),
    .option("priority", "CODE", "what puts it before others"),
    .option("reason", "TEXT", "why it has the priority"),
    .option("document", "NUMBER", "the application, or the paper behind the priority"),
    .option("on", "DATE", "the day of the application"),
  ]

  private let useCase: ApplyForPlaces

  init(_ arguments: Arguments) throws(Failure) {
    useCase = ApplyForPlaces(
      family: try arguments.family(), kind: try arguments.choice("kind", QuotaKind.self),
      priority: arguments.text("priority"), reason: arguments.text("reason"),
      document: arguments.text("document"), on: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    let turn = try context.perform(useCase)
    context.console.answer(QueueText.json(turn), QueueText.text(turn))
    context.console.note(QueueText.next(turn))
  }
}

/// `kosh quota withdraw`: the command-line face of ``WithdrawApplication``.
struct QuotaWithdrawCommand: Command {
  static let words = "quota withdraw"
  static let summary = "Take a family off the waiting list, for a reason."
  static let details = """
    Nothing is deleted: the family stays registered, and may apply again, from that day on.
    """
  static let examples = ["kosh quota withdraw F-2026-000123-7 --reason 'stays in Mongolia'"]
  static let parameters: [CommandParameter] = [
    .argument("family", "the family's number"),
    .option("reason", "TEXT", "why", required: true),
    .option("document", "NUMBER", "the paper it rests on"),
  ]

  private let useCase: WithdrawApplication

  init(_ arguments: Arguments) throws(Failure) {
    useCase = WithdrawApplication(
      family: try arguments.family(), reason: try arguments.required("reason"),
      document: arguments.text("document"))
  }

  func run(in context: Context) throws(Failure) {
    let turn = try context.perform(useCase)
    context.console.answer(QueueText.json(turn), QueueText.text(turn))
    context.console.note("Next: kosh quota apply \(turn.family) enters it again")
  }
}

/// `kosh quota queue`: the command-line face of ``WaitingQueue``.
struct QuotaQueueCommand: Command {
  static let words = "quota queue"
  static let summary = "Show who waits for places, in the order in which they come to be included."
  static let details = """
    First by priority, then by the day of application, then by number. A family marked + would find \
    its places today if those before it, for whom there are enough, took theirs; one marked - would \
    not. Families that have named no region stand at the end: kosh place advise FAMILY tells where \
    they are wanted.

    --priorities lists what puts a family before others, since when and on what ground.
    """
  static let examples = [
    "kosh quota queue --region KZ-55", "kosh quota queue --kind settlers --limit 20 --json",
    "kosh quota queue --priorities",
  ]
  static let parameters: [CommandParameter] = [
    .option("region", "CODE", "the region: ISO 3166-2 or KATO"),
    .option("kind", "KIND", "the quota", choices: ["kandas", "settlers"], default: "kandas"),
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option("on", "DATE", "the day; without it, today"),
    .option("limit", "N", "at most this many of each region"),
    .flag("priorities", "list the priorities instead"),
  ]

  private let region: String?
  private let kind: QuotaKind
  private let year: Int64?
  private let on: LocalDate?
  private let limit: Int64?
  private let isOfPriorities: Bool

  init(_ arguments: Arguments) throws(Failure) {
    region = arguments.text("region")
    kind = try arguments.choice("kind", QuotaKind.self) ?? .kandas
    year = try arguments.count("year", least: 1991)
    on = try arguments.date("on")
    limit = try arguments.count("limit", least: 1)
    isOfPriorities = arguments.flag("priorities")
  }

  func run(in context: Context) throws(Failure) {
    let day = on ?? context.today
    guard !isOfPriorities else { return try listPriorities(in: context, on: day) }
    let code = try context.regionCode(region, on: day)
    let answer = try context.answer(
      WaitingQueue(
        kind: kind, year: year.map { Int(clamping: $0) } ?? day.year, region: code, on: on))
    let shown = answer.lines.filter { line in limit.map { line.position <= Int($0) } ?? true }
    let regions = try Reference.regions()
    context.console.answer(
      QueueText.json(answer, shown),
      QueueText.text(answer, shown, regions, context.global.language))
    guard let first = answer.lines.first(where: { $0.fits == true }) else { return }
    context.console.note(
      "Next: kosh quota promote --year \(answer.year) --kind \(kind.rawValue) "
        + "--region \(first.waiting.region ?? "CODE")")
  }

  private func listPriorities(in context: Context, on day: LocalDate) throws(Failure) {
    let all = try Reference.queuePriorities().all
    let language = context.global.language
    let text = all.map { priority in
      "\(priority.code)  rank \(priority.rank), \(RegionText.days(priority.during))"
        + "\(priority.during.contains(day) ? "" : ", not in force"): \(priority.name[language])\n"
        + "  \(priority.citation.source) (\(priority.citation.standing.rawValue))\n"
        + (priority.note.map { "  \($0)\n" } ?? "")
    }
    context.console.answer(
      .array(
        all.map { priority in
          [
            "code": .string(priority.code), "rank": .count(priority.rank),
            "from": .date(priority.during.from),
            "until": .optional(priority.during.to.map { "\($0.adding(days: -1))" }),
            "name": .string(priority.name[language]),
            "source": .string(priority.citation.source),
            "standing": .string(priority.citation.standing.rawValue),
            "note": .optional(priority.note),
          ]
        }), text.joined())
  }
}

/// `kosh quota promote`: the command-line face of ``IncludeWaiting`` without a protocol.
struct QuotaPromoteCommand: Command {
  static let words = "quota promote"
  static let summary = "Reserve places that are free for those who wait, in the order of the list."
  static let details = """
    Each family is reserved as many places as it has people, in the region it is bound for, until \
    --expires where that is given; the commission's protocol confirms them. A family for which too \
    few places are left is passed over and keeps its turn; with --in-turn it holds back those \
    behind it.
    """
  static let examples = [
    "kosh quota promote --year 2026 --region KZ-55 --expires 2026-12-01",
    "kosh quota promote --year 2026 --kind settlers --in-turn",
  ]
  static let parameters: [CommandParameter] = [
    .option("year", "YEAR", "the quota's year; without it, this year"),
    .option(
      "kind", "KIND", "the quota", choices: QuotaKind.ofFamilies.map(\.rawValue),
      default: "kandas"),
    .option("region", "CODE", "the region: ISO 3166-2 or KATO; without it, every region"),
    .option("expires", "DATE", "the first day on which the reservations no longer hold"),
    .flag("in-turn", "a family that must wait holds back those behind it"),
  ]

  private let year: Int64?
  private let kind: QuotaKind
  private let region: String?
  private let expires: LocalDate?
  private let isInTurn: Bool

  init(_ arguments: Arguments) throws(Failure) {
    year = try arguments.count("year", least: 1991)
    kind = try arguments.choice("kind", QuotaKind.self) ?? .kandas
    region = arguments.text("region")
    expires = try arguments.date("expires")
    isInTurn = arguments.flag("in-turn")
  }

  func run(in context: Context) throws(Failure) {
    let code = try context.regionCode(region)
    let summary = try context.includeWaiting(
      IncludeWaiting(
        kind: kind, year: year.map { Int(clamping: $0) } ?? context.today.year, region: code,
        expiresOn: expires, isInTurn: isInTurn), saying: "Reserving")
    context.console.answer(
      BatchText.json(summary, "reserved"),
      BatchText.text(summary, "families have places reserved"))
    context.console.note(
      "Next: kosh sitting open --region \(code ?? "CODE"), then kosh sitting add SITTING --reserved"
    )
  }
}

/// The waiting list, for people and as JSON.
enum QueueText {
  static func text(_ turn: WaitingTurn) -> String {
    guard let waiting = turn.waiting else { return "\(turn.family) does not wait for places.\n" }
    let region = waiting.region ?? "no region"
    var text = "\(turn.family) waits for \(turn.kind.rawValue), \(region), since "
    text += "\(waiting.appliedOn): \(turn.position) of \(turn.families), "
    text += "\(turn.peopleBefore) people before it"
    if let priority = waiting.priority { text += ", priority \(priority)" }
    return text + "\n"
  }

  static func next(_ turn: WaitingTurn) -> String {
    guard let region = turn.waiting?.region else {
      return "Next: kosh place advise \(turn.family)"
    }
    return "Next: kosh quota queue --region \(region) --kind \(turn.kind.rawValue)"
  }

  static func json(_ turn: WaitingTurn) -> JSONValue {
    [
      "family": .string("\(turn.family)"), "kind": .string(turn.kind.rawValue),
      "state": .string(turn.waiting == nil ? "withdrawn" : "waiting"),
      "region": .optional(turn.waiting?.region),
      "people": turn.waiting.map { .count($0.people) } ?? .null,
      "applied_on": .optional(turn.waiting.map { "\($0.appliedOn)" }),
      "priority": .optional(turn.waiting?.priority),
      "reason": .optional(turn.application?.reason),
      "document": .optional(turn.application?.document),
      "position": turn.waiting == nil ? .null : .count(turn.position),
      "families": .count(turn.families), "people_before": .count(turn.peopleBefore),
    ]
  }

  static func text(
    _ answer: WaitingQueue.Answer, _ lines: [WaitingQueue.Line], _ regions: RegionRegister,
    _ language: Language
  ) -> String {
    guard !lines.isEmpty else { return "Nobody waits.\n" }
    var (text, last): (String, String??) = ("", nil)
    for line in lines {
      let region = line.waiting.region
      if last != .some(region) {
        let all = answer.lines.filter { $0.waiting.region == region }
        text += heading(region, all, answer, regions, language)
        last = .some(region)
      }
      text += row(line) + "\n"
    }
    return text
  }

  private static func heading(
    _ region: String?, _ lines: [WaitingQueue.Line], _ answer: WaitingQueue.Answer,
    _ regions: RegionRegister, _ language: Language
  ) -> String {
    let people = lines.reduce(0) { $0 + $1.waiting.people }
    let who =
      "\(lines.count.grouped) \(lines.count == 1 ? "family" : "families"), "
      + "\(people.grouped) \(people == 1 ? "person" : "people")"
    guard let region else { return "No region named: waiting \(who)\n" }
    let name = regions.region(region)?.name(on: answer.on)[language] ?? region
    let free = answer.free[region].map { "\($0.grouped) free" } ?? "no places known"
    return "\(region)  \(name): waiting \(who); \(free) in \(answer.kind.rawValue) \(answer.year)\n"
  }

  private static func row(_ line: WaitingQueue.Line) -> String {
    let mark = line.fits.map { $0 ? "+" : "-" } ?? " "
    var text = "  \(mark) \(DisplayWidth.pad("\(line.position)", to: 5)) \(line.waiting.family)  "
    text += "\(line.waiting.people) \(line.waiting.people == 1 ? "person" : "people"), "
    text += "applied \(line.waiting.appliedOn)"
    if let priority = line.priority { text += ", \(priority.code)" }
    return text
  }

  static func json(_ answer: WaitingQueue.Answer, _ lines: [WaitingQueue.Line]) -> JSONValue {
    [
      "kind": .string(answer.kind.rawValue), "year": .count(answer.year), "on": .date(answer.on),
      "families": .count(answer.lines.count),
      "people": .count(answer.lines.reduce(0) { $0 + $1.waiting.people }),
      "queue": .array(
        lines.map { line in
          [
            "region": .optional(line.waiting.region), "position": .count(line.position),
            "family": .string("\(line.waiting.family)"), "people": .count(line.waiting.people),
            "applied_on": .date(line.waiting.appliedOn),
            "priority": .optional(line.priority?.code),
            "rank": line.priority.map { .count($0.rank) } ?? .null,
            "fits": line.fits.map { .bool($0) } ?? .null,
          ]
        }),
    ]
  }
}
