import Domain
import Seeds
import Testing

/// Every name of the shipped table, in every pair of scripts.
@Suite("The table of names")
struct NameTableTests {
  struct Row {
    let isSurname: Bool
    /// Kazakh and Russian Cyrillic, ICAO, Latin of 2021, Arabic, pinyin; each with alternatives.
    let forms: [[NameWord]]
    let texts: [[Substring]]
  }

  static func rows() throws -> [Row] {
    let text = String(decoding: try Seeds.file("Demo/names.tsv"), as: UTF8.self)
    return try text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let role: NameReading.Role = fields[0] == "surname" ? .family : .given
      let texts = (1...6).map { fields[$0].split(separator: "|") }
      let forms = try texts.map { try $0.map { try NameWordTests.word(String($0), role) } }
      return Row(isSurname: role == .family, forms: forms, texts: texts)
    }
  }

  static let scripts = ["Kazakh", "Russian", "ICAO", "Latin 2021", "Arabic", "pinyin"]

  @Test("A name is found in every other script, alternatives and all")
  func same() throws {
    let rows = try Self.rows()
    #expect(rows.count == 397)
    var compared = 0
    var missed: [String] = []
    for row in rows {
      for left in 0..<6 {
        for right in left..<6 {
          for (place, one) in row.forms[left].enumerated() {
            for (otherPlace, other) in row.forms[right].enumerated()
            where left != right || place < otherPlace {
              compared += 1
              if NameComparison.likeness(one, other) < NameComparison.same {
                missed.append("\(row.texts[left][place]) \(row.texts[right][otherPlace])")
              }
            }
          }
        }
      }
    }
    // Unique pairs of spellings, 6 × 5 / 2 pairs of scripts and alternatives within one.
    #expect(compared == 7_010)
    #expect(missed == [])
  }

  /// Of 400 or so pairs of different names in each pair of scripts, evenly drawn, at most one
  /// passes: 0.05 % pass of all where pinyin is one side, 0.02 % elsewhere.
  @Test("Other names are not taken for it")
  func different() throws {
    let rows = try Self.rows()
    var compared = 0
    for left in 0..<6 {
      for right in left..<6 {
        var passed: [String] = []
        for (place, row) in rows.enumerated() {
          for otherPlace in stride(from: (place * 89 + left * 7 + right) % 241, to: 397, by: 241) {
            let other = rows[otherPlace]
            guard row.isSurname == other.isSurname, row.texts[0] != other.texts[0],
              let one = row.forms[left].first, let another = other.forms[right].first
            else { continue }
            compared += 1
            if NameComparison.likeness(one, another) >= NameComparison.same {
              passed.append("\(one.folded) \(another.folded)")
            }
          }
        }
        #expect(passed.count <= 1, "\(Self.scripts[left]) \(Self.scripts[right]): \(passed)")
      }
    }
    #expect(compared > 6_000)
  }

  /// The skeleton is the key by which names are found: it must meet too, by any reading.
  @Test("Skeletons meet for all but a counted few")
  func skeletons() throws {
    var compared = 0
    var missed = 0
    for row in try Self.rows() {
      for left in 0..<6 {
        for right in left + 1..<6 {
          for one in row.forms[left] {
            for other in row.forms[right] {
              compared += 1
              let keys = [one.skeleton] + one.otherSkeletons
              if !([other.skeleton] + other.otherSkeletons).contains(where: keys.contains) {
                missed += 1
              }
            }
          }
        }
      }
    }
    #expect(compared == 6_722)
    #expect(missed <= 65, "1 in 100")
  }

  /// The papers of one person: Kazakh with the father's name, Russian, ICAO, Latin of 2021, Arabic
  /// and pinyin with a family name, then what China writes: parts crossed, and with a dot.
  private static func papers(_ given: Row, _ father: Row) -> [NameReading] {
    func text(_ row: Row, _ script: Int) -> String { String(row.texts[script][0]) }
    let fields = (1..<6).map { NameReadingTests.parts(text(father, $0), text(given, $0)) }
    return fields + [
      NameReadingTests.parts(nil, text(given, 0), "\(text(father, 0))ұлы"),
      NameReadingTests.parts(text(given, 5), text(father, 5)),
      NameReadingTests.full("\(text(given, 4))·\(text(father, 4))"),
    ]
  }

  @Test("All papers of a person meet, and no paper of another does")
  func people() throws {
    let rows = try Self.rows().filter { !$0.texts[5].isEmpty }
    let (given, fathers) = (rows.filter { !$0.isSurname }, rows.filter(\.isSurname))
    let people = (0..<7).map {
      Self.papers(given[$0 * 17 % given.count], fathers[$0 * 11 % fathers.count])
    }
    var met = 0
    for (person, papers) in people.enumerated() {
      for (otherPerson, others) in people.enumerated() {
        for (place, paper) in papers.enumerated() {
          for (otherPlace, other) in others.enumerated() where place != otherPlace {
            let evidence = NameComparison.compare([paper], [other])
            let isOne =
              evidence.given ?? 0 >= NameComparison.same
              && max(evidence.family ?? 0, evidence.father ?? 0) >= NameComparison.same
            if isOne { met += 1 }
            guard isOne != (person == otherPerson) else { continue }
            Issue.record("\(paper.words.map(\.word.folded)) \(other.words.map(\.word.folded))")
          }
        }
      }
    }
    #expect(met == 7 * 8 * 7)
  }
}
