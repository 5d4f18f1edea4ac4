import Domain

/// One `Ntry` of a notice: a movement, or a batch with the transactions it is made of.
struct Camt054Entry {
  let entry: Camt054Part
  let messageID: String
  /// The account that the notice is about.
  let ownAccount: String?

  private static let directions: KeyValuePairs<String, BankEntry.Direction> = [
    "CRDT": .credit, "DBIT": .debit,
  ]
  private static let statuses: KeyValuePairs<String, BankEntry.Status> = [
    "BOOK": .booked, "PDNG": .pending, "INFO": .pending, "FUTR": .pending,
  ]
  private static let truths: KeyValuePairs<String, Bool> = [
    "true": true, "1": true, "false": false, "0": false,
  ]

  /// The movements, with their places in the file behind the first `count`.
  func read(after count: Int) throws(Failure) -> [BankEntry] {
    // Version 02 has the word in `Sts` itself, later ones in a choice inside it.
    let status = try entry.required("Sts", orInside: "Cd")
    var whole = BankEntry(
      position: count + 1, line: entry.element.line, reference: "",
      amount: try entry.required("Amt").amount(),
      direction: try entry.required("CdtDbtInd").word(Self.directions),
      status: try status.word(Self.statuses),
      isReversal: try entry.part("RvslInd")?.word(Self.truths) ?? false,
      ownAccount: ownAccount, booked: try entry.part("BookgDt")?.day())
    let reference = (entry.part("AcctSvcrRef") ?? entry.part("NtryRef"))?.filled
    whole.reference = reference ?? "\(messageID)/\(count + 1)"
    let details = entry.parts("NtryDtls").flatMap { $0.parts("TxDtls") }
    guard !details.isEmpty else { return [whole] }
    var entries: [BankEntry] = []
    for part in details {
      var single = try transaction(part, of: whole, isAlone: details.count == 1)
      single.position = count + entries.count + 1
      single.reference =
        part.part("Refs", "AcctSvcrRef")?.filled
        ?? Self.reference(reference, entries.count + 1, of: details.count)
        ?? "\(messageID)/\(single.position)"
      entries.append(single)
    }
    try checkSum(of: entries, against: whole)
    return entries
  }

  /// The entry's reference, with the transaction's place in it where there are several.
  private static func reference(_ entry: String?, _ place: Int, of count: Int) -> String? {
    entry.map { count == 1 ? $0 : "\($0)/\(place)" }
  }

  private func transaction(_ part: Camt054Part, of whole: BankEntry, isAlone: Bool)
    throws(Failure) -> BankEntry
  {
    var single = whole
    single.line = part.element.line
    if let amount = part.part("Amt") ?? part.part("AmtDtls", "TxAmt", "Amt") {
      single.amount = try amount.amount()
    } else if !isAlone {
      throw part.failure(
        .fieldRequired, "one of several transactions has neither Amt nor AmtDtls/TxAmt/Amt")
    }
    if let direction = part.part("CdtDbtInd") {
      single.direction = try direction.word(Self.directions)
    }
    let identifier = part.part("Refs", "EndToEndId")?.filled
    single.endToEndID = identifier == "NOTPROVIDED" ? nil : identifier
    single.returnReason = part.part("RtrInf").map(Self.reason)
    single.account = account(of: part, single)
    return single
  }

  private static func reason(_ part: Camt054Part) -> BankEntry.ReturnReason {
    let words = part.parts("AddtlInf").compactMap(\.filled).joined(separator: " ")
    return BankEntry.ReturnReason(
      code: (part.part("Rsn", "Cd") ?? part.part("Rsn", "Prtry"))?.filled,
      text: words.isEmpty ? nil : words)
  }

  /// The account of the other side, which is not the office's own.
  ///
  /// Money that leaves goes to the creditor. A return names the parties of the payment that came
  /// back, or turns them round: so banks differ, and the office's own account decides.
  private func account(of part: Camt054Part, _ single: BankEntry) -> String? {
    let creditor = part.part("RltdPties", "CdtrAcct")?.account
    let debtor = part.part("RltdPties", "DbtrAcct")?.account
    let isOurPayment =
      single.direction == .debit || single.isReversal || single.returnReason != nil
    let sides = isOurPayment ? [creditor, debtor] : [debtor, creditor]
    return sides.compactMap(\.self).first { $0 != ownAccount }
  }

  /// A batch whose transactions are not its amount would lose money unseen.
  private func checkSum(of entries: [BankEntry], against whole: BankEntry) throws(Failure) {
    var sum = Money.zero
    do {
      for single in entries {
        let isAlong = single.direction == whole.direction
        sum = try sum.adding(isAlong ? single.amount : Money(tiyn: -single.amount.tiyn))
      }
    } catch {
      throw entry.failure(error.code, error.detail)
    }
    guard sum == whole.amount else {
      throw entry.failure(
        .inputMalformed,
        "the transactions add up to \(sum) where the entry has \(whole.amount)")
    }
  }
}
