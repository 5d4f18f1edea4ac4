/// The figures of the law through time: every parameter, and the MCI in which most are counted.
package struct RuleBook: Sendable {
  /// In the order of ``ParameterKey``.
  package let parameters: [Parameter]
  /// In the order of their days, the general index before the social one.
  package let indices: [MCI]

  private let byKey: [ParameterKey: Parameter]

  /// A value as it stood on a day.
  package struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
    package let value: Value
    /// The first day of its period.
    package let from: LocalDate
    package let citation: Citation
    package let note: String?
  }

  /// Throws `rule.malformed` where a parameter comes twice, or two indices of a purpose overlap.
  package init(_ parameters: [Parameter], indices: [MCI]) throws(Failure) {
    var byKey: [ParameterKey: Parameter] = [:]
    for parameter in parameters {
      guard byKey.updateValue(parameter, forKey: parameter.key) == nil else {
        throw Failure(.ruleMalformed, "\(parameter.key.rawValue) comes twice")
      }
    }
    for purpose in MCI.Purpose.allCases {
      let own = indices.filter { $0.purpose == purpose }
      for (earlier, later) in zip(own, own.dropFirst()) {
        let (first, second) = (earlier.period, later.period)
        guard first.from < second.from, !first.overlaps(second) else {
          throw Failure(
            .ruleMalformed, "the MCI from \(second.from) does not follow that from \(first.from)")
        }
      }
    }
    self.byKey = byKey
    self.parameters = ParameterKey.allCases.compactMap { byKey[$0] }
    self.indices = indices
  }

  package func parameter(_ key: ParameterKey) -> Parameter? { byKey[key] }

  /// Whether the parameter was in force on a day, though its value may be unknown.
  package func covers(_ key: ParameterKey, on day: LocalDate) -> Bool {
    byKey[key]?.entry(on: day) != nil
  }

  /// The value in force on a day.
  ///
  /// Throws `parameter.unknown` where none was, and `allowance.rate-unknown` where one was and
  /// no source gives it.
  package func value(
    _ key: ParameterKey, on day: LocalDate
  ) throws(Failure) -> Dated<ParameterValue> {
    guard let entry = byKey[key]?.entry(on: day) else {
      throw Failure(.parameterUnknown, "\(key.rawValue) has no value for \(day)")
    }
    guard let value = entry.value else {
      throw Failure(
        .allowanceRateUnknown,
        "\(key.rawValue) on \(day) is not known: \(entry.note ?? entry.citation.source)",
        hint: "record the rate with its source before paying for these days",
        citation: entry.citation)
    }
    return Dated(
      value: value, from: entry.period.from, citation: entry.citation, note: entry.note)
  }

  /// A multiple of the MCI; `fault` for a parameter that is none.
  package func multiple(
    _ key: ParameterKey, on day: LocalDate
  ) throws(Failure) -> Dated<Ratio> {
    let found = try value(key, on: day)
    guard case .multiple(let ratio) = found.value else { throw mismatch(key) }
    return found.with(ratio)
  }

  /// A part of a cost; `fault` for a parameter that is none.
  package func share(_ key: ParameterKey, on day: LocalDate) throws(Failure) -> Dated<Ratio> {
    let found = try value(key, on: day)
    guard case .share(let ratio) = found.value else { throw mismatch(key) }
    return found.with(ratio)
  }

  /// The purpose whose MCI counts; `fault` for a parameter that is none.
  package func purpose(
    _ key: ParameterKey, on day: LocalDate
  ) throws(Failure) -> Dated<MCI.Purpose> {
    let found = try value(key, on: day)
    guard case .purpose(let purpose) = found.value else { throw mismatch(key) }
    return found.with(purpose)
  }

  /// A rounding rule; `fault` for a parameter that is none.
  package func rounding(
    _ key: ParameterKey, on day: LocalDate
  ) throws(Failure) -> Dated<Rounding> {
    let found = try value(key, on: day)
    guard case .rounding(let rounding) = found.value else { throw mismatch(key) }
    return found.with(rounding)
  }

  /// With whom an unpaid part goes; `fault` for a parameter that is no such rule.
  package func division(
    _ key: ParameterKey, on day: LocalDate
  ) throws(Failure) -> Dated<Follows> {
    let found = try value(key, on: day)
    guard case .division(let follows) = found.value else { throw mismatch(key) }
    return found.with(follows)
  }

  /// A number of months; `fault` for a parameter that is none.
  package func months(_ key: ParameterKey, on day: LocalDate) throws(Failure) -> Dated<Int> {
    let found = try value(key, on: day)
    guard case .months(let months) = found.value else { throw mismatch(key) }
    return found.with(months)
  }

  /// The MCI of a day for a purpose; where a purpose has none of its own, the general one.
  ///
  /// Throws `parameter.unknown` outside the table.
  package func mci(on day: LocalDate, purpose: MCI.Purpose = .general) throws(Failure) -> MCI {
    let ofDay = indices.filter { $0.period.contains(day) }
    let own = ofDay.first { $0.purpose == purpose }
    guard let index = own ?? ofDay.first(where: { $0.purpose == .general }) else {
      throw Failure(.parameterUnknown, "the MCI of \(day) is not in the table")
    }
    return index
  }

  private func mismatch(_ key: ParameterKey) -> Failure {
    Failure(.fault, "\(key.rawValue) is counted in \(key.unit.rawValue), not as asked")
  }
}

extension RuleBook.Dated where Value == ParameterValue {
  /// The same days and source around the value's inside.
  fileprivate func with<Inside>(_ inside: Inside) -> RuleBook.Dated<Inside> {
    RuleBook.Dated<Inside>(value: inside, from: from, citation: citation, note: note)
  }
}
