package import Domain
package import Storage

/// The rule book of a register: what is built in, under what the office adopted.
package enum Rules {
  /// The key under which the monthly calculation index is adopted.
  package static let index = "mci"

  /// The book as known after act `knowledge`.
  ///
  /// Every use case that reckons asks here, and nobody asks ``Reference/rules()`` in its place.
  package static func book(in transaction: Transaction, knowledge: Int64 = .max) throws(Failure)
    -> RuleBook
  {
    try book(of: RuleVersionTable.latest(knowledge: knowledge, in: transaction))
  }

  /// The monthly calculation index alone: nothing else is read, which a question about a permit feels.
  package static func indices(in transaction: Transaction) throws(Failure) -> RuleBook {
    var book = try RuleBook([], indices: Reference.readIndices(builtIn(index)))
    for version in try RuleVersionTable.latest(in: transaction) where version.key == index {
      book = try book.adopting(version.key, Array(version.content.utf8))
    }
    return book
  }

  static func book(of versions: [RuleVersion]) throws(Failure) -> RuleBook {
    var book = try Reference.rules()
    for version in versions where !Permits.keys.contains(version.key) {
      book = try book.adopting(version.key, Array(version.content.utf8))
    }
    return book
  }

  /// What a file says, read as strictly as one of the seeds; throws `rule.malformed`.
  package static func read(_ key: String, _ bytes: [UInt8]) throws(Failure) -> RuleContent {
    switch key {
    case index: .indices(try Reference.readIndices(bytes))
    case Permits.rulesKey: .permitRules(try Reference.readPermitRules(bytes))
    case Permits.feesKey: .permitFees(try Reference.readPermitFees(bytes))
    default: .parameter(try Reference.readRule(key, bytes))
    }
  }

  /// The file of a figure as it is built in; throws `parameter.unknown` for another key.
  package static func builtIn(_ key: String) throws(Failure) -> [UInt8] {
    try Reference.ruleFile(key)
  }
}

/// What a file of rules says.
package enum RuleContent: Sendable {
  case parameter(Parameter)
  /// The whole table of the monthly calculation index.
  case indices([MCI])
  /// The whole table of the rules of permits.
  case permitRules(PermitRules)
  /// The whole table of their fees.
  case permitFees(PermitFees)

  /// How many values it has, and how many of them no source gives.
  package var values: (count: Int, unknown: Int) {
    switch self {
    case .parameter(let parameter):
      (parameter.entries.count, parameter.entries.count { $0.value == nil })
    case .indices(let indices): (indices.count, 0)
    case .permitRules(let rules): (rules.all.count, rules.all.count { $0.value == nil })
    case .permitFees(let fees): (fees.all.count, fees.all.count { $0.multiple == nil })
    }
  }
}

extension RuleBook {
  /// The book with one figure read from another file.
  func adopting(_ key: String, _ bytes: [UInt8]) throws(Failure) -> RuleBook {
    switch try Rules.read(key, bytes) {
    case .indices(let indices): try RuleBook(parameters, indices: indices)
    case .permitRules, .permitFees: self
    case .parameter(let parameter):
      try RuleBook(
        parameters.map { $0.key == parameter.key ? parameter : $0 }, indices: indices)
    }
  }
}

/// A rule book with the versions that the office adopted into it.
package struct RegisterRules: Sendable {
  package let book: RuleBook
  /// The latest of each figure, by key.
  package let adopted: [RuleVersion]

  /// What is built in, where there is no register.
  package static func builtIn() throws(Failure) -> RegisterRules {
    RegisterRules(book: try Reference.rules(), adopted: [])
  }

  /// The rules of permits, with what the office adopted of them.
  package func permits() throws(Failure) -> PermitBook { try Permits.book(of: adopted) }
}

extension Office {
  /// The rule book of this register; the law is nobody's secret, so anyone may read it.
  package func rules() throws(Failure) -> RegisterRules {
    try database.read { (transaction) throws(Failure) in
      let adopted = try RuleVersionTable.latest(in: transaction)
      return RegisterRules(book: try Rules.book(of: adopted), adopted: adopted)
    }
  }
}
