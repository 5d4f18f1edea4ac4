/// What the command line asks for.
struct Options {
  var workload: String
  var families = 10_000
  /// Whether the command line says how many.
  var hasFamilies = false
  var seed: UInt64 = 1
  var isJSON = false
  /// How often each report is made; the best counts.
  var runs = 3
  /// What stands without a flag: the files of a workload that reads some.
  var files: [String] = []
  /// Where the register is kept, or taken from; nil for one that is gone afterwards.
  var register: String?
  /// Tells what was not found, and what took longest.
  var showsMisses = false

  /// Nil where the command line is not understood.
  init?(_ arguments: [String]) {
    guard let workload = arguments.first else { return nil }
    self.workload = workload
    var rest = arguments.dropFirst()
    while let word = rest.popFirst() {
      switch word {
      case "--json": isJSON = true
      case "--misses": showsMisses = true
      case "--register":
        guard let file = rest.popFirst() else { return nil }
        register = file
      case "--runs":
        guard let count = rest.popFirst().flatMap({ Int($0) }), (1...100).contains(count) else {
          return nil
        }
        runs = count
      case "--families":
        guard let count = rest.popFirst().flatMap({ Int($0) }), (1...5_000_000).contains(count)
        else { return nil }
        (families, hasFamilies) = (count, true)
      case "--seed":
        guard let seed = rest.popFirst().flatMap({ UInt64($0) }) else { return nil }
        self.seed = seed
      case _ where !word.hasPrefix("-"): files.append(word)
      default: return nil
      }
    }
  }
}
