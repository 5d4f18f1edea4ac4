/// Whether somebody needs a permit to work in a post: what is asked.
package struct PermitQuestion: Hashable, Sendable {
  /// ISO 3166-1 alpha-3; several of a person who has several.
  package let citizenships: [String]
  /// A word of ``PermitNeedRules/posts``.
  package let post: String
  /// Words of ``PermitNeedRules/statuses``, or ``PermitNeedRules/citizen``.
  package let statuses: [String]
  /// Words of ``PermitNeedRules/employers``.
  package let employers: [String]
  package let on: LocalDate

  func words(_ criterion: PermitExemption.Criterion) -> [String] {
    switch criterion {
    case .citizenship: citizenships
    case .status: statuses
    case .post: [post]
    case .employer: employers
    }
  }
}

/// Whether somebody needs a permit to work in a post: the answer, with its reasons.
package struct PermitNeed: Hashable, Sendable {
  package enum Answer: Hashable, Sendable {
    /// A citizen of Kazakhstan is no foreigner.
    case citizen
    /// Every ground that applies, in the order of the list.
    case exempt([PermitExemption])
    case needed(PermitPost)
  }

  package let question: PermitQuestion
  package let answer: Answer
  /// What an official should know beside the answer.
  package let notes: [String]

  /// The post that takes a permit; nil where none is needed.
  package var post: PermitPost? {
    if case .needed(let post) = answer { return post }
    return nil
  }

  package var kind: PermitKind? { post?.kind }

  package var isNeeded: Bool { post != nil }

  /// The grounds that apply; none where a permit is needed, or the person is a citizen.
  package var exemptions: [PermitExemption] {
    if case .exempt(let grounds) = answer { return grounds }
    return []
  }
}

/// Who works without a permit, and which permit a post takes: dated data with its sources.
package struct PermitNeedRules: Sendable {
  /// The status word of a citizen of Kazakhstan, who is in no list of foreigners.
  package static let citizen = "citizen"
  private static let home = "KAZ"

  /// In the order of the list.
  package let exemptions: [PermitExemption]
  package let posts: [PermitPost]
  package let statuses: FactTerms
  package let employers: FactTerms
  package let countries: CountryRegister

  /// Throws `rule.malformed` where a ground names a word that is in no list, or holds twice on one
  /// day, and where two posts share a word.
  package init(
    exemptions: [PermitExemption], posts: [PermitPost], statuses: FactTerms,
    employers: FactTerms, countries: CountryRegister
  ) throws(Failure) {
    self.exemptions = exemptions
    self.posts = posts
    self.statuses = statuses
    self.employers = employers
    self.countries = countries
    _ = try FactTerms(posts.map(\.term))
    for (index, ground) in exemptions.enumerated() {
      let isDouble = exemptions[..<index].contains {
        $0.code == ground.code && $0.during.overlaps(ground.during)
      }
      guard !isDouble else {
        throw Failure(.ruleMalformed, "the ground \(ground.code) holds twice on one day")
      }
      for condition in ground.conditions {
        for word in condition.words where !knows(word, condition.by) {
          throw Failure(
            .ruleMalformed,
            "the ground \(ground.code): “\(word)” is no \(condition.by.rawValue) of the lists")
        }
      }
    }
  }

  private func knows(_ word: String, _ criterion: PermitExemption.Criterion) -> Bool {
    switch criterion {
    case .citizenship: countries.contains(word)
    case .status: statuses.term(word) != nil
    case .post: posts.contains { $0.term.code == word }
    case .employer: employers.term(word) != nil
    }
  }

  // MARK: Asking

  /// The question with every word checked; throws `country.unknown` and `field.value`.
  package func question(
    citizenships: [String], post: String, statuses: [String] = [], employers: [String] = [],
    on day: LocalDate
  ) throws(Failure) -> PermitQuestion {
    var codes: [String] = []
    for text in citizenships { codes.append(try countries.resolve(text).code) }
    var held: [String] = []
    for text in statuses where text != Self.citizen {
      held.append(try Self.resolve(text, in: self.statuses, "status", besides: Self.citizen))
    }
    if statuses.contains(Self.citizen) { held.append(Self.citizen) }
    var kinds: [String] = []
    for text in employers {
      kinds.append(try Self.resolve(text, in: self.employers, "employer"))
    }
    return PermitQuestion(
      citizenships: codes,
      post: try Self.resolve(post, in: FactTerms(posts.map(\.term)), "post"), statuses: held,
      employers: kinds, on: day)
  }

  private static func resolve(
    _ text: String, in terms: FactTerms, _ what: String, besides other: String? = nil
  ) throws(Failure) -> String {
    if let term = terms.resolve(text) { return term.code }
    let words = terms.all.map(\.code) + [other].compactMap(\.self)
    throw Failure(
      .fieldValue, "\(what): “\(text)” is no word that Kosh knows",
      hint: "give one of \(words.joined(separator: ", "))")
  }

  /// The answer for the day of the question.
  package func assess(_ question: PermitQuestion) -> PermitNeed {
    guard !question.citizenships.contains(Self.home), !question.statuses.contains(Self.citizen)
    else { return PermitNeed(question: question, answer: .citizen, notes: []) }
    let grounds = exemptions.filter { $0.meets(question) }
    guard grounds.isEmpty, let post = posts.first(where: { $0.term.code == question.post })
    else { return PermitNeed(question: question, answer: .exempt(grounds), notes: []) }
    var notes = [post.note].compactMap(\.self)
    let listed = exemptions.filter { $0.item != nil && $0.during.contains(question.on) }
    if listed.isEmpty {
      notes.append("the list of those who need none that held on \(question.on) was not read")
    }
    for ground in listed where !ground.isKnown {
      let item = ground.item.map { "item \($0): " } ?? ""
      notes.append("\(item)\(ground.note ?? ground.name.en)")
    }
    return PermitNeed(question: question, answer: .needed(post), notes: notes)
  }
}
