extension PermitCase {
  /// Every check that the kind asks for on the day, in the order of the law.
  ///
  /// An application is refused by the first that says no.
  package func assess(_ book: PermitBook) -> [PermitCheck] {
    guard book.rules.word(.fee, of: form.kind, on: day) != nil else {
      return [PermitCheck(.kind, book.noKind(form.kind, on: day))]
    }
    var checks: [PermitCheck] = []
    checks += need()
    checks += holder()
    checks += double()
    checks += term(book)
    checks += window(book)
    checks += papers(book)
    checks += vacancy(book)
    checks += quota(book)
    checks += content(book)
    checks += violations(book)
    checks += qualification(book)
    checks += replacement(book)
    checks += transfer(book)
    checks += household(book)
    return checks
  }

  // MARK: Whom it is for

  private func need() -> [PermitCheck] {
    guard citizenship != nil else {
      return [
        PermitCheck(
          .need, .open, "no citizenship of \(form.person) is known: it may be one without a permit")
      ]
    }
    guard let exemption else { return [] }
    return [
      PermitCheck(
        .need,
        Failure(
          .permitNotNeeded, "\(form.person) needs no permit to work: \(exemption.words)",
          citation: exemption.citation))
    ]
  }

  private func holder() -> [PermitCheck] {
    guard form.kind.isOfEmployer else {
      return form.employer == nil
        ? []
        : [
          PermitCheck(
            .holder, Failure(.permitEmployer, "a certificate is the worker's: it has no employer"))
        ]
    }
    guard let employer else {
      return [
        PermitCheck(
          .holder,
          Failure(
            .permitEmployer, "a permit \(form.kind.rawValue) is an employer's",
            hint: "say --employer E-…; kosh employer register enters a new one"))
      ]
    }
    let isPerson = employer.form == .privatePerson
    guard isPerson == (form.kind == .household) else {
      let what =
        isPerson
        ? "a private person employs household workers only"
        : "household workers are employed by private persons only"
      return [
        PermitCheck(
          .holder,
          Failure(.permitEmployer, "\(employer.name) is \(employer.form.rawValue): \(what)"))
      ]
    }
    return [PermitCheck(.holder, .yes, "\(employer.name), \(employer.form.rawValue)")]
  }

  /// One application at a time asks for the same.
  private func double() -> [PermitCheck] {
    guard let pending else { return [] }
    return [
      PermitCheck(
        .double,
        Failure(
          .permitDouble,
          form.kind == .household
            ? "\(pending) asks for a permit of the same worker already"
            : "\(pending) asks for the same worker, employer and kind already",
          hint: "kosh permit show \(pending)"))
    ]
  }

  // MARK: For how long, and when it is asked for

  private func term(_ book: PermitBook) -> [PermitCheck] {
    guard request != .replacement else { return [] }
    let name: PermitRuleName = request == .first ? .firstTerm : .extensionTerm
    guard let (allowed, rule) = book.rules.term(name, of: form.kind, on: day) else {
      return [PermitCheck(.term, .open, "no source gives the term of \(form.kind.rawValue)")]
    }
    guard allowed.allows(form.term) else {
      return [
        PermitCheck(
          .term,
          Failure(
            .permitTerm,
            "\(form.kind.rawValue) is \(request == .first ? "issued" : "extended") for \(allowed), "
              + "not for \(form.term)", citation: rule.citation))
      ]
    }
    return longest(book) ?? [PermitCheck(.term, .yes, "\(form.term) of \(allowed)", rule.citation)]
  }

  /// Refuses what would make all terms in a row longer than the rule allows.
  private func longest(_ book: PermitBook) -> [PermitCheck]? {
    guard request == .extension, let most = book.rules.count(.mostMonths, of: form.kind, on: day),
      let first = chain.firstDay, let start = earlier?.validity?.to
    else { return nil }
    let last = first.adding(months: most.value)
    guard form.term.end(from: start) > last else { return nil }
    return [
      PermitCheck(
        .term,
        Failure(
          .permitTerm,
          "with \(form.term) from \(start) on it would hold longer than \(most.value) months in all: "
            + "they began on \(first)", citation: most.rule.citation))
    ]
  }

