extension EmployerForm {
  /// Whether the identifier is an IIN, as the fifth digit tells: that of a BIN is 4 to 6.
  package static func isIIN(_ identifier: String) -> Bool {
    guard let fifth = identifier.dropFirst(4).first else { return false }
    return !("4"..."6").contains(fifth)
  }

  /// The BIN or IIN of an employer of this form.
  ///
  /// Who is one person has an IIN; everybody else a BIN, whose sixth digit says of a branch or a
  /// representation that it is one (Order of the Minister of Justice No. 423 of 27 June 2023,
  /// paragraph 3). Throws `bin.invalid`, `iin.invalid`, or `employer.form` for a sound number of
  /// another form.
  package func identifier(_ text: String) throws(Failure) -> String {
    let isIIN = Self.isIIN(text)
    switch self {
    case .privatePerson:
      guard isIIN else { throw misfit(text, "a BIN; a private person has an IIN") }
      return "\(try IIN(text))"
    case .entrepreneur where isIIN:
      return "\(try IIN(text))"
    default:
      // A number that is sound as an IIN was taken from the wrong person, not mistyped.
      if isIIN, (try? IIN(text)) != nil {
        throw misfit(text, "an IIN; a \(name.en) has a BIN")
      }
      let bin = try BIN(text)
      try check(bin)
      return "\(bin)"
    }
  }

  private func check(_ bin: BIN) throws(Failure) {
    let isJoint = bin.kind == .jointEntrepreneurs || bin.unit == .farmHolding
    switch (self, bin.unit) {
    case (.entrepreneur, _) where !isJoint:
      throw misfit("\(bin)", "the BIN of an organisation; a sole entrepreneur has an IIN")
    case (.branch, .headOffice), (.branch, .representation):
      throw misfit("\(bin)", "not the BIN of a branch: its sixth digit is not 1")
    case (.representation, .headOffice), (.representation, .branch):
      throw misfit("\(bin)", "not the BIN of a representation: its sixth digit is not 2")
    case (.company, .branch), (.company, .representation):
      throw misfit("\(bin)", "the BIN of a branch or a representation, by its sixth digit")
    default: return
    }
  }

  private func misfit(_ text: String, _ reason: String) -> Failure {
    Failure(
      .employerForm, "“\(text.shown)” is \(reason)",
      hint: "forms: " + Self.allCases.map(\.rawValue).joined(separator: ", "))
  }
}
