import Domain
import Services
import TestSupport
import Testing

/// Every kind in every state takes the steps of the table, and no others.
///
/// Each step is tried on a permit that stands there, and left undone.
@Suite("Steps of a permit") struct PermitTransitionTests {
  /// What officials do; the rest happens by the days.
  private static let tried: [PermitAction] = [
    .agree, .approve, .refuse, .withdraw, .notice, .pay, .issue, .suspend, .resume, .revoke,
    .extend, .replace, .trip, .handOver,
  ]

  /// In 2017 every fee is known.
  private struct Scene {
    let register: TestRegister
    let employer: Number<Employer>?
    let kind: PermitKind
    let people: [Number<Person>]

    init(_ kind: PermitKind) throws {
      register = try TestRegister(on: "2017-02-01", isDurable: false)
      self.kind = kind
      let form: EmployerForm = kind == .household ? .privatePerson : .company
      let identifier = kind == .household ? "850615300012" : "190740000011"
      employer =
        kind.isOfEmployer
        ? try register.employer(identifier, form: form, citizens: form == .company ? 100 : 0) : nil
      var people: [Number<Person>] = []
      for index in 0..<2 {
        let family = try register.register(Samples.family("w-\(index)", count: 1))
        people.append(try register.answer(ShowFamily(family: family)).members[0].membership.person)
      }
      self.people = people
      if let quota = try Reference.permits().rules.quota(of: kind, on: Self.day) {
        try register.order(quota, 2017, ["KZ-55": 50, "KZ-11": 50])
        try register.order(quota, 2018, ["KZ-55": 50, "KZ-11": 50])
      }
    }

    static let day = LocalDate(year: 2017, month: 2, day: 1) ?? LocalDate(dayNumber: 0)

    var term: PermitTerm {
      switch kind {
      case .seasonal: PermitTerm(365, .days)
      case .intraCorporate: PermitTerm(12, .months)
      case .independent, .household: PermitTerm(3, .months)
      default: PermitTerm(12, .months)
      }
    }

    var extensionTerm: PermitTerm {
      kind == .household ? PermitTerm(3, .months) : PermitTerm(12, .months)
    }

    /// Within the days in which an extension may be asked for.
    var later: String { term.count == 3 ? "2017-04-03" : "2017-12-15" }

    /// Moves the clock to the days in which an extension of an issued permit may be asked for.
    func moveIntoWindow(of permit: Number<WorkPermit>) throws {
      let end = try #require(try register.answer(ShowPermit(permit: permit)).record.validity?.to)
      try register.move(to: "\(end.adding(days: -45))")
    }

    func apply(elsewhere: Bool = false) throws -> Number<WorkPermit> {
      try register.perform(
        ApplyForPermit(
          form: register.form(
            kind, of: employer, for: people[elsewhere ? 1 : 0], term,
            otherRegions: elsewhere ? ["KZ-11"] : []))
      ).record.number
    }

    /// A permit that was asked for, and where the clock stands.
    func asked(_ request: PermitRequest) throws -> Number<WorkPermit>? {
      guard request != .first else { return try apply() }
      let first = try apply()
      try register.finish(first)
      try register.move(to: later)
      let day = try #require(LocalDate(iso: later))
      let rules = try Reference.permits().rules
      do {
        if request == .replacement {
          return try register.perform(
            ReplaceWorker(
              permit: first, person: people[1],
              papers: rules.words(.papers, of: kind, on: day)?.value ?? [], isQualified: true)
          ).record.number
        }
        return try register.perform(
          ExtendPermit(
            permit: first, term: extensionTerm,
            papers: rules.words(.papersExtension, of: kind, on: day)?.value ?? [])
        ).record.number
      } catch {
        let table = try Reference.permits().transitions
        let action: PermitAction = request == .extension ? .extend : .replace
        #expect(
          table.transition(action, from: .issued, of: kind, .first) == nil,
          "\(kind.rawValue) \(action.rawValue): \(error)")
        return nil
      }
    }

