package import Domain

/// Makes re-applications from an intake file, with their truth: who of them stands on which line.
///
/// Pure given the seed: the same file, seed and numbers give the same bytes on every machine.
/// Only the families that come are held in memory beside the file's own bytes.
package struct ReapplicationGenerator: Sendable {
  /// What was made.
  package struct Batch: Sendable {
    /// An intake file.
    package var intake: [UInt8] = []
    /// `intake_family_ref, intake_line, reapply_family_ref, reapply_line`; headers are line 1.
    package var truth: [UInt8] = []
    /// `reapply_family_ref, reapply_line, changes` for every line.
    package var notes: [UInt8] = []
    package var families = 0
    package var lines = 0
    /// Lines that are a person of the intake.
    package var pairs = 0
    /// On how many lines each change stands.
    package var changes: [PaperChange: Int] = [:]
  }

  private let seed: UInt64
  private let today: LocalDate
  private let odds: ReapplicationOdds
  private let names: NameLookup
  private let cast: ReapplicationCast

  package init(
    seed: UInt64, today: LocalDate, names: DemoNames, hardness: ReapplicationHardness
  ) {
    self.seed = seed
    self.today = today
    odds = hardness.odds
    let stock = NameStock(names)
    self.names = NameLookup(stock)
    cast = ReapplicationCast(names: stock, today: today, odds: hardness.odds)
  }

  /// Draws this many families of the intake (all, where it has fewer) and lets them apply.
  ///
  /// Throws the failures of an intake file that cannot be cut into rows. Families with a row that
  /// cannot be read, or without a head, do not come.
  package func make(
    from bytes: [UInt8], named fileName: String, families: Int,
    progress: (Int) -> Void = { _ in }
  ) throws(Failure) -> Batch {
    var file = try IntakeFile(bytes, name: fileName)
    var press = NumberPress()
    var random = SeededRandom(seed: seed)
    var parties: [ReapplicationParty] = []
    var taken: Set<Int> = []
    var left = min(families, file.familyCount)
    for index in 0..<file.familyCount {
      let (rows, problems) = try file.rows(ofFamily: index)
      for row in rows { press.note(row) }
      // Each family has the same chance, and so many are drawn exactly.
      guard random.below(file.familyCount - index) < left else { continue }
      left -= 1
      taken.insert(index)
      progress(index)
      var own = SeededRandom(seed: seed, stream: UInt64(index))
      guard problems.isEmpty, let family = ReapplicationParty(rows, names: names) else { continue }
      parties.append(cast.gather(family, &own))
    }
    let registered = parties.count
    if file.familyCount > 0 {
      for _ in 0..<(registered * odds.strangers / 1000) {
        if let party = try stranger(from: &file, &taken, &random) { parties.append(party) }
      }
    }
    for index in parties.indices.dropFirst().reversed() {
      parties.swapAt(index, random.below(index + 1))
    }
    return write(parties, &press, &random)
  }

  /// A stranger like somebody of a family of the intake; nil where twenty families have nobody.
  private func stranger(
    from file: inout IntakeFile, _ taken: inout Set<Int>, _ random: inout SeededRandom
  ) throws(Failure) -> ReapplicationParty? {
    let kind = ReapplicationOdds.strangerKinds.draw(&random)
    for _ in 0..<20 {
      let index = random.below(file.familyCount)
      let (rows, problems) = try file.rows(ofFamily: index)
      guard problems.isEmpty, let family = ReapplicationParty(rows, names: names),
        let party = cast.stranger(kind, like: family, bringsModel: !taken.contains(index), &random)
      else { continue }
      // Nobody of the intake comes twice.
      taken.insert(index)
      return party
    }
    return nil
  }

  private func write(
    _ parties: [ReapplicationParty], _ press: inout NumberPress, _ random: inout SeededRandom
  ) -> Batch {
    var batch = Batch()
    batch.intake.append(text: FamilyGenerator.header)
    batch.truth.append(text: "intake_family_ref,intake_line,reapply_family_ref,reapply_line\n")
    batch.notes.append(text: "reapply_family_ref,reapply_line,changes\n")
    for party in parties {
      batch.families += 1
      var reference: [UInt8] = [UInt8(ascii: "R")]
      reference.append(digits: batch.families, 7)
      let clerk = ReapplicationClerk(
        odds: odds, today: today, reference: String(decoding: reference, as: UTF8.self))
      var own = SeededRandom(seed: random.next())
      for person in clerk.write(party, &press, &own) {
        batch.lines += 1
        note(person, reference, &batch)
      }
    }
    return batch
  }

  private func note(_ person: PaperPerson, _ reference: [UInt8], _ batch: inout Batch) {
    let line = batch.lines + 1
    for field in IntakeField.allCases {
      if field != .familyRef { batch.intake.append(44) }
      batch.intake.append(field: person.row[field])
    }
    batch.intake.append(10)
    if !person.isStranger {
      batch.pairs += 1
      batch.truth.append(field: person.source)
      batch.truth.append(text: ",\(person.row.line),")
      batch.truth.append(contentsOf: reference)
      batch.truth.append(text: ",\(line)\n")
    }
    batch.notes.append(contentsOf: reference)
    let words = person.changes.map(\.rawValue).joined(separator: " ")
    batch.notes.append(text: ",\(line),\(words)\n")
    for change in Set(person.changes) { batch.changes[change, default: 0] += 1 }
  }
}

extension [UInt8] {
  /// A field of a CSV row, in quotes where it needs them.
  fileprivate mutating func append(field text: String) {
    guard text.utf8.contains(where: { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }) else {
      return append(text: text)
    }
    append(text: "\"" + text.replacing("\"", with: "\"\"") + "\"")
  }
}
