import Domain
import Reports
import Services

/// `kosh person timeline`: the command-line face of ``TracePerson``.
struct PersonTimelineCommand: Command {
  static let words = "person timeline"
  static let summary = "Show from which day to which day something held of a person."
  static let details = """
    Citizenships, statuses, grounds of residence, permits to work, families and stays abroad stand \
    on one axis. The second day is the first on which it no longer holds. Then come the gaps: days between two \
    of them on which nothing let the person stay, or work; and the overlaps: days on which two \
    hold that should not hold together, such as two permits, or a status of foreigners and the \
    citizenship of Kazakhstan.

    --if-ends says what falls if a permit ends on a day: what extends it, applications for that, \
    and residence for work where no other permit gives work.

    Of stays abroad the register knows only those that were recorded.
    """
  static let examples = [
    "kosh person timeline P-2026-000001-8", "kosh person timeline P-2026-000001-8 --json",
  ]
  static let parameters: [CommandParameter] = [
    .argument("person", "the person's number"),
    .option("known-at", "TIME", "the moment whose knowledge of the facts is asked for, in UTC"),
    .option("if-ends", "PERMIT", "say what falls if this permit ends"),
    .option("on", "DATE", "with --if-ends: the day on which it would end; without it, today"),
  ]

  private let query: TracePerson

  init(_ arguments: Arguments) throws(Failure) {
    query = TracePerson(
      person: try arguments.person(), knownAt: try arguments.instant("known-at"),
      ifEnds: try arguments.value("if-ends") { (text) throws(Failure) in
        try Number<WorkPermit>(text)
      }, on: try arguments.date("on"))
    guard query.on == nil || query.ifEnds != nil else {
      throw Failure(.usage, "--on: it is the day of --if-ends, which is missing")
    }
  }

  func run(in context: Context) throws(Failure) {
    let answer = try context.answer(query)
    if query.person != answer.number {
      context.console.note("\(query.person) was found to be \(answer.number), who is shown.")
    }
    let values = try Reference.factValues()
    let text = TimelineText(values: values, language: context.global.language)
    context.console.answer(text.json(answer), text.text(answer))
  }
}

/// A timeline for people and as JSON.
struct TimelineText {
  let values: FactValues
  let language: Language