    /// What happens when a step is tried and left undone.
    func attempt(_ action: PermitAction, on permit: Number<WorkPermit>) -> Failure? {
      do {
        switch action {
        case .agree: try dry(AgreeToPermit(permit: permit, region: "KZ-11", document: "letter"))
        case .approve: try dry(ApprovePermit(permit: permit))
        case .refuse:
          try dry(RefusePermit(permit: permit, ground: "FALSE_DOCS", reason: "false"))
        case .withdraw: try dry(WithdrawPermit(permit: permit, reason: "asked"))
        case .notice: try dry(NoticePermit(permit: permit))
        case .pay:
          let day = try payDay(permit)
          let record = try register.answer(ShowPermit(permit: permit)).record
          let amount = try PermitQuote.make(
            kind, section: "P", term: record.form.term, on: day, Reference.permits(),
            Reference.rules()
          ).amount
          try dry(PayPermit(permit: permit, amount: amount, document: "receipt", on: day))
        case .issue: try dry(IssuePermit(permit: permit))
        case .suspend: try dry(SuspendPermit(permit: permit, ground: "INQUIRY", reason: "asked"))
        case .resume: try dry(ResumePermit(permit: permit, reason: "nothing found"))
        case .revoke: try dry(RevokePermit(permit: permit, ground: "CONDITIONS", reason: "broken"))
        case .extend, .replace: try follow(action, permit)
        case .trip:
          let day = register.clock.clock.day(at: register.clock.now)
          let held = try register.answer(ShowPermit(permit: permit)).record.validity?.from ?? day
          try dry(
            RecordPermitTrip(permit: permit, region: "KZ-23", from: held, through: held))
        case .handOver: try dry(HandOverPost(permit: permit, document: "contract"))
        case .succeed, .expire, .lapse: break
        }
        return nil
      } catch let failure as Failure {
        return failure
      } catch {
        return Failure(.fault, "\(error)")
      }
    }

    private func payDay(_ permit: Number<WorkPermit>) throws -> LocalDate {
      let day = register.clock.clock.day(at: register.clock.now)
      let payBy = try register.answer(ShowPermit(permit: permit)).record.payBy
      return min(day, payBy ?? day)
    }

    private func follow(_ action: PermitAction, _ permit: Number<WorkPermit>) throws {
      let day = register.clock.clock.day(at: register.clock.now)
      let rules = try Reference.permits().rules
      if action == .replace {
        let held = try register.answer(ShowPermit(permit: permit)).record.form.person
        try dry(
          ReplaceWorker(
            permit: permit, person: held == people[0] ? people[1] : people[0],
            papers: rules.words(.papers, of: kind, on: day)?.value ?? [], isQualified: true))
      } else {
        try dry(
          ExtendPermit(
            permit: permit, term: extensionTerm,
            papers: rules.words(.papersExtension, of: kind, on: day)?.value ?? []))
      }
    }

