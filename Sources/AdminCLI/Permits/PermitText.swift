import Domain
import Reports
import Services

/// Permits for people and as JSON.
enum PermitText {
  static func line(_ entry: PermitEntry, _ language: Language) -> String {
    let record = entry.record
    let employer = entry.employerName.map { ", \(DisplayWidth.safe($0))" } ?? ""
    let held = record.validity.map { ", \(days($0))" } ?? ""
    return "\(record.number)  \(record.kind.rawValue)  \(record.form.region)  "
      + "\(entry.state.name[language]): \(DisplayWidth.safe(entry.workerName)) "
      + "(\(record.form.person))\(employer)\(held)"
  }

  /// `2026-03-01 to 2027-02-28`.
  static func days(_ period: Period) -> String {
    "\(period.from) to \(period.to.map { "\($0.adding(days: -1))" } ?? "further notice")"
  }

  static func page(_ dossier: PermitDossier, _ language: Language) -> String {
    let record = dossier.record
    let form = record.form
    var lines = [
      "\(record.number): \(form.kind.rawValue), \(form.kind.name[language]), "
        + dossier.state.name[language],
      "  worker     \(form.person)  \(DisplayWidth.safe(dossier.workerName))"
        + (record.citizenship.map { ", \($0)" } ?? ""),
    ]
    if let employer = dossier.employer {
      lines.append(
        "  employer   \(employer.number)  \(DisplayWidth.safe(employer.name)), \(employer.identifier)"
      )
    }
    let section = form.section.map { ", section \($0)" } ?? ""
    let occupation = form.occupation.map { ", occupation \($0)" } ?? ""
    lines.append("  post       \(DisplayWidth.safe(form.post))\(section)\(occupation)")
    lines.append("  region     \(form.regions.joined(separator: ", "))")
    let of = record.of.map { ", of \($0)" } ?? ""
    lines.append("  asked for  \(record.appliedOn), \(record.request.rawValue)\(of), \(form.term)")
    if let vacancy = form.vacancy {
      lines.append("  vacancy    \(vacancy)\(form.vacancyOn.map { ", published \($0)" } ?? "")")
    }
    if let validity = record.validity { lines.append("  holds      \(days(validity))") }
    if let deadline = dossier.deadline {
      lines.append(
        "  due        \(deadline.what.rawValue) by \(deadline.dueOn) (calendar \(deadline.calendar))"
      )
    }
    lines += record.steps.map { "  " + step($0) }
    for payment in dossier.payments {
      lines.append(
        "  paid       \(payment.paidOn)  \(payment.amount.grouped) tenge to \(payment.region), "
          + "\(payment.arithmetic), \(DisplayWidth.safe(payment.document))")
    }
    lines += dossier.trips.map { "  trip       \(days($0.period)) to \($0.region)" }
    lines += dossier.following.map { "  followed by \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func step(_ step: PermitStep) -> String {
    var text = DisplayWidth.pad(step.action.rawValue, to: 9) + "  \(step.on)"
    let words = [step.region, step.ground, step.document, step.reason].compactMap(\.self)
    if !words.isEmpty { text += "  " + DisplayWidth.safe(words.joined(separator: ", ")) }
    return text
  }

  /// What comes next; nil where nothing is left to do.
  static func next(_ dossier: PermitDossier) -> String? {
    let number = dossier.record.number
    switch dossier.state {
    case .applied where dossier.actions.contains(.pay):
      return "kosh permit pay \(number) --amount TENGE --document RECEIPT"
    case .applied: return "kosh permit check \(number), then approve or refuse it"
    case .approved where dossier.actions.contains(.notice):
      return "kosh permit notice \(number) tells the employer what to pay"
    case .noticed: return "kosh permit pay \(number) --amount TENGE --document RECEIPT"
    case .paid where dossier.actions.contains(.approve):
      return "kosh permit check \(number), then approve or refuse it"
    case .approved, .paid: return "kosh permit issue \(number) --document NUMBER"
    case .revoked where !dossier.following.isEmpty:
      return "look at \(dossier.following[dossier.following.count - 1]), which follows it"
    case .suspended: return "kosh permit resume \(number), or revoke it"
    case .issued, .refused, .withdrawn, .lapsed, .expired, .revoked, .replaced: return nil
    }
  }

  // MARK: Checks and quotes

  static func text(_ answer: CheckPermit.Answer) -> String {
    let width = PermitCheck.Subject.allCases.map(\.rawValue.count).max() ?? 0
    var text = "\(answer.form.kind.rawValue) for \(answer.form.person), on \(answer.on)\n"
    for check in answer.checks {
      let subject = DisplayWidth.pad(check.subject.rawValue, to: width)
      let verdict = DisplayWidth.pad(check.verdict.rawValue, to: 6)
      text += "  \(subject)  \(verdict)  \(DisplayWidth.safe(check.detail))\n"
      if let citation = check.citation {
        text += String(repeating: " ", count: width + 12) + AllowanceText.source(citation) + "\n"
      }
    }
    if let quote = answer.quote, quote.multiple != nil {
      text += "  costs \(quote.total.grouped) tenge if paid on that day: \(quote.arithmetic)\n"
    }
    return text
  }

  static func json(_ answer: CheckPermit.Answer) -> JSONValue {
    [
      "kind": .string(answer.form.kind.rawValue), "person": .string("\(answer.form.person)"),
      "employer": .optional(answer.form.employer.map { "\($0)" }), "on": .date(answer.on),
      "passes": .bool(answer.refusal == nil),
      "refused_by": .optional(answer.refusal?.subject.rawValue),
      "fee": answer.quote.map { .money($0.total) } ?? .null,
      "checks": .array(
        answer.checks.map { check in
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

  static func text(_ quote: PermitQuote, _ language: Language) -> String {
    let section = quote.section.map { ", section \($0)" } ?? ""
    var lines = [
      "\(quote.kind.rawValue), \(quote.kind.name[language])\(section), \(quote.term), paid on "
        + "\(quote.on)",
      "  \(quote.arithmetic) = \(quote.total.grouped) tenge, standing: \(quote.standing.rawValue)",
      "    \(AllowanceText.source(quote.citation))",
    ]
    if let mci = quote.mci {
      lines.append(
        "  MCI  \(mci.amount.grouped) tenge since \(mci.period.from), "
          + AllowanceText.source(mci.citation))
    }
    lines += quote.notes.map { "  Note: \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  static func json(_ quote: PermitQuote) -> JSONValue {
    [
      "kind": .string(quote.kind.rawValue), "section": .optional(quote.section),
      "term": .string("\(quote.term)"), "on": .date(quote.on),
      "multiple_mci": .optional(quote.multiple.map { "\($0)" }),
      "amount": .money(quote.amount), "regions": .count(quote.regions),
      "total": .money(quote.total), "currency": "KZT",
      "arithmetic": .string(quote.arithmetic), "citation": .string("\(quote.citation)"),
      "standing": .string(quote.standing.rawValue),
      "mci": quote.mci.map { mci in
        [
          "amount": .money(mci.amount), "from": .date(mci.period.from),
          "citation": .string("\(mci.citation)"),
          "standing": .string(mci.citation.standing.rawValue),
        ]
      } ?? .null,
      "notes": .array(quote.notes.map(JSONValue.string)),
    ]
  }
}
