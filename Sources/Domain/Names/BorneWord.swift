/// One word of a person's names in the spellings of all papers.
struct BorneWord {
  private var spellings: [NameWord]
  private var roles: Set<NameReading.Role>
  private var papers: Set<Int>

  /// What a word loses that stands in another role than the one sought.
  private static let crossed = 20

  static func all(of names: [PersonName]) -> [BorneWord] {
    var all: [BorneWord] = []
    for (paper, name) in names.enumerated() {
      for part in NameReading(name).words {
        if let place = place(of: part, on: paper, in: all) {
          all[place].spellings.append(part.word)
          all[place].roles.insert(part.role)
          all[place].papers.insert(paper)
        } else {
          all.append(BorneWord(spellings: [part.word], roles: [part.role], papers: [paper]))
        }
      }
    }
    return all
  }

  /// The word of an earlier paper that is this one; the one in the same role first.
  private static func place(of part: NameReading.Part, on paper: Int, in all: [BorneWord]) -> Int? {
    var best: (place: Int, worth: Int)?
    for (place, word) in all.enumerated() where !word.papers.contains(paper) {
      let isSameRole = word.roles.contains(part.role) ? 1000 : 0
      for spelling in word.spellings {
        let likeness = NameComparison.likeness(spelling, part.word)
        let worth = likeness + isSameRole
        if likeness >= NameComparison.same, worth > best?.worth ?? 0 { best = (place, worth) }
      }
    }
    return best?.place
  }

  func meeting(_ sought: NameQuery.Word) -> NameHit.Met? {
    var best: NameHit.Met?
    for spelling in spellings {
      guard let met = NameMeeting(sought.word, spelling) else { continue }
      if met.weight > best?.weight ?? 0 {
        best = NameHit.Met(
          sought: sought.text, borne: spelling.folded, kind: met.kind, weight: met.weight)
      }
    }
    guard let best, isCrossed(sought.role) else { return best }
    return NameHit.Met(
      sought: best.sought, borne: best.borne, kind: best.kind, weight: best.weight - Self.crossed)
  }

  private func isCrossed(_ role: NameReading.Role) -> Bool {
    switch role {
    case .unknown: false
    case .family, .father: roles == [.given]
    case .given: !roles.contains(.given) && !roles.contains(.unknown)
    }
  }
}
