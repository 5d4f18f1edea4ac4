internal import Domain
internal import Storage

/// Weighs families of the register against others of it, on several threads.
struct MatchWeighing: Sendable {
  let desk: MatchDesk
  let database: Database

  /// A family, and those to hold it against; nil where they are yet to be found by keys.
  struct Task: Sendable {
    let family: Int64
    var others: [Int64]?
  }

  /// Families that a thread takes at a time.
  private static let batch = 64
  /// Families that a thread remembers: neighbours in the list often share theirs.
  private static let mostRemembered = 4_000

  /// Those who are or may be one person; `progress` is told of the families done and of all.
  func found(_ tasks: [Task], progress: (Int, Int) -> Void) throws(Failure) -> [MatchResult] {
    let next = Lock(0)
    let done = Lock(0)
    let found = Lock<[MatchResult]>([])
    try Workers.run(meanwhile: { progress(done.with { $0 }, tasks.count) }) {
      (_) throws(Failure) in
      var remembered: [Int64: MatchFamily] = [:]
      while true {
        let start = next.with { place in
          defer { place += Self.batch }
          return place
        }
        guard start < tasks.count else { return }
        let end = min(start + Self.batch, tasks.count)
        var results: [MatchResult] = []
        try database.read { (transaction) throws(Failure) in
          for task in tasks[start..<end] {
            results += try weigh(task, &remembered, in: transaction)
          }
        }
        if remembered.count > Self.mostRemembered { remembered.removeAll(keepingCapacity: true) }
        found.with { $0 += results }
        done.with { $0 += end - start }
      }
    }
    // Threads end in no order; the list of cases has one.
    return found.with { $0 }.sorted { $0.person < $1.person }
  }

  private func weigh(
    _ task: Task, _ remembered: inout [Int64: MatchFamily], in transaction: Transaction
  ) throws(Failure) -> [MatchResult] {
    guard let family = try load(task.family, &remembered, in: transaction) else { return [] }
    var others: [MatchFamily] = []
    if let known = task.others {
      for other in known {
        guard let found = try load(other, &remembered, in: transaction) else { continue }
        others.append(found.without(family))
      }
    } else {
      others = try desk.candidates(for: family, besides: task.family, in: transaction)
    }
    return desk.matcher.decide(family, against: others).filter {
      $0.decision != .none && $0.candidate != $0.person
    }
  }

  private func load(
    _ family: Int64, _ remembered: inout [Int64: MatchFamily], in transaction: Transaction
  ) throws(Failure) -> MatchFamily? {
    if let known = remembered[family] { return known }
    let loaded = try desk.load(family, in: transaction)
    remembered[family] = loaded
    return loaded
  }

  /// Two members of one family who may be one person: each is weighed as if alone.
  func found(within family: Int64, _ one: Int64, _ other: Int64, in transaction: Transaction)
    throws(Failure) -> MatchResult?
  {
    guard let members = try desk.load(family, in: transaction)?.members,
      let applying = members.first(where: { $0.id == one }),
      let candidate = members.first(where: { $0.id == other })
    else { return nil }
    let results = desk.matcher.decide(
      MatchFamily(id: family, members: [applying]),
      against: [MatchFamily(id: family, members: [candidate])])
    return results.first { $0.decision != .none }
  }
}
