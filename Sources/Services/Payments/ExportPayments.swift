package import Domain
internal import Hashing
internal import ISO20022
package import Storage

/// Makes the files with which the bank is asked to pay an approved register.
///
/// Asked again, it makes the same files: what went out is what the register says was sent.
package struct ExportPayments: UseCase {
  package static let name = "payment.export"
  package static let permission = Permission.preparePayments

  package var register: Number<PaymentRegister>
  /// The day on which the bank is to pay; nil for the next working day.
  package var executeOn: LocalDate?
  /// The private key that signs, as PEM; nil leaves the files unsigned.
  package var signingKey: String?

  package init(
    register: Number<PaymentRegister>, executeOn: LocalDate? = nil, signingKey: String? = nil
  ) {
    self.register = register
    self.executeOn = executeOn
    self.signingKey = signingKey
  }

  package var detail: String { "\(register)" }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let record = try PaymentTable.known(register, in: transaction)
    if try PaymentTable.export(of: register, in: transaction) != nil { return register.raw }
    guard record.state.after(.exported) != nil else {
      throw Failure(
        .paymentState, "\(register) is \(record.state.rawValue) and cannot be exported",
        hint: record.state == .draft ? "kosh payment approve \(register), as another official" : nil
      )
    }
    let nextWorkingDay = try Reference.calendar().adding(workingDays: 1, to: facts.today)
    let day = executeOn ?? nextWorkingDay
    guard day >= facts.today else {
      throw Failure(.dateOrder, "the bank cannot pay on \(day), before today, \(facts.today)")
    }
    let files = try PaymentFiles.make(record, at: facts.now, executeOn: day, in: transaction)
    let signed = try signature(of: files)
    try PaymentTable.add(
      .exported, to: register,
      export: PaymentExport(
        madeAt: facts.now, executeOn: day, xmlDigest: files.xmlDigest, csvDigest: files.csvDigest,
        signature: signed?.signature, publicKey: signed?.publicKey), in: transaction)
    return register.raw
  }

  private func signature(of files: PaymentFiles) throws(Failure)
    -> (signature: String, publicKey: String)?
  {
    guard let signingKey else { return nil }
    guard
      let signature = Ed25519.sign(Array(files.manifest.utf8), privatePEM: signingKey),
      let publicKey = Ed25519.publicPEM(of: signingKey)
    else {
      throw Failure(
        .inputMalformed, "the signing key is no Ed25519 private key in PEM",
        hint: "kosh payment new-key FILE makes one")
    }
    return (signature.hexadecimal, publicKey)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> PaymentFiles
  {
    try PaymentFiles.sent(register, in: transaction)
  }
}

