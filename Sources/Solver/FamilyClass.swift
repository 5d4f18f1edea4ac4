internal import Domain

/// Families that no plan has to tell apart: as many people, and the same gains everywhere.
///
/// Told apart, each of them would be searched in the place of each other, in vain.
struct FamilyClass {
  let people: Int
  /// What a plan gains by sending one of them to a region; nil where none may go.
  let gains: [Int?]
  /// How many they are.
  private(set) var count: Int
  /// In the order of the queue; none where people are counted and not families.
  private(set) var members: [Int]

  private struct Likeness: Hashable {
    let people: Int
    let gains: [Int?]
  }

  /// The classes of the families that may go somewhere, in the order of their first members.
  static func of(
    _ problem: PlacementProblem, gain: (_ family: Int, _ region: Int) -> Int?
  ) -> [FamilyClass] {
    var classes: [FamilyClass] = []
    var places: [Likeness: Int] = [:]
    for (index, family) in problem.families.enumerated() {
      let gains = problem.places.indices.map { region in gain(index, region) }
      guard gains.contains(where: { $0 != nil }) else { continue }
      let likeness = Likeness(people: family.people, gains: gains)
      if let place = places[likeness] {
        classes[place].members.append(index)
        classes[place].count += 1
      } else {
        places[likeness] = classes.count
        classes.append(FamilyClass(people: family.people, gains: gains, count: 1, members: [index]))
      }
    }
    return classes
  }

  /// People without their families, by the regions to which they may go; one gains one.
  static func ofPeople(_ problem: PlacementProblem, within places: [Int]) -> [FamilyClass] {
    var count: [[Int?]: Int] = [:]
    for family in problem.families {
      let gains = zip(family.worths, places).map { worth, places -> Int? in
        worth != nil && family.people <= places ? 1 : nil
      }
      count[gains, default: 0] += family.people
    }
    // A dictionary has no order of its own.
    let sorted = count.sorted { a, b in
      a.key.map { $0 ?? 0 }.lexicographicallyPrecedes(b.key.map { $0 ?? 0 })
    }
    return sorted.map { FamilyClass(people: 1, gains: $0.key, count: $0.value, members: []) }
  }

  /// The same families with fewer choices.
  func only(_ regions: [Int]) -> FamilyClass {
    var gains: [Int?] = gains.map { _ in nil }
    for region in regions { gains[region] = self.gains[region] }
    return FamilyClass(people: people, gains: gains, count: count, members: members)
  }
}
