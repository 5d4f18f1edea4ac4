import Domain
import Reports
import Services

extension Context {
  /// Performs a step of a sitting and shows the sitting.
  fileprivate func hold(_ step: some SittingUseCase, next: (SittingDossier) -> String)
    throws(Failure)
  {
    let dossier = try perform(step)
    console.answer(SittingText.json(dossier), SittingText.page(dossier, global.language))
    console.note("Next: \(next(dossier))")
  }
}

extension Arguments {
  fileprivate func sitting() throws(Failure) -> Number<Sitting> {
    try required("sitting") { (text) throws(Failure) in try Number<Sitting>(text) }
  }

  fileprivate func inclusions(_ name: String) throws(Failure) -> [Number<Inclusion>] {
    try all(name) { (text) throws(Failure) in try Number<Inclusion>(text) }
  }

  /// Whole numbers from 1 up.
  fileprivate func numbers(_ name: String) throws(Failure) -> [Int64] {
    try all(name) { (text) throws(Failure) in
      guard let number = Int64(text), number > 0 else {
        throw Failure(.fieldValue, "“\(text)” is not a whole number from 1 up")
      }
      return number
    }
  }
}

/// `kosh sitting open`: the command-line face of ``OpenSitting``.
struct SittingOpenCommand: Command {
  static let words = "sitting open"
  static let summary = "Call a sitting of a region's commission."
  static let details = """
    The day may be to come: the agenda is prepared before, and the sitting is closed with its \
    protocol when it has been held.
    """
  static let examples = ["kosh sitting open --region KZ-55 --on 2026-11-20"]
  static let parameters: [CommandParameter] = [
    .option("region", "CODE", "the region: ISO 3166-2 or KATO", required: true),
    .option("on", "DATE", "the day of the sitting; without it, today"),
  ]

  private let useCase: OpenSitting

  init(_ arguments: Arguments) throws(Failure) {
    useCase = OpenSitting(
      region: try arguments.required("region"), heldOn: try arguments.date("on"))
  }

  func run(in context: Context) throws(Failure) {
    try context.hold(useCase) { "kosh sitting add \($0.head.number) --waiting 10" }
  }
}

/// `kosh sitting add`: the command-line face of ``AddToAgenda``.
struct SittingAddCommand: Command {
  static let words = "sitting add"
  static let summary = "Put matters on a sitting's agenda."
  static let details = """
    Families that are named ask for places; those who have reserved some in this quota ask for their \
    confirmation, and of a family that has places, those who came since. --waiting takes the first \
    so many of the region's waiting list, --reserved every reservation that waits for a protocol.

    --release gives back the places of an inclusion of this region, --transfer brings one from \
    another region here; both need --reason.
    """
  static let examples = [
    "kosh sitting add S-2026-000001-6 F-2026-000123-7 F-2026-000124-5",
    "kosh sitting add S-2026-000001-6 --waiting 20",
    "kosh sitting add S-2026-000001-6 --release Q-2026-000045-8 --reason 'did not come'",
  ]
  static let parameters: [CommandParameter] = [
    .argument("sitting", "the number of the sitting"),
    .argument("family", "families that ask for places", optional: true, repeated: true),
    .option("waiting", "N", "the first N who wait for the region"),
    .flag("reserved", "every reservation in the region"),
    .option("release", "INCLUSION", "places that are given back", repeated: true),
    .option("transfer", "INCLUSION", "an inclusion that comes here", repeated: true),
    .option("reason", "TEXT", "why, for --release and --transfer"),
    .option(
      "kind", "KIND", "the quota", choices: QuotaKind.ofFamilies.map(\.rawValue),
      default: "kandas"),
    .option("year", "YEAR", "the quota's year; without it, that of the sitting"),
  ]

  private let useCase: AddToAgenda