  private func window(_ book: PermitBook) -> [PermitCheck] {
    guard request == .extension else { return [] }
    guard let rule = book.rules.rule(.extensions, of: form.kind, on: day), let value = rule.value
    else {
      return [PermitCheck(.window, .open, "no source says how often it may be extended")]
    }
    var checks: [PermitCheck] = []
    if case .count(let most) = value {
      guard chain.extensions < most else {
        let why =
          most == 0
          ? "\(form.kind.rawValue) is not extended"
          : "\(form.kind.rawValue) is extended at most \(most == 1 ? "once" : "\(most) times"), and "
            + "this would be extension \(chain.extensions + 1)"
        return [
          PermitCheck(.window, Failure(.permitNoExtension, why, citation: rule.citation))
        ]
      }
      checks.append(
        PermitCheck(.window, .yes, "extension \(chain.extensions + 1) of \(most)", rule.citation))
    }
    guard let window = book.rules.pair(.extensionWindow, of: form.kind, on: day),
      let end = earlier?.validity?.to
    else { return checks }
    let (open, close) = (
      end.adding(days: -window.value.first), end.adding(days: -window.value.second)
    )
    guard day >= open, day <= close else {
      return checks + [
        PermitCheck(
          .window,
          Failure(
            .permitWindow,
            "an extension is asked for from \(open) to \(close), \(window.value.first) to "
              + "\(window.value.second) days before the permit ends; \(day) is outside",
            citation: window.rule.citation))
      ]
    }
    return checks + [
      PermitCheck(.window, .yes, "asked for between \(open) and \(close)", window.rule.citation)
    ]
  }

  // MARK: Papers and the labour market

  private func papers(_ book: PermitBook) -> [PermitCheck] {
    let name: PermitRuleName = request == .extension ? .papersExtension : .papers
    guard let asked = book.rules.words(name, of: form.kind, on: day) else { return [] }
    let missing = asked.value.filter { !form.papers.contains($0) }
    guard missing.isEmpty else {
      return [
        PermitCheck(
          .papers,
          Failure(
            .permitPapers, "of the papers there is no \(missing.joined(separator: ", no "))",
            hint: "those asked for: --papers \(asked.value.joined(separator: ","))",
            citation: asked.rule.citation))
      ]
    }
    return [
      PermitCheck(.papers, .yes, asked.value.joined(separator: ", "), asked.rule.citation)
    ]
  }

  private func vacancy(_ book: PermitBook) -> [PermitCheck] {
    guard request == .first, let rule = book.rules.count(.vacancy, of: form.kind, on: askedOn)
    else {
      return []
    }
    guard let code = form.vacancy, let posted = form.vacancyOn else {
      return [
        PermitCheck(
          .vacancy,
          Failure(
            .permitVacancy,
            "the vacancy must have been published for \(rule.value) days; none is named",
            hint: "say --vacancy CODE and --posted DATE", citation: rule.rule.citation))
      ]
    }
    let from = posted.adding(days: rule.value)
    guard askedOn >= from else {
      return [
        PermitCheck(
          .vacancy,
          Failure(
            .permitVacancy,
            "vacancy \(code) was published on \(posted); an application is taken after "
              + "\(rule.value) days, from \(from) on", citation: rule.rule.citation))
      ]
    }
    return [
      PermitCheck(
        .vacancy, .yes, "vacancy \(code), published on \(posted)", rule.rule.citation)
    ]
  }

  private func quota(_ book: PermitBook) -> [PermitCheck] {
    guard let rule = book.rules.word(.quota, of: form.kind, on: day) else {
      return [PermitCheck(.quota, .open, "no source says which quota it is of")]
    }
    guard let places else {
      return [
        PermitCheck(.quota, .exempt, "takes no place of a quota", rule.rule.citation)
      ]
    }
    return places.map { place in
      if let failure = place.failure { return PermitCheck(.quota, failure) }
      let free = place.free.map { "\($0) free" } ?? "holds its place"
      return PermitCheck(.quota, .yes, "\(place.region): \(free)", rule.rule.citation)
    }
  }
}
