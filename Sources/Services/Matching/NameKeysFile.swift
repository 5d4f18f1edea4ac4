package import Domain

/// The folded names of everyone in an intake file: for linking it with other programs, side by
/// side with ``MatchFile``.
package enum NameKeysFile {
  package struct Line: Hashable, Sendable {
    package let line: Int
    /// The sounds of the given name, the family name and the father's name, without endings;
    /// empty where the paper has none.
    package let given: String
    package let family: String
    package let father: String
  }

  /// A line for each row that makes a form, in the order of the file.
  package static func lines(_ bytes: [UInt8], name: String, today: LocalDate)
    throws(Failure) -> [Line]
  {
    var file = try IntakeFile(bytes, name: name)
    let reader = IntakeReader(
      regions: try Reference.regions(), countries: try Reference.countries(), today: today)
    var lines: [Line] = []
    for index in 0..<file.familyCount {
      let (rows, problems) = try file.rows(ofFamily: index)
      guard problems.isEmpty, let form = reader.read(rows).form else { continue }
      let family = MatchFamily(form, ids: IntakeFile.lines(of: rows))
      for member in family.members {
        let father = word(of: member, .father) ?? member.kinFather.first
        lines.append(
          Line(
            line: Int(member.id),
            given: text(word(of: member, .given) ?? word(of: member, .unknown)),
            family: text(word(of: member, .family)), father: text(father)))
      }
    }
    return lines.sorted { $0.line < $1.line }
  }

  private static func word(of person: MatchPerson, _ role: NameReading.Role) -> NameWord? {
    for name in person.names {
      if let part = name.words.first(where: { $0.role == role }) { return part.word }
    }
    return nil
  }

  private static func text(_ word: NameWord?) -> String {
    word.map { String(decoding: $0.sounds, as: UTF8.self) } ?? ""
  }
}
