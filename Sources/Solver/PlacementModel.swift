internal import Domain

/// What is searched: how many families of each class go to each region.
struct PlacementModel {
  var classes: [FamilyClass]
  /// How many people a region takes.
  var places: [Int]
  /// How many people must be placed.
  var least: Int
  /// What must be gained; nothing less is asked for.
  var leastGain: Int?

  /// A class and a region to which its families may go.
  struct Option: Hashable {
    let ofClass: Int
    let region: Int
  }

  /// Every option for which a family is not too large, were there so many places.
  func options(within places: [Int]) -> [Option] {
    classes.indices.flatMap { index in
      places.indices.compactMap { region in
        guard classes[index].gains[region] != nil, classes[index].people <= places[region] else {
          return nil
        }
        return Option(ofClass: index, region: region)
      }
    }
  }

  func gain(_ option: Option) -> Int { classes[option.ofClass].gains[option.region] ?? 0 }

  /// What so many families of each option gain; nil where they break a rule of the model.
  ///
  /// The solver reckons with fractions: what it says is believed only after this.
  func gain(_ counts: [Option: Int]) -> Int? {
    var (free, waiting) = (places, classes.map(\.count))
    var (gain, people) = (0, 0)
    for (option, count) in counts {
      guard count >= 0, let each = classes[option.ofClass].gains[option.region] else { return nil }
      waiting[option.ofClass] -= count
      free[option.region] -= count * classes[option.ofClass].people
      people += count * classes[option.ofClass].people
      gain += count * each
    }
    let isWithin = waiting.allSatisfy { $0 >= 0 } && free.allSatisfy { $0 >= 0 }
    return isWithin && people >= least ? gain : nil
  }

  /// The families of each option by name: of a class the earliest are placed, and the earliest
  /// of all in the region listed first.
  func regions(_ counts: [Option: Int], families: Int) -> [Int?] {
    var regions: [Int?] = Array(repeating: nil, count: families)
    for (index, one) in classes.enumerated() {
      var members = one.members[...]
      for region in places.indices {
        for _ in 0..<(counts[Option(ofClass: index, region: region)] ?? 0) {
          if let family = members.popFirst() { regions[family] = region }
        }
      }
    }
    return regions
  }
}