    private func dry(_ useCase: some UseCase) throws {
      _ = try register.office.perform(
        useCase, as: TestRegister.administrator, keeping: false)
    }
  }

  /// Drives a permit to a state; nil where its kind never stands there.
  private static func bring(
    _ permit: Number<WorkPermit>, to state: PermitState, _ scene: Scene
  ) throws -> Bool {
    let register = scene.register
    func step(_ action: PermitAction) throws -> Bool {
      let dossier = try register.answer(ShowPermit(permit: permit))
      guard dossier.actions.contains(action) else { return false }
      switch action {
      case .approve: try register.perform(ApprovePermit(permit: permit))
      case .notice: try register.perform(NoticePermit(permit: permit))
      case .pay:
        try register.perform(
          PayPermit(permit: permit, amount: register.fee(of: permit), document: "receipt"))
      case .issue: try register.perform(IssuePermit(permit: permit))
      default: return false
      }
      return true
    }
    func now() throws -> PermitState { try register.answer(ShowPermit(permit: permit)).state }
    switch state {
    case .refused:
      try register.perform(RefusePermit(permit: permit, ground: "FALSE_DOCS", reason: "false"))
    case .withdrawn: try register.perform(WithdrawPermit(permit: permit, reason: "asked"))
    case .applied: break
    case .approved, .noticed, .paid, .issued:
      for action in [PermitAction.pay, .approve, .notice, .pay, .issue] where try now() != state {
        _ = try step(action)
      }
    case .lapsed:
      guard try bring(permit, to: .noticed, scene) else { return false }
      let day = register.clock.clock.day(at: register.clock.now)
      try register.move(to: "\(day.adding(days: 40))")
      try register.perform(
        ApplyForPermit(
          form: register.form(scene.kind, of: scene.employer, for: scene.people[1], scene.term)))
    case .suspended:
      guard try bring(permit, to: .issued, scene) else { return false }
      try register.perform(SuspendPermit(permit: permit, ground: "INQUIRY", reason: "asked"))
    case .revoked:
      guard try bring(permit, to: .issued, scene) else { return false }
      try register.perform(RevokePermit(permit: permit, ground: "CONDITIONS", reason: "broken"))
    case .expired:
      guard try bring(permit, to: .issued, scene) else { return false }
      let end = try register.answer(ShowPermit(permit: permit)).record.validity?.to
      try register.move(to: "\(try #require(end))")
    case .replaced:
      guard scene.kind.category != nil, try bring(permit, to: .issued, scene) else { return false }
      let held = try register.answer(ShowPermit(permit: permit)).record.form.person
      let other = try register.perform(
        ReplaceWorker(
          permit: permit, person: scene.people.first { $0 != held } ?? held,
          papers: ["application", "passport", "qualification"], isQualified: true)
      ).record.number
      try register.finish(other)
    }
    return try now() == state
  }

  static let cases = PermitKind.allCases.flatMap { kind in
    PermitRequest.allCases.map { (kind, $0) }
  }

  @Test("Each kind, first asked for, extended, and for another worker", arguments: cases)
  func steps(kind: PermitKind, request: PermitRequest) throws {
    let table = try Reference.permits().transitions
    var tried = 0
    for state in PermitState.allCases {
      let scene = try Scene(kind)
      guard let permit = try scene.asked(request), try Self.bring(permit, to: state, scene) else {
        continue
      }
      if state == .issued { try scene.moveIntoWindow(of: permit) }
      let elsewhere =
        state == .applied && request == .first ? try? scene.apply(elsewhere: true) : nil
      for action in Self.tried {
        tried += 1
        let failure = scene.attempt(action, on: action == .agree ? elsewhere ?? permit : permit)
        let isAllowed = table.transition(action, from: state, of: kind, request) != nil
        // A transfer and a certificate are extended once: the table lets ask, the rule says no more.
        let isOnce =
          action == .extend && request == .extension && failure?.code == .permitNoExtension
        if isAllowed, isOnce, kind == .intraCorporate || kind == .independent { continue }
        // Its other regions agree; one that has none is told so, and not that the step is wrong.
        if action == .agree, request != .first, isAllowed {
          #expect(failure?.code == .permitRegion)
          continue
        }
        let what = "\(kind.rawValue) \(request.rawValue), \(state.rawValue), \(action.rawValue)"
        if isAllowed {
          #expect(failure == nil, "\(what): \(failure.map { "\($0)" } ?? "")")
        } else {
          #expect(
            failure?.code == .permitStep || failure?.code == .permitNoExtension,
            "\(what): \(failure.map { "\($0)" } ?? "it passed")")
        }
      }
    }
    // A kind that cannot be asked for so tries nothing.
    let starts = request == .extension ? PermitAction.extend : .replace
    let isAsked =
      request == .first || table.transition(starts, from: .issued, of: kind, .first) != nil
    #expect(isAsked ? tried >= Self.tried.count * 6 : tried == 0)
  }

  /// Worked by hand, beside the table.
  @Test func `what the table says of single steps`() throws {
    let table = try Reference.permits().transitions
    func leads(_ kind: PermitKind, _ from: PermitState, _ action: PermitAction) -> PermitState? {
      table.transition(action, from: from, of: kind, .first)?.to
    }
    #expect(leads(.category4, .issued, .extend) == nil)
    #expect(leads(.seasonal, .issued, .extend) == nil)
    #expect(leads(.category2, .issued, .extend) == .issued)
    #expect(leads(.intraCorporate, .approved, .notice) == nil)
    #expect(leads(.intraCorporate, .approved, .issue) == .issued)
    #expect(leads(.category1, .approved, .issue) == nil)
    #expect(leads(.household, .applied, .pay) == .paid)
    #expect(leads(.household, .applied, .approve) == nil)
    #expect(leads(.category3, .refused, .approve) == nil)
    #expect(table.transition(.notice, from: .approved, of: .category1, .replacement) == nil)
    #expect(table.transition(.issue, from: .approved, of: .category1, .replacement)?.to == .issued)
  }
}