/// The files of a register that went out.
package struct PaymentFiles: Sendable {
  package let record: PaymentRecord
  /// `pain.001` of ISO 20022.
  package let xml: [UInt8]
  package let csv: [UInt8]
  package let xmlDigest: String
  package let csvDigest: String
  /// Nil before it is kept.
  package let export: PaymentExport?

  /// What a signature is over.
  package var manifest: String {
    PaymentExport.manifest(of: record.number, xml: xmlDigest, csv: csvDigest)
  }

  /// Makes the files anew; throws `database.damaged` where they are not what was sent.
  static func sent(_ register: Number<PaymentRegister>, in transaction: Transaction)
    throws(Failure) -> PaymentFiles
  {
    let record = try PaymentTable.known(register, in: transaction)
    guard let export = try PaymentTable.export(of: register, in: transaction) else {
      throw Failure(
        .paymentState, "\(register) is \(record.state.rawValue): nothing of it went out",
        hint: "kosh payment export \(register)")
    }
    let files = try make(
      record, at: export.madeAt, executeOn: export.executeOn, export, in: transaction)
    guard files.xmlDigest == export.xmlDigest, files.csvDigest == export.csvDigest else {
      throw .damaged("the files that were sent of \(register)", "others")
    }
    return files
  }

  static func make(
    _ record: PaymentRecord, at moment: Instant, executeOn day: LocalDate,
    _ export: PaymentExport? = nil, in transaction: Transaction
  ) throws(Failure) -> PaymentFiles {
    var transfers: [PaymentInstruction.Transfer] = []
    for line in try PaymentTable.lines(of: record.number, in: transaction)
    where line.transferred > .zero {
      transfers.append(try transfer(line, in: transaction))
    }
    let instruction = try PaymentInstruction(
      number: "\(record.number)", created: moment, executeOn: day,
      debtor: PaymentInstruction.Debtor(
        name: record.payer.name, account: IBAN(record.payer.account), bin: BIN(record.payer.bin)),
      transfers: transfers)
    let (xml, csv) = (try instruction.pain001(), instruction.csv)
    return PaymentFiles(
      record: record, xml: xml, csv: csv, xmlDigest: SHA256.digest(of: xml).hexadecimal,
      csvDigest: SHA256.digest(of: csv).hexadecimal, export: export)
  }

  private static func transfer(_ line: PaymentLine, in transaction: Transaction)
    throws(Failure) -> PaymentInstruction.Transfer
  {
    var kinds: [AllowanceKind] = []
    for due in try PaymentTable.dues(of: line, in: transaction) {
      let kind = try GrantTable.known(due.grant, in: transaction).kind
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    // Banks here read Russian; the number of the family is what an office asks by.
    let names = kinds.map(\.name.ru).joined(separator: ", ")
    let purpose = String("\(line.family), \(names)".prefix(PaymentInstruction.longestText))
    return PaymentInstruction.Transfer(
      endToEndID: line.reference, amount: line.transferred, name: line.holderName,
      account: try IBAN(line.account),
      iin: try line.iin.map { (text) throws(Failure) in
        try IIN(text)
      }, purpose: purpose)
  }
}

/// A key that signs what goes out.
package enum SigningKey {
  /// The private key as PEM and the public one; nil where the machine gives no randomness.
  package static func make() -> (privatePEM: String, publicPEM: String)? {
    Ed25519.makeKeyPair().map { ($0.privatePEM, $0.publicPEM) }
  }
}

/// Holds files against what a register says was sent.
package struct VerifyPayments: Query {
  package static let name = "payment.verify"
  package static let permission = Permission.readReports

  package var register: Number<PaymentRegister>
  package var xml: [UInt8]?
  package var csv: [UInt8]?

  package init(register: Number<PaymentRegister>, xml: [UInt8]? = nil, csv: [UInt8]? = nil) {
    self.register = register
    self.xml = xml
    self.csv = csv
  }

  package var detail: String { "\(register)" }

  package struct Answer: Hashable, Sendable {
    /// One sentence for each thing that differs; empty where all agrees.
    package let problems: [String]
    package let export: PaymentExport
    /// Nil where nobody signed.
    package let isSigned: Bool?
  }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> Answer {
    let files = try PaymentFiles.sent(register, in: transaction)
    guard let export = files.export else {
      throw Failure(.fault, "\(register) went out and says nothing of it")
    }
    var problems: [String] = []
    if let xml, SHA256.digest(of: xml).hexadecimal != export.xmlDigest {
      problems.append("the ISO 20022 file is not the one that was sent")
    }
    if let csv, SHA256.digest(of: csv).hexadecimal != export.csvDigest {
      problems.append("the CSV file is not the one that was sent")
    }
    var isSigned: Bool?
    if let signature = export.signature, let key = export.publicKey {
      let holds = Ed25519.verify(
        Array(files.manifest.utf8), signature: [UInt8](hexadecimal: signature) ?? [],
        publicPEM: key)
      if !holds { problems.append("the signature does not hold") }
      isSigned = holds
    }
    return Answer(problems: problems, export: export, isSigned: isSigned)
  }
}