  init(_ arguments: Arguments) throws(Failure) {
    let families = try arguments.all("family") { (text) throws(Failure) in
      try Number<Family>(text)
    }
    let reason = arguments.text("reason") ?? ""
    var matters: [AddToAgenda.Matters] = []
    if !families.isEmpty { matters.append(.families(families)) }
    if let count = try arguments.count("waiting", least: 1) {
      matters.append(.waiting(Int(clamping: count)))
    }
    if arguments.flag("reserved") { matters.append(.reservations) }
    let (released, transferred) = (
      try arguments.inclusions("release"), try arguments.inclusions("transfer")
    )
    if !released.isEmpty { matters.append(.release(released, reason: reason)) }
    if !transferred.isEmpty { matters.append(.transfer(transferred, reason: reason)) }
    guard matters.count == 1, let matter = matters.first else {
      throw Failure(
        .usage, "name families, or say one of --waiting, --reserved, --release and --transfer")
    }
    useCase = AddToAgenda(
      sitting: try arguments.sitting(), matters: matter,
      kind: try arguments.choice("kind", QuotaKind.self) ?? .kandas,
      year: try arguments.count("year", least: 1991).map { Int(clamping: $0) })
  }

  func run(in context: Context) throws(Failure) {
    try context.hold(useCase) { "kosh sitting attend \($0.head.number) --all" }
  }
}

/// `kosh sitting drop`: the command-line face of ``DropFromAgenda``.
struct SittingDropCommand: Command {
  static let words = "sitting drop"
  static let summary = "Take a matter off a sitting's agenda, with the votes on it."
  static let details = "The others keep their numbers."
  static let examples = [
    "kosh sitting drop S-2026-000001-6 --item 2 --reason 'papers are missing'"
  ]
  static let parameters: [CommandParameter] = [
    .argument("sitting", "the number of the sitting"),
    .option("item", "N", "its number on the agenda", required: true),
    .option("reason", "TEXT", "why", required: true),
  ]

  private let useCase: DropFromAgenda

  init(_ arguments: Arguments) throws(Failure) {
    useCase = DropFromAgenda(
      sitting: try arguments.sitting(),
      position: Int(clamping: try arguments.count("item", least: 1) ?? 0),
      reason: try arguments.required("reason"))
  }

  func run(in context: Context) throws(Failure) {
    try context.hold(useCase) { "kosh sitting vote \($0.head.number)" }
  }
}

/// `kosh sitting attend`: the command-line face of ``RecordAttendance``.
struct SittingAttendCommand: Command {
  static let words = "sitting attend"
  static let summary = "Record who is present at a sitting."
  static let details = """
    Members are named by the numbers that kosh commission show lists. What was recorded before is \
    replaced.
    """
  static let examples = [
    "kosh sitting attend S-2026-000001-6 --all",
    "kosh sitting attend S-2026-000001-6 --all --absent 3",
    "kosh sitting attend S-2026-000001-6 --present 1 --present 2 --present 4",
  ]
  static let parameters: [CommandParameter] = [
    .argument("sitting", "the number of the sitting"),
    .flag("all", "everyone in office"),
    .option("absent", "MEMBER", "with --all: who is not", repeated: true),
    .option("present", "MEMBER", "who is, and nobody else", repeated: true),
  ]

  private let useCase: RecordAttendance

  init(_ arguments: Arguments) throws(Failure) {
    let (absent, present) = (try arguments.numbers("absent"), try arguments.numbers("present"))
    guard arguments.flag("all") != !present.isEmpty, present.isEmpty || absent.isEmpty else {
      throw Failure(.usage, "say --all, with --absent where somebody is, or --present")
    }
    useCase = RecordAttendance(
      sitting: try arguments.sitting(),
      presence: present.isEmpty ? .allBut(absent) : .only(present))
  }

  func run(in context: Context) throws(Failure) {
    try context.hold(useCase) { "kosh sitting vote \($0.head.number)" }
  }
}

/// `kosh sitting vote`: the command-line face of ``RecordVotes``.
struct SittingVoteCommand: Command {
  static let words = "sitting vote"
  static let summary = "Record an open vote on items of the agenda."
  static let details = """
    Everyone present is for it who is not named otherwise. Without --item the vote is the same on \
    every item; a later vote on an item replaces the earlier one.
    """
  static let examples = [
    "kosh sitting vote S-2026-000001-6",
    "kosh sitting vote S-2026-000001-6 --item 2 --against 3 --abstained 5",
  ]
  static let parameters: [CommandParameter] = [
    .argument("sitting", "the number of the sitting"),
    .option("item", "N", "its number on the agenda", repeated: true),
    .option("against", "MEMBER", "who is against", repeated: true),
    .option("abstained", "MEMBER", "who abstains", repeated: true),
  ]

