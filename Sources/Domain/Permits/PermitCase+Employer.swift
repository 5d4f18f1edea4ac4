extension PermitCase {
  // MARK: Local content

  func content(_ book: PermitBook) -> [PermitCheck] {
    guard request != .replacement,
      let rule = book.rules.ratio(.localContent, of: form.kind, on: day), let employer
    else { return [] }
    if let exempt = contentExemption(employer, book) { return [exempt] }
    let group = form.kind.contentGroup.sorted().map(String.init).joined(separator: " and ")
    guard let staff else {
      return [
        PermitCheck(
          .content, .open,
          "no count of the staff of \(employer.number) is known on \(day)", rule.rule.citation)
      ]
    }
    let citizens = staff.citizens(in: form.kind.contentGroup)
    // An extended worker stands in the count already; one who comes is added to it.
    let asked = request == .first ? 1 : 0
    let foreigners = staff.foreigners(in: form.kind.contentGroup) + permitsSinceCount + asked
    let all = citizens + foreigners
    var words = "of \(all) staff of categories \(group) \(citizens) are citizens"
    words += " (\(Self.percent(citizens, of: all)); counted on \(staff.asOf)"
    if permitsSinceCount > 0 {
      words += ", \(permitsSinceCount) \(permitsSinceCount == 1 ? "permit" : "permits") since"
    }
    words += asked > 0 ? ", this worker with them)" : ")"
    let least = Self.percent(rule.value)
    // citizens / all >= numerator / denominator
    guard Int64(citizens) * rule.value.denominator >= Int64(all) * rule.value.numerator else {
      return [
        PermitCheck(
          .content,
          Failure(
            .permitLocalContent, "\(words), and \(least) must be",
            hint: "kosh employer staff \(employer.number) enters a new count",
            citation: rule.rule.citation))
      ]
    }
    return [PermitCheck(.content, .yes, "\(words); \(least) must be", rule.rule.citation)]
  }

  private func contentExemption(_ employer: EmployerRecord, _ book: PermitBook) -> PermitCheck? {
    for exemption in book.contentExemptions where exemption.period.contains(day) {
      guard isMeant(exemption.who, employer) else { continue }
      if let most = exemption.mostStaff {
        guard let staff, staff.total <= most else { continue }
        return PermitCheck(
          .content, .exempt,
          "\(exemption.who.rawValue) of at most \(most) staff: \(staff.total) on \(staff.asOf)",
          exemption.citation)
      }
      return PermitCheck(.content, .exempt, exemption.who.rawValue, exemption.citation)
    }
    return nil
  }

  private func isMeant(_ who: ContentExemption.Who, _ employer: EmployerRecord) -> Bool {
    switch who {
    case .smallBusiness:
      employer.size == .small && (employer.form == .company || employer.form == .entrepreneur)
    case .state: employer.form == .state
    case .branch: employer.form == .branch || employer.form == .representation
    case .treatyCountry: isOfTreatyCountry
    }
  }

  /// One decimal, rounded down, so that what is too little never looks like enough.
  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0 %" }
    let tenths = part * 1000 / whole
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  private static func percent(_ share: Ratio) -> String {
    percent(Int(share.numerator), of: Int(share.denominator))
  }

  // MARK: What the employer did

  func violations(_ book: PermitBook) -> [PermitCheck] {
    guard request != .extension, let bar = book.rules.count(.bar, of: form.kind, on: day),
      let employer
    else { return [] }
    for violation in violations where violation.foundOn <= day {
      guard let until = violation.bars(until: bar.value), day < until else { continue }
      return [
        PermitCheck(
          .violations,
          Failure(
            .permitBarred,
            "\(employer.number) was found on \(violation.foundOn) to employ a foreigner without a "
              + "permit, or in another occupation: no new permits before \(until)",
            citation: bar.rule.citation))
      ]
    }
    return [
      PermitCheck(
        .violations, .yes, "none found in the \(bar.value) months before", bar.rule.citation)
    ]
  }

  func qualification(_ book: PermitBook) -> [PermitCheck] {
    guard request != .extension, let rule = book.rules.rule(.qualification, of: form.kind, on: day)
    else { return [] }
    switch form.isQualified {
    case true?:
      return [PermitCheck(.qualification, .yes, "fits the post “\(form.post)”", rule.citation)]
    case false?:
      return [
        PermitCheck(
          .qualification,
          Failure(
            .permitQualification,
            "the qualification of \(form.person) does not fit the post “\(form.post)”",
            citation: rule.citation))
      ]
    case nil:
      return [
        PermitCheck(
          .qualification, .open, "nobody has said yet whether it fits the post “\(form.post)”",
          rule.citation)
      ]
    }
  }

  /// Who had permits of category 4 must have put citizens in the posts since.
  func replacement(_ book: PermitBook) -> [PermitCheck] {
    guard request == .first,
      let rule = book.rules.word(.replacementDuty, of: form.kind, on: day), rule.value == "yes"
    else { return [] }
    guard let first = notHandedOver.first else {
      return [
        PermitCheck(
          .replacement, .yes, "no post of an ended permit waits for a citizen",
          rule.rule.citation)
      ]
    }
    let more = notHandedOver.count > 1 ? " and \(notHandedOver.count - 1) more" : ""
    return [
      PermitCheck(
        .replacement,
        Failure(
          .permitReplacement, "no citizen has taken the post of \(first)\(more), which ended",
          hint: "kosh permit hand-over \(first) --document TEXT records that one has",
          citation: rule.rule.citation))
    ]
  }

  func transfer(_ book: PermitBook) -> [PermitCheck] {
    guard request == .first, let rule = book.rules.ratio(.transferShare, of: form.kind, on: day),
      let employer
    else { return [] }
    guard let staff else {
      return [
        PermitCheck(
          .transfer, .open, "no count of the staff of \(employer.number) is known on \(day)",
          rule.rule.citation)
      ]
    }
    let citizens = staff.citizens(in: [1, 2, 3])
    let sent = permitsAtOnce + 1
    let words = "\(sent) sent beside \(citizens) Kazakh staff of categories 1 to 3"
    guard Int64(sent) * rule.value.denominator <= Int64(citizens) * rule.value.numerator else {
      return [
        PermitCheck(
          .transfer,
          Failure(
            .permitTransferShare, "\(words): at most \(Self.percent(rule.value)) of these",
            citation: rule.rule.citation))
      ]
    }
    return [
      PermitCheck(
        .transfer, .yes, "\(words), at most \(Self.percent(rule.value))", rule.rule.citation)
    ]
  }

  // MARK: Households

  func household(_ book: PermitBook) -> [PermitCheck] {
    var checks: [PermitCheck] = []
    if request == .first, let most = book.rules.count(.workers, of: form.kind, on: day) {
      checks.append(
        permitsAtOnce < most.value
          ? PermitCheck(
            .workers, .yes, "\(permitsAtOnce) of \(most.value) workers at once", most.rule.citation)
          : PermitCheck(
            .workers,
            Failure(
              .permitWorkers,
              "the employer has \(permitsAtOnce) workers, and may have \(most.value) at once",
              citation: most.rule.citation)))
    }
    if request == .first, let pause = book.rules.count(.pause, of: form.kind, on: day),
      let lastDay
    {
      let from = lastDay.adding(days: pause.value)
      checks.append(
        askedOn >= from
          ? PermitCheck(
            .pause, .yes, "\(pause.value) days after the last permit ended", pause.rule.citation)
          : PermitCheck(
            .pause,
            Failure(
              .permitPause,
              "the worker's last permit \(lastDay < askedOn ? "ended" : "ends") on \(lastDay); another is asked for after "
                + "\(pause.value) days, from \(from) on", citation: pause.rule.citation)))
    }
    if let age = book.rules.pair(.age, of: form.kind, on: day) {
      checks.append(self.age(age.value.first, age.value.second, age.rule))
    }
    return checks
  }

  private func age(_ least: Int, _ most: Int, _ rule: PermitRule) -> PermitCheck {
    guard let age = Age(of: birthDate, on: day) else {
      return PermitCheck(.age, .open, "the birth date is not known", rule.citation)
    }
    // Where only the year of birth is known, the reading that lets the worker in counts.
    guard age.oldest >= least, age.youngest <= most else {
      return PermitCheck(
        .age,
        Failure(
          .permitAge, "the worker is \(age): a permit is for those of \(least) to \(most) years",
          citation: rule.citation))
    }
    return PermitCheck(.age, .yes, "\(age) years", rule.citation)
  }
}
