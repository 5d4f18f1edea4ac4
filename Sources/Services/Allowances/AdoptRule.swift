package import Domain
internal import Hashing
package import Storage

/// Enters a new version of a figure of the law into the register, without a new program.
///
/// The file is whole, as the seeds have it, and is read as strictly. Earlier versions stay, and so
/// does what was decided with them.
package struct AdoptRule: UseCase {
  package static let name = "rules.adopt"
  package static let permission = Permission.adoptRules

  /// The key of a parameter, `mci`, or one of ``Permits/keys``.
  package var key: String
  package var bytes: [UInt8]
  /// The paper it rests on, as the officer names it.
  package var document: String

  package init(key: String, bytes: [UInt8], document: String) {
    self.key = key
    self.bytes = bytes
    self.document = document
  }

  package var detail: String { "\(key), \(document), SHA-256 \(digest)" }

  private var digest: String { SHA256.digest(of: bytes).hexadecimal }

  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let said = try Rules.read(key, bytes)
    let book = try Rules.book(in: transaction)
    // Sound by itself is not enough: the book with it must be one.
    _ = try book.adopting(key, bytes)
    let own = try RuleVersionTable.all(of: key, in: transaction)
    let builtIn = try Rules.builtIn(key)
    guard own.last.map({ Array($0.content.utf8) }) ?? builtIn != bytes else {
      throw Failure(
        .ruleAdopted, "\(key) stands in the register with these very words",
        hint: "kosh rules show \(key) tells its versions")
    }
    guard let content = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw Failure(.ruleMalformed, "\(key): the file is not plain text in UTF-8")
    }
    let from =
      switch said {
      case .parameter(let new): RuleChange.firstDay(from: book.parameter(new.key), to: new)
      case .indices(let new): RuleChange.firstDay(from: book.indices, to: new)
      case .permitRules(let new):
        RuleChange.firstDay(from: try Permits.book(in: transaction).rules, to: new)
      case .permitFees(let new):
        RuleChange.firstDay(from: try Permits.book(in: transaction).fees, to: new)
      }
    return try RuleVersionTable.insert(
      RuleVersion(
        key: key, content: content, digest: digest, adoptedOn: facts.today, document: document,
        changesFrom: from), in: transaction)
  }

  package func outcome(of subject: Int64, in transaction: Transaction, given facts: Facts)
    throws(Failure) -> RuleVersion
  {
    guard let version = try RuleVersionTable.find(subject, in: transaction) else {
      throw .damaged("the rule \(subject)", "nothing")
    }
    return version
  }
}

/// The versions of a figure that the office adopted, with who did and when, oldest first.
package struct RuleVersions: Query {
  package static let name = "rules.show"
  package static let permission = Permission.readReports

  package struct Adopted: Hashable, Sendable {
    package let version: RuleVersion
    package let act: Act
  }

  package var key: String

  package init(of key: String) { self.key = key }

  package var detail: String { key }

  package func answer(in transaction: Transaction, given facts: Facts) throws(Failure) -> [Adopted]
  {
    var found: [Adopted] = []
    for version in try RuleVersionTable.all(of: key, in: transaction) {
      guard let act = try ActTable.find(version.act, in: transaction) else {
        throw .damaged("the act \(version.act)", "nothing")
      }
      found.append(Adopted(version: version, act: act))
    }
    return found
  }
}