  private let useCase: RecordVotes

  init(_ arguments: Arguments) throws(Failure) {
    useCase = RecordVotes(
      sitting: try arguments.sitting(),
      positions: try arguments.numbers("item").map { Int(clamping: $0) },
      against: try arguments.numbers("against"), abstained: try arguments.numbers("abstained"))
  }

  func run(in context: Context) throws(Failure) {
    try context.hold(useCase) { "kosh sitting close \($0.head.number) --protocol NUMBER" }
  }
}

/// `kosh sitting close`: the command-line face of ``CloseSitting``.
struct SittingCloseCommand: Command {
  static let words = "sitting close"
  static let summary = "End a sitting with its protocol, and carry out what it decided."
  static let details = """
    Places are counted and taken on the day of the sitting, in the order of the agenda, in one act. \
    What was approved and cannot be carried out stays written with the reason, and the family keeps \
    its turn; when places come free, kosh quota include names the same protocol.

    The quorum and the majority are those of the rule that kosh commission show cites. --dry-run \
    shows what would come of it.
    """
  static let examples = [
    "kosh sitting close S-2026-000001-6 --protocol 14 --recording 'disk 7, 14.mp4'",
    "kosh sitting close S-2026-000001-6 --protocol 14 --dry-run",
  ]
  static let parameters: [CommandParameter] = [
    .argument("sitting", "the number of the sitting"),
    .option("protocol", "NUMBER", "the number of the protocol", required: true),
    .option("protocol-date", "DATE", "its day; without it, that of the sitting"),
    .option("recording", "TEXT", "where the video of the sitting is kept"),
  ]

  private let useCase: CloseSitting

  init(_ arguments: Arguments) throws(Failure) {
    useCase = CloseSitting(
      sitting: try arguments.sitting(), protocolNumber: try arguments.required("protocol"),
      protocolDate: try arguments.date("protocol-date"), recording: arguments.text("recording"))
  }

  func run(in context: Context) throws(Failure) {
    try context.hold(useCase) { dossier in
      let item = dossier.items.first { $0.inclusion?.step == .confirmed }
      return item.map { "kosh allowance grant \($0.item.family) --kind relocation" }
        ?? "kosh quota queue --region \(dossier.head.region)"
    }
  }
}

/// `kosh sitting show`: the command-line face of ``ShowSitting``.
struct SittingShowCommand: Command {
  static let words = "sitting show"
  static let summary = "Show a sitting: who was there, the agenda, the votes, what came of it."
  static let examples = [
    "kosh sitting show S-2026-000001-6", "kosh sitting show S-2026-000001-6 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("sitting", "the number of the sitting")
  ]

  private let query: ShowSitting

  init(_ arguments: Arguments) throws(Failure) {
    query = ShowSitting(sitting: try arguments.sitting())
  }

  func run(in context: Context) throws(Failure) {
    let dossier = try context.answer(query)
    context.console.answer(
      SittingText.json(dossier), SittingText.page(dossier, context.global.language))
  }
}

/// `kosh sitting list`: the command-line face of ``ListSittings``.
struct SittingListCommand: Command {
  static let words = "sitting list"
  static let summary = "List the sittings of commissions with their protocols, the latest first."
  static let examples = ["kosh sitting list", "kosh sitting list --region KZ-55 --json"]
  static let parameters: [CommandParameter] = [
    .option("region", "CODE", "the region: ISO 3166-2 or KATO")
  ]

  private let region: String?

  init(_ arguments: Arguments) throws(Failure) { region = arguments.text("region") }

  func run(in context: Context) throws(Failure) {
    let code = try context.regionCode(region)
    let heads = try context.answer(ListSittings(region: code))
    context.console.answer(
      .array(heads.map { .object(SittingText.head($0)) }),
      heads.isEmpty
        ? "No sitting is recorded.\n"
        : heads.map { DisplayWidth.safe(SittingText.line($0)) + "\n" }.joined())
  }
}
