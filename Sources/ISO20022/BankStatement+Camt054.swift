package import Domain

extension BankStatement {
  /// Reads a bank's notice of debits and credits: `camt.054.001` of ISO 20022, any version.
  ///
  /// Elements are taken by name, so that one reader serves versions 02 to 13. `name` is the file's,
  /// for messages. The first fault refuses the whole file, with line and element: `input.malformed`
  /// for a file that is not such a message, is larger than 64 MiB or whose details do not add up,
  /// else `field.required`, `field.value`, `date.invalid`, `money.invalid`.
  package static func camt054(_ bytes: [UInt8], name: String) throws(Failure) -> BankStatement {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      var reader = Camt054Reader(try XMLReader(buffer, file: name), file: name)
      return try reader.read()
    }
  }
}

/// Walks through the message; an entry at a time is in memory.
private struct Camt054Reader: ~Copyable {
  /// What every version's namespace starts with.
  private static let namespace = "urn:iso:std:iso:20022:tech:xsd:camt.054."

  private var xml: XMLReader
  private let file: String
  private var statement = BankStatement(entries: [])
  /// The account of the notice that is being read.
  private var ownAccount: String?

  init(_ xml: consuming XMLReader, file: String) {
    self.xml = xml
    self.file = file
  }

  mutating func read() throws(Failure) -> BankStatement {
    try xml.readRoot()
    guard xml.name == "Document", xml.namespace.hasPrefix(Self.namespace) else {
      throw xml.malformed(line: xml.line, "the file is not a camt.054 message of ISO 20022")
    }
    var isInside = try xml.next()
    while isInside { isInside = try step() }
    guard statement.messageID != nil else {
      throw Failure(.fieldRequired, "\(file): the message has no GrpHdr")
    }
    return statement
  }

  /// Takes the element or goes into it; false at the end.
  private mutating func step() throws(Failure) -> Bool {
    switch (xml.depth, xml.name) {
    case (1, "BkToCstmrDbtCdtNtfctn"):
      return try xml.next()
    case (2, "GrpHdr"):
      try take(header: Camt054Part(try xml.whole(), file: file))
    case (2, "Ntfctn"):
      ownAccount = nil
      return try xml.next()
    case (3, "Acct"):
      ownAccount = Camt054Part(try xml.whole(), file: file).account
    case (3, "Ntry"):
      guard let messageID = statement.messageID else {
        throw xml.malformed(line: xml.line, "an entry stands before the GrpHdr")
      }
      let entry = Camt054Entry(
        entry: Camt054Part(try xml.whole(), file: file), messageID: messageID,
        ownAccount: ownAccount)
      statement.entries += try entry.read(after: statement.entries.count)
    default: break
    }
    return try xml.skip()
  }

  private mutating func take(header: Camt054Part) throws(Failure) {
    statement.messageID = try header.required("MsgId").text
    statement.created = try header.required("CreDtTm").moment()
  }
}