  func text(_ answer: TracePerson.Answer) -> String {
    let timeline = answer.timeline
    var lines = ["\(answer.number), day by day"]
    if timeline.spans.isEmpty { lines.append("  nothing is held that has days") }
    lines += timeline.spans.map { "  \(Self.days($0.from, $0.to))  \(line($0))" }
    if !timeline.gaps.isEmpty { lines += ["", "Gaps"] }
    for gap in timeline.gaps {
      lines.append(
        "  \(Self.days(gap.days.from, gap.days.to))  \(Self.words(gap.lacking)), "
          + "between \(gap.before.value) and \(gap.after.value)"
          + Self.count(gap.days.from, gap.days.to))
    }
    if !timeline.overlaps.isEmpty { lines += ["", "Overlaps"] }
    for overlap in timeline.overlaps {
      lines.append(
        "  \(Self.days(overlap.from, overlap.to))  \(overlap.one.track.rawValue) "
          + "\(overlap.one.value) with \(overlap.other.track.rawValue) \(overlap.other.value)"
          + Self.count(overlap.from, overlap.to))
    }
    if let ending = answer.ending { lines += ["", "If \(ending.permit) ends on \(ending.on)"] }
    lines += (answer.ending?.falls ?? []).map {
      "  \(Self.days($0.span.from, $0.span.to))  \(Self.words($0))"
    }
    lines += (answer.ending?.applications ?? []).map {
      "  the application \($0) to extend it falls"
    }
    if let ending = answer.ending, ending.falls.isEmpty, ending.applications.isEmpty {
      lines.append("  nothing else falls")
    }
    if !answer.showsPermits {
      lines += ["", "Permits to work are not shown: that takes read-permits."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ span: TimelineSpan) -> String {
    let track = DisplayWidth.pad(span.track.rawValue, to: 13)
    let words = [name(of: span), span.detail].compactMap(\.self).joined(separator: ", ")
    let document = span.document.map { " (\($0))" } ?? ""
    return "\(track)\(span.value)\(words.isEmpty ? "" : "  \(words)")\(document)"
  }

  private func name(of span: TimelineSpan) -> String? {
    switch span.track {
    case .citizenship: values.name(of: span.value, .citizenship)?[language]
    case .status: values.name(of: span.value, .status)?[language]
    case .residence: values.name(of: span.value, .residence)?[language]
    case .abroad: values.name(of: span.value, .abroad)?[language]
    case .permit, .family: nil
    }
  }

  private static func words(_ fall: TimelineFall) -> String {
    switch fall.why {
    case .extends: "permit \(fall.span.value), which extends it"
    case .ground: "residence \(fall.span.value): its ground is the work"
    }
  }

  private static func words(_ lacking: TimelineGap.Lacking) -> String {
    switch lacking {
    case .work: "no permit to work"
    case .stay: "no ground to stay"
    }
  }

  private static func days(_ from: LocalDate?, _ to: LocalDate?) -> String {
    let (first, end) = (from.map { "\($0)" } ?? "…", to.map { "\($0)" } ?? "…")
    return "\(DisplayWidth.pad(first, to: 10)) – \(DisplayWidth.pad(end, to: 10))"
  }

  private static func count(_ from: LocalDate?, _ to: LocalDate?) -> String {
    guard let days = number(from, to) else { return "" }
    return ", \(days) \(days == 1 ? "day" : "days")"
  }

  private static func number(_ from: LocalDate?, _ to: LocalDate?) -> Int? {
    guard let from, let to else { return nil }
    return Int(to.dayNumber) - Int(from.dayNumber)
  }

  // MARK: JSON

  func json(_ answer: TracePerson.Answer) -> JSONValue {
    let timeline = answer.timeline
    let gaps = timeline.gaps.map { gap -> JSONValue in
      [
        "lacking": .string(gap.lacking.rawValue), "from": .date(gap.days.from),
        "to": .optional(gap.days.to.map { "\($0)" }),
        "days": Self.number(gap.days.from, gap.days.to).map { .count($0) } ?? .null,
        "before": json(gap.before), "after": json(gap.after),
      ]
    }
    let overlaps = timeline.overlaps.map { overlap -> JSONValue in
      [
        "from": .optional(overlap.from.map { "\($0)" }),
        "to": .optional(overlap.to.map { "\($0)" }),
        "days": Self.number(overlap.from, overlap.to).map { .count($0) } ?? .null,
        "one": json(overlap.one), "other": json(overlap.other),
      ]
    }
    return [
      "person": .string("\(answer.number)"), "spans": .array(timeline.spans.map(json)),
      "gaps": .array(gaps), "overlaps": .array(overlaps),
      "shows_permits": .bool(answer.showsPermits),
      "if_ends": answer.ending.map(json) ?? .null,
    ]
  }

  private func json(_ ending: TracePerson.Ending) -> JSONValue {
    [
      "permit": .string("\(ending.permit)"), "on": .date(ending.on),
      "falls": .array(
        ending.falls.map { ["why": .string($0.why.rawValue), "span": json($0.span)] }),
      "applications": .array(ending.applications.map { .string("\($0)") }),
    ]
  }

  private func json(_ span: TimelineSpan) -> JSONValue {
    [
      "about": .string(span.track.rawValue), "value": .string(span.value),
      "name": .optional(name(of: span)), "from": .optional(span.from.map { "\($0)" }),
      "to": .optional(span.to.map { "\($0)" }), "detail": .optional(span.detail),
      "document": .optional(span.document),
    ]
  }
}
