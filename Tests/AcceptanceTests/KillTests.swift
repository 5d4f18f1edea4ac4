import Domain
import Glibc
import TestSupport
import Testing

/// A process that is killed at any moment leaves a register that holds, with everything it had
/// reported as saved.
@Suite("kill -9", .serialized)
struct KillTests {
  /// Of an import, of single grants, and of a run of grants: two hundred in all.
  static let kills = (imports: 90, grants: 70, waiting: 40)
  /// The moments follow from it; it is printed, so that a run can be repeated.
  static let seed: UInt64 = 20_261_102
  static let families = 1_200

  private static func microseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000
  }

  /// How long a command takes when nobody kills it, in microseconds; the least of three runs, as
  /// the machine does other work too.
  private static func duration(of command: String, in kosh: Kosh) throws -> UInt64 {
    let before = try kosh.bytes(of: "kosh.db")
    var least = UInt64.max
    for _ in 0..<3 {
      try restore(before, in: kosh)
      let start = microseconds()
      let answer = try kosh.run(command)
      try #require(answer.exit == 0, "\(answer.err)")
      least = min(least, microseconds() - start)
    }
    return least
  }

  /// Starts a command, kills it after a while, and gives what it had said by then.
  static func kill(_ command: String, in kosh: Kosh, after delay: UInt32) throws
    -> Kosh.Answer
  {
    let process = try kosh.start(command.split(separator: " ").map(String.init))
    usleep(delay)
    process.kill()
    return try process.wait()
  }

  /// Puts a register back as it was when its bytes were taken.
  static func restore(_ bytes: [UInt8], in kosh: Kosh) throws {
    for ending in ["-wal", "-shm"] { unlink(kosh.path("kosh.db\(ending)")) }
    try kosh.write(bytes, to: "kosh.db")
  }

  /// The families of the last `saved N of M families` line.
  private static func saved(_ words: String) -> Int64 {
    let last = words.split(separator: "\n").last { $0.hasPrefix("saved ") }
    return last.flatMap { Int64($0.split(separator: " ")[1]) } ?? 0
  }

  @Test("An import keeps what it said was saved, and ends the same when it is run again")
  func imports() throws {
    let kosh = try Kosh.withRegister()
    let empty = try kosh.bytes(of: "kosh.db")
    _ = try kosh.run("demo --families \(Self.families) --seed 5 --csv families.csv")
    let command = "family import families.csv --progress lines"
    let whole = try Self.duration(of: command, in: kosh)
    let end = try Proof.of(kosh)
    #expect(end.families == Int64(Self.families))

    var moments = Moments(state: Self.seed)
    var (cut, kept) = (0, 0)
    for kill in 0..<Self.kills.imports {
      try Self.restore(empty, in: kosh)
      let answer = try Self.kill(command, in: kosh, after: moments.next(below: whole))
      if answer.exit < 0 { cut += 1 }
      let saved = Self.saved(answer.err)
      if saved > 0 { kept += 1 }
      let proof = try Proof.of(kosh)
      #expect(proof.isClean, "kill \(kill)")
      #expect(proof.families >= saved, "kill \(kill)")
      guard kill % 6 == 0 else { continue }
      let again = try kosh.run("family import families.csv --json").json()
      #expect(again["families"]["unchanged"].number == proof.families)
      #expect(
        again["families"]["registered"].number == Int64(Self.families) - proof.families)
      #expect(try Proof.of(kosh) == end, "kill \(kill)")
    }
    print("kill -9, seed \(Self.seed): \(cut) imports cut, \(kept) after a batch was saved")
    #expect(cut > Self.kills.imports / 4)
    #expect(kept > 0)
  }

  @Test("A grant that was answered is there; one that was not is whole or absent")
  func grants() throws {
    let (kosh, families) = try Self.waiting()
    let command = "allowance grant"
    let whole = try Self.duration(of: "\(command) \(families[0]) --json", in: kosh)
    var moments = Moments(state: Self.seed &+ 1)
    var (cut, answered, done) = (0, 1, 0)
    for family in families.dropFirst().prefix(Self.kills.grants) {
      let answer = try Self.kill(
        "\(command) \(family) --json", in: kosh, after: moments.next(below: whole))
      if answer.exit < 0 { cut += 1 }
      let proof = try Proof.of(kosh)
      #expect(proof.isClean, "\(family)")
      let again = try kosh.run("\(command) \(family) --json")
      if answer.out.hasSuffix("}\n") {
        // It was told to the clerk, so it stands: the second grant is refused.
        answered += 1
        let grant = try #require(answer.json()["grant"].text)
        #expect(again.exit == 5)
        #expect(again.err.contains(grant))
      } else if again.exit == 5 {
        // Committed, and killed before it could say so.
        done += 1
      } else {
        #expect(again.exit == 0, "\(again.err)")
      }
    }
    print("kill -9, seed \(Self.seed): \(cut) grants cut, \(answered) answered, \(done) unsaid")
    #expect(cut > 0)
    let register = try kosh.run("report allowances --format csv").out
    for family in families.prefix(Self.kills.grants + 1) {
      #expect(register.split(separator: ",").count { $0 == family } == 1, "\(family)")
    }
  }

  @Test("A run of grants goes on where it was killed, and ends the same")
  func waitingRuns() throws {
    let (kosh, _) = try Self.waiting()
    let before = try kosh.bytes(of: "kosh.db")
    let command = "allowance grant --waiting --decision 9"
    let whole = try Self.duration(of: command, in: kosh)
    let end = try Proof.of(kosh)
    var moments = Moments(state: Self.seed &+ 2)
    var cut = 0
    for kill in 0..<Self.kills.waiting {
      try Self.restore(before, in: kosh)
      let answer = try Self.kill(command, in: kosh, after: moments.next(below: whole))
      if answer.exit < 0 { cut += 1 }
      #expect(try Proof.of(kosh).isClean, "kill \(kill)")
      #expect(try kosh.run(command).exit == 0)
      #expect(try Proof.of(kosh) == end, "kill \(kill)")
    }
    print("kill -9, seed \(Self.seed): \(cut) runs of grants cut")
    #expect(cut > Self.kills.waiting / 4)
  }

  /// A register whose families hold confirmed places and wait for their allowance.
  private static func waiting() throws -> (kosh: Kosh, families: [String]) {
    let kosh = try Kosh.withRegister()
    _ = try kosh.run("demo --families 150 --seed 5 --csv families.csv")
    _ = try kosh.run("family import families.csv")
    let included = try kosh.run("quota include --waiting --protocol 1 --json").json()
    // Who is bound for a region without a quota is left out.
    let refused = Set(included["refused"].elements.compactMap { $0["family"].text })
    let numbers = (1...150).map { Number<Family>(year: 2026, serial: $0).description }
    return (kosh, numbers.filter { !refused.contains($0) })
  }
}
