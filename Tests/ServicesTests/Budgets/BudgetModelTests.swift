import Domain
import Services
import TestSupport
import Testing

/// What a region has of a source, as a child would keep it: three numbers.
private struct Purse {
  var given: Int64 = 0
  var held: Int64 = 0
  var paid: Int64 = 0
  var returned: Int64 = 0

  var free: Int64 { given - held - paid + returned }
}

/// A commitment: what is left of it to pay, and each payment that has not come back.
private struct Promise {
  let purse: Int
  var open: Int64
  var payments: [Int64] = []
}

/// Random moves of money against a model that knows no ledger.
@Suite struct BudgetModelTests {
  private static let sources = BudgetSource.allCases

  private struct Model {
    var purses = Array(repeating: Purse(), count: 3)
    var promises: [[Promise]] = [[], []]

    /// The first source with enough; nil where none has.
    mutating func commit(_ amount: Int64, for grant: Int, source: Int?) -> Bool {
      let candidates = source.map { [$0] } ?? [0, 1, 2]
      guard let found = candidates.first(where: { purses[$0].free >= amount }) else {
        return false
      }
      purses[found].held += amount
      promises[grant].append(Promise(purse: found, open: amount))
      return true
    }

    mutating func spend(_ amount: Int64, of grant: Int) -> Bool {
      let open = promises[grant].reduce(0) { $0 + $1.open }
      if open < amount, !commit(amount - open, for: grant, source: nil) { return false }
      var left = amount
      for index in promises[grant].indices {
        let part = min(left, promises[grant][index].open)
        guard part > 0 else { continue }
        promises[grant][index].open -= part
        promises[grant][index].payments.append(part)
        purses[promises[grant][index].purse].held -= part
        purses[promises[grant][index].purse].paid += part
        left -= part
      }
      return true
    }

    mutating func giveBack(_ amount: Int64, of grant: Int) -> Bool {
      guard promises[grant].reduce(0, { $0 + $1.payments.reduce(0, +) }) >= amount else {
        return false
      }
      var left = amount
      for index in promises[grant].indices.reversed() {
        for payment in promises[grant][index].payments.indices.reversed() {
          let part = min(left, promises[grant][index].payments[payment])
          promises[grant][index].payments[payment] -= part
          purses[promises[grant][index].purse].returned += part
          left -= part
        }
      }
      return true
    }

    mutating func release(_ amount: Int64, of grant: Int) -> Bool {
      guard promises[grant].reduce(0, { $0 + $1.open }) >= amount else { return false }
      var left = amount
      for index in promises[grant].indices.reversed() {
        let part = min(left, promises[grant][index].open)
        promises[grant][index].open -= part
        purses[promises[grant][index].purse].held -= part
        left -= part
      }
      return true
    }

    var lines: [String] {
      zip(sources, purses).map { source, purse in
        let overrun = purse.free < 0 ? ", overrun \(-purse.free)" : ""
        return "KZ-55 \(source.rawValue): \(purse.given) = \(purse.held) committed + "
          + "\(purse.paid) paid - \(purse.returned) returned + \(max(0, purse.free)) free\(overrun)"
      }
    }
  }

  @Test(arguments: [1, 2]) func `random moves leave what a purse would hold`(
    seed: UInt64
  ) throws {
    let register = try TestRegister(isDurable: false)
    var random = SeededRandom(seed: seed)
    var model = Model()
    // Granted before there is any money, so that nothing is set aside yet.
    let grants = [try register.granted("A-1").grant, try register.granted("A-2").grant]
    for source in Self.sources {
      try BudgetOrderTests.load(
        register, "0", from: "2026-05-01", source: source, [("KZ-55", 0)])
    }
    var refused = 0
    for step in 1...250 {
      let (grant, amount) = (random.below(2), Int64(random.below(900) + 1))
      let source = random.chance(300) ? random.below(3) : nil
      var move = MoveMoney(.commit, amount, of: grants[grant])
      var isTaken = true
      switch random.below(10) {
      case 0, 1:
        let (purse, given) = (random.below(3), Int64(random.below(4000)))
        model.purses[purse].given = given
        try BudgetOrderTests.load(
          register, "\(step)", from: "2026-05-01", source: Self.sources[purse],
          [("KZ-55", given)])
        continue
      case 2, 3, 4:
        move.source = source.map { Self.sources[$0] }
        isTaken = model.commit(amount, for: grant, source: source)
      case 5, 6, 7:
        move.move = .spend
        isTaken = model.spend(amount, of: grant)
      case 8:
        move.move = .giveBack
        isTaken = model.giveBack(amount, of: grant)
      default:
        move.move = .release
        isTaken = model.release(amount, of: grant)
      }
      let code = refusal { try register.perform(move) }
      let expected: Code =
        move.move == .giveBack || move.move == .release ? .budgetSettled : .budgetExhausted
      #expect(code == (isTaken ? nil : expected), "seed \(seed), step \(step)")
      if !isTaken { refused += 1 }
      #expect(try register.money() == model.lines, "seed \(seed), step \(step)")
    }
    #expect(refused > 20)
    #expect(model.purses.allSatisfy { $0.paid > 0 && $0.returned > 0 })
    #expect(try register.breaches() == [])
  }
}
