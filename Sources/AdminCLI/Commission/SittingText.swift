import Domain
import Reports
import Services

/// Commissions and their sittings, for people and as JSON.
enum SittingText {
  // MARK: Members and rules

  static func line(_ member: CommissionMember, _ language: Language) -> String {
    let dates =
      member.to.map { "\(member.from) to \($0.adding(days: -1))" } ?? "from \(member.from)"
    return DisplayWidth.safe(
      "\(member.id)  \(member.name), \(member.body), \(member.role.name[language]), \(dates)"
        + (member.document.map { ", \($0)" } ?? ""))
  }

  static func json(_ member: CommissionMember) -> JSONValue { .object(members(member)) }

  private static func members(_ member: CommissionMember) -> [(String, JSONValue)] {
    [
      ("member", .integer(member.id)), ("region", .string(member.region)),
      ("name", .string(member.name)), ("body", .string(member.body)),
      ("role", .string(member.role.rawValue)), ("from", .date(member.from)),
      ("until", .optional(member.to.map { "\($0.adding(days: -1))" })),
      ("document", .optional(member.document)),
    ]
  }

  static func text(_ rule: CommissionRule?, voters: Int) -> String {
    guard let rule else { return "How a commission decided then is not known.\n" }
    let majority =
      rule.majority == .present ? "more than half of those present" : "more for than against"
    let tie = rule.tie == .chair ? "the chair's vote decides a tie" : "a tie is a refusal"
    return "Quorum \(rule.quorum.part)/\(rule.quorum.whole): \(rule.quorum(of: voters)) of "
      + "\(voters); \(majority); \(tie)\n"
      + "  \(rule.citation.source) (\(rule.citation.standing.rawValue))\n"
  }

  static func json(_ rule: CommissionRule?, voters: Int) -> JSONValue {
    guard let rule else { return .null }
    return [
      "from": .date(rule.during.from),
      "quorum": .string("\(rule.quorum.part)/\(rule.quorum.whole)"),
      "needed": .count(rule.quorum(of: voters)), "majority": .string(rule.majority.rawValue),
      "tie": .string(rule.tie.rawValue), "source": .string(rule.citation.source),
      "standing": .string(rule.citation.standing.rawValue), "note": .optional(rule.note),
    ]
  }

  // MARK: Sittings

  static func line(_ head: SittingHead) -> String {
    var text = "\(head.number)  \(head.region), \(head.heldOn), "
    text += "\(head.items) \(head.items == 1 ? "matter" : "matters")"
    guard let closing = head.closing else { return text + ", open" }
    text += ", protocol \(closing.number) of \(closing.date), "
    text += "\(closing.present) of \(closing.members) present"
    return text + (closing.recording.map { ", video \($0)" } ?? "")
  }

  static func head(_ head: SittingHead) -> [(String, JSONValue)] {
    [
      ("sitting", .string("\(head.number)")), ("region", .string(head.region)),
      ("held_on", .date(head.heldOn)),
      ("state", .string(head.closing == nil ? "open" : "closed")),
      ("protocol", .optional(head.closing?.number)),
      ("protocol_date", .optional(head.closing.map { "\($0.date)" })),
      ("recording", .optional(head.closing?.recording)), ("matters", .count(head.items)),
    ]
  }

  static func page(_ dossier: SittingDossier, _ language: Language) -> String {
    var text = DisplayWidth.safe(line(dossier.head)) + "\n"
    text += members(of: dossier, language)
    text += presence(of: dossier)
    for item in dossier.items { text += page(item, dossier) }
    let approved = dossier.items.count { $0.outcome?.isApproved == true }
    guard dossier.items.contains(where: { $0.outcome != nil }) else { return text }
    let carried = dossier.items.filter { $0.decision?.inclusion != nil }
    text += "Approved \(approved) of \(dossier.items.count)"
    if dossier.head.closing != nil { text += ", carried out \(carried.count)" }
    return text + "\n"
  }

  private static func members(of dossier: SittingDossier, _ language: Language) -> String {
    var text = ""
    for seat in dossier.members {
      let mark = seat.isPresent ? "+" : "-"
      text += "  \(mark) \(line(seat.member, language))\n"
    }
    return text
  }

