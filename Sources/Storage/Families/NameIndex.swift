package import Domain

/// The index of folded words in names: derived from `person_name`, and made for finding.
///
/// It follows the names by a mark, the last row of `person_name` that it has seen. Nobody who
/// writes a name has to think of it: ``catchUp(in:)`` enters what is missing, sorted, so that a
/// load touches each row of the index a few times only. Words stay when a name is closed: who once
/// bore another name is still found by it.
package enum NameIndex {
  /// Names that a load leaves waiting before it enters them.
  package static let mostWaiting = 20_000
  /// Names that are entered in one sweep, to bound the memory it takes.
  private static let sweep: Int64 = 200_000

  /// Names whose words were not entered yet.
  package static func pending(in transaction: Transaction) throws(Failure) -> Int {
    let last = try transaction.integer("SELECT max(id) FROM person_name")
    return try Int(last - transaction.integer("SELECT last FROM name_mark"))
  }

  /// Enters the words of every name that was written since the last time; where there is none,
  /// it costs two looks.
  package static func catchUp(in transaction: Transaction) throws(Failure) {
    try fillKeys(in: transaction)
    let last = try transaction.integer("SELECT max(id) FROM person_name")
    var seen = try transaction.integer("SELECT last FROM name_mark")
    while seen < last {
      let through = min(last, seen + sweep)
      try enter(namesAfter: seen, through: through, in: transaction)
      try transaction.run("UPDATE name_mark SET last = \(through)")
      seen = through
    }
  }

  /// That somebody bears a word.
  private struct Posting {
    let token: Int64
    let person: Int64
  }

  private static func enter(
    namesAfter from: Int64, through: Int64, in transaction: Transaction
  ) throws(Failure) {
    let names = try transaction.connection.statement(
      """
      SELECT person_id, script, family_name, given_name, patronymic, full_name FROM person_name
      WHERE id > $1 AND id <= $2
      """)
    names.bind(from, 1)
    names.bind(through, 2)
    defer { names.reset() }
    var postings: [Posting] = []
    while try names.step() {
      var row = Row(names)
      let person = row.integer()
      let name = try PersonName(
        script: row.word(), familyName: row.optionalText(), givenName: row.optionalText(),
        patronymic: row.optionalText(), fullName: row.optionalText())
      for word in words(of: name) {
        postings.append(Posting(token: try token(word, in: transaction), person: person))
      }
    }
    postings.sort { ($0.token, $0.person) < ($1.token, $1.person) }
    try save(postings, in: transaction)
  }

  /// Every word of a name, folded; one may stand twice.
  private static func words(of name: PersonName) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for part in [name.familyName, name.givenName, name.patronymic, name.fullName] {
      guard let part else { continue }
      let own = NameFolding.words(part)
      words += own
      // Syllables written apart are found as one word too.
      guard own.count > 1, name.script == .latin else { continue }
      for part in NameReading(PersonName(script: .latin, fullName: part)).words {
        words.append(Array(part.word.folded.utf8))
      }
    }
    return words
  }

  /// Adds sorted postings to the packs, each of which is read and written once.
  private static func save(_ postings: [Posting], in transaction: Transaction) throws(Failure) {
    let read = try transaction.connection.statement(
      "SELECT people FROM name_pack WHERE token_id = $1 AND stretch = $2")
    let write = try transaction.connection.statement(
      """
      INSERT INTO name_pack (token_id, stretch, people) VALUES ($1, $2, $3)
      ON CONFLICT (token_id, stretch) DO UPDATE SET people = excluded.people
      """)
    var start = 0
    while start < postings.count {
      let token = postings[start].token
      let stretch = NamePack.stretch(of: postings[start].person)
      var persons = [postings[start].person]
      start += 1
      while start < postings.count, postings[start].token == token,
        NamePack.stretch(of: postings[start].person) == stretch
      {
        if postings[start].person != persons.last { persons.append(postings[start].person) }
        start += 1
      }
      read.bind(token, 1)
      read.bind(stretch, 2)
      var pack = NamePack(people: try read.step() ? read.blob(0) : [])
      read.reset()
      pack.add(persons)
      write.bind(token, 1)
      write.bind(stretch, 2)
      write.bind(pack.people, 3)
      defer { write.reset() }
      _ = try write.step()
    }
  }

  private static func token(_ word: [UInt8], in transaction: Transaction) throws(Failure) -> Int64 {
    if let known = transaction.connection.nameTokens[word] { return known }
    let text = String(decoding: word, as: UTF8.self)
    var id = try transaction.integer("SELECT id FROM name_token WHERE text = \(text)")
    if id == 0 {
      id = try transaction.integer("INSERT INTO name_token (text) VALUES (\(text)) RETURNING id")
      try addKeys(of: text, id, in: transaction)
    }
    transaction.connection.nameTokens[word] = id
    return id
  }

  private static func addKeys(of text: String, _ id: Int64, in transaction: Transaction)
    throws(Failure)
  {
    guard let word = read(text) else { return }
    let insert = try transaction.connection.statement(
      "INSERT INTO name_token_key (key, token_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
    for key in NameKeys.all(of: word) {
      insert.bind(key, 1)
      insert.bind(id, 2)
      defer { insert.reset() }
      _ = try insert.step()
    }
  }

  /// A word of the index as it sounds; nil where it is no word.
  static func read(_ token: String) -> NameWord? {
    NameReading(PersonName(script: .other, fullName: token)).words.first?.word
  }

  /// Gives keys to the words of a register that is older than they are; afterwards there is
  /// nothing left to do, and it costs one look.
  private static func fillKeys(in transaction: Transaction) throws(Failure) {
    let first = try transaction.integer("SELECT token_id FROM name_token_unkeyed LIMIT 1")
    guard first != 0 else { return }
    let tokens = try transaction.all(
      """
      SELECT u.token_id, t.text FROM name_token_unkeyed AS u JOIN name_token AS t
        ON t.id = u.token_id
      """
    ) { (row: inout Row) in (row.integer(), row.text()) }
    for (id, text) in tokens { try addKeys(of: text, id, in: transaction) }
    try transaction.run("DELETE FROM name_token_unkeyed")
  }
}
