/// A payment register as it stands.
package struct PaymentRecord: Hashable, Sendable {
  package let number: Number<PaymentRegister>
  package let act: Int64
  package let region: String
  /// Nil for every scheme.
  package let kind: AllowanceKind?
  /// It pays what was due up to and with this day.
  package let through: LocalDate
  package let payer: Payer
  package let state: PaymentState
  package let lines: Int
  package let amount: Money

  package init(
    number: Number<PaymentRegister>, act: Int64, region: String, kind: AllowanceKind?,
    through: LocalDate, payer: Payer, state: PaymentState, lines: Int, amount: Money
  ) {
    self.number = number
    self.act = act
    self.region = region
    self.kind = kind
    self.through = through
    self.payer = payer
    self.state = state
    self.lines = lines
    self.amount = amount
  }
}

/// The office that pays, and the account from which it does.
package struct Payer: Hashable, Sendable {
  package let id: Int64
  /// Nil for every region that has no payer of its own.
  package let region: String?
  package let name: String
  package let bin: String
  package let account: String

  package init(id: Int64 = 0, region: String?, name: String, bin: String, account: String) {
    self.id = id
    self.region = region
    self.name = name
    self.bin = bin
    self.account = account
  }
}

/// The account to which a family is paid.
package struct FamilyAccount: Hashable, Sendable {
  package let id: Int64
  package let family: Number<Family>
  package let holder: Number<Person>
  package let iban: String

  package init(id: Int64 = 0, family: Number<Family>, holder: Number<Person>, iban: String) {
    self.id = id
    self.family = family
    self.holder = holder
    self.iban = iban
  }
}

/// One payment of a register: what a family is due, to one account.
package struct PaymentLine: Hashable, Sendable {
  package let id: Int64
  package let register: Number<PaymentRegister>
  /// From 1 up.
  package let position: Int
  package let family: Number<Family>
  package let holder: Number<Person>
  /// As it stood when the register was made.
  package let holderName: String
  package let iin: String?
  package let account: String
  /// What is due, before anything is withheld.
  package let amount: Money
  /// Kept back towards what the family owes.
  package let withheld: Money

  package init(
    id: Int64 = 0, register: Number<PaymentRegister>, position: Int, family: Number<Family>,
    holder: Number<Person>, holderName: String, iin: String?, account: String, amount: Money,
    withheld: Money = .zero
  ) {
    self.id = id
    self.register = register
    self.position = position
    self.family = family
    self.holder = holder
    self.holderName = holderName
    self.iin = iin
    self.account = account
    self.amount = amount
    self.withheld = withheld
  }

  /// What the bank is to transfer.
  package var transferred: Money { Money(tiyn: amount.tiyn - withheld.tiyn) }

  /// By which the bank names the payment: `R-2026-000001-J-12`.
  package var reference: String { "\(register)-\(position)" }
}

extension PaymentLine {
  /// The register and the position in a reference; nil where it is not one of ours.
  package static func parse(_ reference: String) -> (Number<PaymentRegister>, Int)? {
    guard let dash = reference.lastIndex(of: "-"),
      let position = Int(reference[reference.index(after: dash)...]), position > 0
    else { return nil }
    do throws(Failure) {
      return (try Number<PaymentRegister>(String(reference[..<dash])), position)
    } catch {
      return nil
    }
  }
}

/// What went out to the bank: the digests of its files, and who vouches for them.
package struct PaymentExport: Hashable, Sendable {
  package let act: Int64
  /// The moment that the files name.
  package let madeAt: Instant
  /// The day on which the bank is to pay.
  package let executeOn: LocalDate
  /// SHA-256 in hexadecimal, as the one after it.
  package let xmlDigest: String
  package let csvDigest: String
  /// Ed25519 over ``manifest(of:xml:csv:)``, in hexadecimal; nil where nobody signed.
  package let signature: String?
  /// PEM.
  package let publicKey: String?

  package init(
    act: Int64 = 0, madeAt: Instant, executeOn: LocalDate, xmlDigest: String, csvDigest: String,
    signature: String?, publicKey: String?
  ) {
    self.act = act
    self.madeAt = madeAt
    self.executeOn = executeOn
    self.xmlDigest = xmlDigest
    self.csvDigest = csvDigest
    self.signature = signature
    self.publicKey = publicKey
  }

  /// What is signed: the number of the register and the digests of its two files, a line each.
  package static func manifest(
    of register: Number<PaymentRegister>, xml: String, csv: String
  ) -> String {
    "\(register)\nxml sha256 \(xml)\ncsv sha256 \(csv)\n"
  }
}