  private static func presence(of dossier: SittingDossier) -> String {
    let (present, voters) = (dossier.present.count, dossier.voters.count)
    var text = "Present \(present) of \(voters) with a vote"
    if let quorum = dossier.quorum {
      text += dossier.isQuorate ? ", a quorum" : ", no quorum (\(quorum) needed)"
    }
    if let presiding = dossier.presiding { text += "; in the chair: \(presiding.name)" }
    return text + "\n"
  }

  private static func page(_ item: SittingDossier.Item, _ dossier: SittingDossier) -> String {
    var text = "\(item.item.position). \(matter(item.item)): \(item.item.family), "
    text += "\(item.people) \(item.people == 1 ? "person" : "people"), "
    text += "\(item.item.kind.rawValue) \(item.item.year)"
    if let inclusion = item.item.inclusion { text += ", \(inclusion)" }
    if let reason = item.item.reason { text += ", \(DisplayWidth.safe(reason))" }
    return text + "\n   \(votes(item, dossier))\n"
  }

  private static func matter(_ item: SittingItem) -> String {
    switch item.matter {
    case .include: item.inclusion == nil ? "include" : "confirm"
    case .release: "release"
    case .transfer: "transfer to \(item.region)"
    }
  }

  private static func votes(_ item: SittingDossier.Item, _ dossier: SittingDossier) -> String {
    guard !item.votes.isEmpty else { return "not voted on yet" }
    var text = "for \(item.count(.for)), against \(item.count(.against)), "
    text += "abstained \(item.count(.abstained))"
    guard let outcome = item.outcome else {
      return text + ": those who voted are not those who are present"
    }
    text += outcome.isApproved ? ": approved" : ": refused"
    if outcome.isByChair { text += " by the chair's vote" }
    if let inclusion = item.inclusion {
      text += "\n   \(DisplayWidth.safe(InclusionText.line(inclusion)))"
    }
    if let obstacle = item.decision?.obstacle {
      text += "\n   not carried out: \(obstacle.code): \(obstacle.detail)"
    }
    return text
  }

  static func json(_ dossier: SittingDossier) -> JSONValue {
    .object(
      head(dossier.head) + [
        ("members", .array(dossier.members.map(json))),
        ("voters", .count(dossier.voters.count)), ("present", .count(dossier.present.count)),
        ("quorum", .bool(dossier.isQuorate)),
        ("presiding", .optional(dossier.presiding?.name)),
        ("rule", json(dossier.rule, voters: dossier.voters.count)),
        ("agenda", .array(dossier.items.map(json))),
      ])
  }

  private static func json(_ seat: SittingDossier.Seat) -> JSONValue {
    .object(members(seat.member) + [("present", .bool(seat.isPresent))])
  }

  private static func json(_ item: SittingDossier.Item) -> JSONValue {
    [
      "item": .count(item.item.position), "matter": .string(item.item.matter.rawValue),
      "family": .string("\(item.item.family)"), "people": .count(item.people),
      "kind": .string(item.item.kind.rawValue), "year": .count(item.item.year),
      "region": .string(item.item.region),
      "inclusion": .optional((item.decision?.inclusion ?? item.item.inclusion).map { "\($0)" }),
      "reason": .optional(item.item.reason),
      "votes": [
        "for": .count(item.count(.for)), "against": .count(item.count(.against)),
        "abstained": .count(item.count(.abstained)),
        "members": .array(
          item.votes.sorted { $0.key < $1.key }.map { member, vote in
            ["member": .integer(member), "vote": .string(vote.rawValue)]
          }),
      ],
      "result": .optional(item.outcome.map { $0.isApproved ? "approved" : "refused" }),
      "by_chair": .bool(item.outcome?.isByChair ?? false),
      "carried_out": .bool(item.decision?.inclusion != nil),
      "obstacle": item.decision?.obstacle.map {
        ["code": .string($0.code), "message": .string($0.detail)]
      } ?? .null,
    ]
  }
}
