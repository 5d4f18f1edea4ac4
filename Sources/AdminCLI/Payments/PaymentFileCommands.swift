import Domain
import Reports
import Services

/// `kosh payment export`: the command-line face of ``ExportPayments``.
struct PaymentExportCommand: Command {
  static let words = "payment export"
  static let summary = "Write the files with which the bank is asked to pay a register."
  static let details = """
    Three files are written into the folder --to: the ISO 20022 message (pain.001), the same payments \
    as CSV for the treasury, and what was signed, with the signature. Their digests are kept, so that \
    kosh payment verify can tell them from others later. Asked again, the same files are written.

    --signing-key names a private key in PEM, as kosh payment new-key makes one.
    """
  static let examples = [
    "kosh payment export R-2026-000001-J --to outbox",
    "kosh payment export R-2026-000001-J --to outbox --pay-on 2026-12-01 --signing-key office.pem",
  ]
  static let parameters: [CommandParameter] = [
    .register,
    .option("to", "FOLDER", "where the files are written", required: true),
    .option(
      "pay-on", "DATE", "the day on which the bank is to pay; without it, the next working day"),
    .option("signing-key", "FILE", "the private key that signs", environment: "KOSH_SIGNING_KEY"),
  ]

  private let register: Number<PaymentRegister>
  private let folder: String
  private let executeOn: LocalDate?
  private let keyFile: String?

  init(_ arguments: Arguments) throws(Failure) {
    register = try arguments.register()
    folder = try arguments.required("to")
    executeOn = try arguments.date("pay-on")
    keyFile = arguments.text("signing-key")
  }

  func run(in context: Context) throws(Failure) {
    let key = try keyFile.map { (file) throws(Failure) in
      String(decoding: try InputFile.read(file), as: UTF8.self)
    }
    let files = try context.perform(
      ExportPayments(register: register, executeOn: executeOn, signingKey: key))
    guard let export = files.export else {
      throw Failure(.fault, "\(register) went out and says nothing of it")
    }
    let stem = folder.hasSuffix("/") ? "\(folder)\(register)" : "\(folder)/\(register)"
    var written: [String] = []
    if !context.global.isDryRun {
      var parts = [("xml", files.xml), ("csv", files.csv)]
      if let signature = export.signature {
        parts.append(("sig", Array((files.manifest + "ed25519 \(signature)\n").utf8)))
      }
      for (ending, bytes) in parts {
        try OutputFile.write(bytes, to: "\(stem).\(ending)")
        written.append("\(stem).\(ending)")
      }
    }
    context.console.answer(
      [
        "register": .string("\(register)"), "files": .array(written.map(JSONValue.string)),
        "export": PaymentText.json(export),
      ],
      written.map { "Wrote \($0)\n" }.joined() + PaymentText.text(export))
    context.console.note("Next: kosh payment reconcile FILE, when the bank has answered")
  }
}

/// `kosh payment verify`: the command-line face of ``VerifyPayments``.
struct PaymentVerifyCommand: Command {
  static let words = "payment verify"
  static let summary =
    "Hold files against what the register says was sent, and prove the signature."
  static let details = """
    Without files, that the register's own account of what it sent still makes the same files.
    """
  static let examples = [
    "kosh payment verify R-2026-000001-J --xml outbox/R-2026-000001-J.xml"
  ]
  static let parameters: [CommandParameter] = [
    .register,
    .option("xml", "FILE", "the ISO 20022 message"),
    .option("csv", "FILE", "the payments as CSV"),
  ]

  private let register: Number<PaymentRegister>
  private let xml: String?
  private let csv: String?

  init(_ arguments: Arguments) throws(Failure) {
    register = try arguments.register()
    xml = arguments.text("xml")
    csv = arguments.text("csv")
  }

  func run(in context: Context) throws(Failure) {
    func read(_ file: String?) throws(Failure) -> [UInt8]? {
      guard let file else { return nil }
      return try InputFile.read(file)
    }
    let answer = try context.answer(
      VerifyPayments(register: register, xml: read(xml), csv: read(csv)))
    if let problem = answer.problems.first {
      throw Failure(
        .verifyFailed, "\(register): \(problem)",
        hint: "kosh payment export \(register) --to FOLDER writes what was sent")
    }
    let signed = answer.isSigned == nil ? "unsigned" : "signed, and the signature holds"
    context.console.answer(
      [
        "register": .string("\(register)"), "signed": .bool(answer.isSigned ?? false),
        "export": PaymentText.json(answer.export),
      ], "\(register) is as it was sent: \(signed).\n" + PaymentText.text(answer.export))
  }
}

/// `kosh payment new-key`: makes a key that signs what goes out.
struct PaymentNewKeyCommand: Command {
  static let words = "payment new-key"
  static let summary = "Make a key that signs the files for the bank."
  static let details = """
    The private key (Ed25519, PKCS#8 in PEM) is written to FILE, which must not exist; keep it where \
    only the office can read it. The public key is shown: give it to the bank.
    """
  static let examples = ["kosh payment new-key office.pem"]
  static let parameters: [CommandParameter] = [
    .argument("file", "where the private key is written")
  ]

  private let file: String

  init(_ arguments: Arguments) throws(Failure) { file = try arguments.required("file") }

  func run(in context: Context) throws(Failure) {
    guard let pair = SigningKey.make() else {
      throw Failure(.fault, "the machine gave no randomness for a key")
    }
    try OutputFile.writeSecret(pair.privatePEM, to: file)
    context.console.answer(
      ["file": .string(file), "public_key": .string(pair.publicPEM)],
      "Wrote \(file)\n\(pair.publicPEM)")
  }
}
