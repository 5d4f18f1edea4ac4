package import Domain

/// The values that a command line gave to a command, read by the names it declared.
///
/// Asking for a name that was not declared is a mistake in the command and stops the program.
package struct Arguments {
  /// The options of every command.
  package let global: GlobalOptions
  private let declared: [CommandParameter]
  private let values: [String: [String]]

  init(_ values: [String: [String]], for command: any Command.Type, _ global: GlobalOptions) {
    self.values = values
    self.global = global
    declared = command.parameters
  }

  package func flag(_ name: String) -> Bool { !given(name).isEmpty }

  /// The value given, else the default.
  package func text(_ name: String) -> String? {
    given(name).first ?? parameter(name).defaultValue
  }

  /// Every value of a repeated parameter, in order.
  package func all(_ name: String) -> [String] { given(name) }

  package func required(_ name: String) throws(Failure) -> String {
    guard let value = text(name) else {
      throw Failure(.usage, "\(parameter(name).shown) is required")
    }
    return value
  }

  /// The value as a type that is read from text, such as `Number<Family>.init`.
  package func value<Value>(
    _ name: String, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    guard let text = text(name) else { return nil }
    return try convert(text, of: name, read)
  }

  package func required<Value>(
    _ name: String, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try convert(required(name), of: name, read)
  }

  package func all<Value>(
    _ name: String, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    var found: [Value] = []
    for text in given(name) { found.append(try convert(text, of: name, read)) }
    return found
  }

  /// A day as `YYYY-MM-DD`.
  package func date(_ name: String) throws(Failure) -> LocalDate? {
    try value(name, Self.date)
  }

  /// The first day of a month that is written as `YYYY-MM`.
  package func month(_ name: String) throws(Failure) -> LocalDate? {
    try value(name) { (text) throws(Failure) in
      guard let first = LocalDate(iso: "\(text)-01") else {
        throw Failure(
          .dateInvalid, "“\(text)” is not a month", hint: "write it as YYYY-MM, such as 2026-03")
      }
      return first
    }
  }

  /// A day that must be given.
  package func requiredDate(_ name: String) throws(Failure) -> LocalDate {
    try required(name, Self.date)
  }

  /// A moment as `YYYY-MM-DD` (its last millisecond) or `YYYY-MM-DDTHH:MM`.
  package func instant(_ name: String) throws(Failure) -> Instant? {
    try value(name, Self.instant)
  }

  /// A whole number, not below `least`.
  package func count(_ name: String, least: Int64 = 0) throws(Failure) -> Int64? {
    guard let text = text(name) else { return nil }
    guard let number = Int64(text), number >= least else {
      throw Failure(
        .fieldValue, "\(parameter(name).shown): “\(text)” is not a whole number from \(least) up")
    }
    return number
  }

  /// Tenge, with or without tiyn: `833815` or `833815.00`.
  package func money(_ name: String) throws(Failure) -> Money? {
    try value(name, Self.money)
  }

  /// One of the raw values of an enumeration that the parameter lists as its choices.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws(Failure) -> Choice? {
    guard let text = text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(.usage, "\(parameter(name).shown): “\(text)” is not one of \(names)")
    }
    return choice
  }

  /// Says which parameter held the value that was refused.
  private func convert<Value>(
    _ text: String, of name: String, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    do {
      return try read(text)
    } catch {
      var failure = error
      failure.detail = "\(parameter(name).shown): \(error.detail)"
      throw failure
    }
  }

  private func parameter(_ name: String) -> CommandParameter {
    guard let parameter = declared.first(where: { $0.name == name }) else {
      preconditionFailure("the command does not declare “\(name)”")
    }
    return parameter
  }

  private func given(_ name: String) -> [String] { values[parameter(name).name] ?? [] }
}

extension Arguments {
  static func date(_ text: String) throws(Failure) -> LocalDate {
    guard let day = LocalDate(iso: text) else {
      throw Failure(
        .dateInvalid, "“\(text)” is not a day of the calendar",
        hint: "write it as YYYY-MM-DD, such as 2026-03-01")
    }
    return day
  }

  private static func instant(_ text: String) throws(Failure) -> Instant {
    guard let instant = Instant(iso: text) else {
      throw Failure(
        .dateInvalid, "“\(text)” is not a moment",
        hint: "write it as 2026-03-10 or 2026-03-10T14:30, in UTC")
    }
    return instant
  }

  private static func money(_ text: String) throws(Failure) -> Money {
    guard let amount = Money(decimal: text) else {
      throw Failure(
        .moneyInvalid, "“\(text)” is not an amount in tenge",
        hint: "write it as 833815 or 833815.50")
    }
    return amount
  }
}
