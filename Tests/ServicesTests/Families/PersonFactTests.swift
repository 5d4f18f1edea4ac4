import Domain
import Services
import Storage
import TestSupport
import Testing

/// What is true of a person over time, and what was known of it when.
@Suite struct PersonFactTests {
  static let head = Number<Person>(year: 2026, serial: 1)

  static func ground(_ on: String?) -> Ground {
    Ground(on: on.flatMap { LocalDate(iso: $0) }, reason: "told")
  }

  static func record(
    _ kind: PersonFactKind, _ value: String, _ from: String?, _ to: String? = nil
  ) -> RecordFact {
    RecordFact(
      person: head, kind: kind, value: value, to: to.flatMap { LocalDate(iso: $0) },
      ground: ground(from))
  }

  static func end(_ kind: PersonFactKind, _ value: String?, _ on: String) -> EndFact {
    EndFact(person: head, kind: kind, value: value, ground: ground(on))
  }

  /// The head is a citizen of Mongolia by the form.
  static func register() throws -> TestRegister {
    let register = try TestRegister(on: "2026-05-01")
    try register.register(Samples.family("A-1", count: 2))
    return register
  }

  /// On 2026-05-10 the office learns that the head is a citizen of Kazakhstan from 2026-02-01, on
  /// 2026-05-20 that he gave up his first citizenship on 2026-04-01.
  @Test func `citizenships on a day, as known at a moment`() throws {
    let register = try Self.register()
    try register.move(to: "2026-05-10")
    try register.perform(Self.record(.citizenship, "KAZ", "2026-02-01"))
    try register.perform(Self.record(.citizenship, "MNG", nil))
    try register.move(to: "2026-05-20")
    try register.perform(Self.end(.citizenship, "MNG", "2026-04-01"))
    let readings: [(on: String, knownAt: String?, held: String)] = [
      ("2026-01-31", "2026-05-09", "MNG*"), ("2026-05-01", "2026-05-09", "MNG*"),
      ("2026-01-31", "2026-05-19", "MNG"), ("2026-02-01", "2026-05-19", "MNG KAZ"),
      ("2026-04-01", "2026-05-19", "MNG KAZ"), ("2026-01-31", nil, "MNG"),
      ("2026-03-31", nil, "MNG KAZ"), ("2026-04-01", nil, "KAZ"),
    ]
    for (on, knownAt, held) in readings {
      let query = ShowPerson(
        person: Self.head, on: LocalDate(iso: on), knownAt: knownAt.flatMap { Instant(iso: $0) })
      let found = try register.answer(query).held(.citizenship)
        .map { $0.value + ($0.fact == nil ? "*" : "") }
      #expect(
        Set(found) == Set(held.split(separator: " ").map(String.init)), "\(on), \(knownAt ?? "now")"
      )
    }
    let early = ShowPerson(person: Self.head, knownAt: Instant(iso: "2026-04-30"))
    #expect(
      failure { try register.answer(early) }?.detail.contains("was not yet registered") == true)
    #expect(try register.contents().problems == [])
  }

  /// What is recorded in turn, and the periods that stand at the end or the refusal of the last.
  static let sequences: [(steps: [RecordFact], periods: [String], code: Code?)] = [
    (
      [record(.occupation, "driver", "2026-01-01"), record(.occupation, "cook", "2026-03-01")],
      ["driver 2026-01-01 2026-03-01", "cook 2026-03-01 -"], nil
    ),
    (
      [record(.education, "secondary", nil), record(.education, "higher", "2026-03-01")],
      ["secondary - 2026-03-01", "higher 2026-03-01 -"], nil
    ),
    (
      [record(.occupation, "driver", "2026-03-01"), record(.occupation, "cook", "2026-01-01")],
      [], .factHeld
    ),
    (
      [
        record(.occupation, "driver", "2026-03-01"),
        record(.occupation, "cook", "2026-01-01", "2026-03-01"),
      ],
      ["cook 2026-01-01 2026-03-01", "driver 2026-03-01 -"], nil
    ),
    (
      [record(.occupation, "driver", "2026-03-01"), record(.occupation, "cook", "2026-03-01")],
      [], .factHeld
    ),
    (
      [record(.occupation, "driver", "2026-03-01"), record(.occupation, "cook", nil)], [], .factHeld
    ),
    (
      [record(.occupation, "driver", "2026-01-01"), record(.occupation, "driver", "2026-03-01")],
      [], .factHeld
    ),
    (
      [record(.language, "kaz", nil), record(.language, "rus", nil)], ["kaz - -", "rus - -"], nil
    ),
    ([record(.language, "kaz", nil), record(.language, "KAZ", "2026-01-01")], [], .factHeld),
    (
      [
        record(.phone, "77010000001", "2026-01-01", "2026-02-01"),
        record(.phone, "77010000001", "2026-02-01"),
      ],
      ["77010000001 2026-01-01 2026-02-01", "77010000001 2026-02-01 -"], nil
    ),
    ([record(.language, "kaz", "1985-06-14")], [], .dateOrder),
    ([record(.language, "kaz", "2026-05-02")], [], .dateOrder),
    ([record(.language, "kaz", "2026-04-01", "2026-04-01")], [], .dateOrder),
  ]

  @Test func `of single kinds the earlier ends, and nothing holds twice`() throws {
    for (index, (steps, periods, code)) in Self.sequences.enumerated() {
      let register = try Self.register()
      for step in steps.dropLast() { try register.perform(step) }
      let last = try #require(steps.last)
      #expect(refusal { try register.perform(last) } == code, "sequence \(index)")
      guard code == nil else { continue }
      let facts = try register.answer(ShowPerson(person: Self.head)).facts
      let found = facts.map { fact in
        "\(fact.value) \(fact.from.map { "\($0)" } ?? "-") \(fact.to.map { "\($0)" } ?? "-")"
      }
      #expect(found == periods, "sequence \(index)")
    }
  }

  @Test func `an end to come takes effect by itself`() throws {
    let register = try Self.register()
    try register.perform(Self.record(.occupation, "driver", "2026-01-01"))
    try register.perform(Self.end(.occupation, nil, "2026-06-01"))
    for (on, held) in [("2026-05-31", ["driver"]), ("2026-06-01", [])] {
      try register.move(to: on)
      #expect(
        try register.answer(ShowPerson(person: Self.head)).held(.occupation).map(\.value) == held)
    }
    let refused: [(step: EndFact, code: Code)] = [
      (Self.end(.occupation, nil, "2026-06-01"), .factHeld),
      (Self.end(.occupation, "cook", "2026-03-01"), .factNotFound),
      (Self.end(.occupation, nil, "2026-01-01"), .factNotFound),
      (Self.end(.phone, nil, "2026-03-01"), .factNotFound),
    ]
    for (step, code) in refused { #expect(refusal { try register.perform(step) } == code) }
    try register.perform(Self.record(.language, "kaz", nil))
    try register.perform(Self.record(.language, "rus", nil))
    #expect(
      refusal { try register.perform(Self.end(.language, nil, "2026-03-01")) }
        == .fieldRequired)
  }

  @Test func `the form's word can be ended behind a dated one`() throws {
    let register = try Self.register()
    try register.perform(Self.record(.citizenship, "KAZ", "2026-02-01"))
    let dossier = try register.perform(Self.end(.citizenship, "MNG", "2026-04-01"))
    #expect(dossier.facts.map(\.value).sorted() == ["KAZ", "MNG"])
    #expect(dossier.facts.first { $0.value == "MNG" }?.to == LocalDate(iso: "2026-04-01"))
    #expect(dossier.facts.first { $0.value == "MNG" }?.reason == "the form; ended: told")
  }

  @Test func `an act about a person needs a reason and a person`() throws {
    let register = try Self.register()
    let silent = RecordFact(
      person: Self.head, kind: .language, value: "kaz", ground: Ground(reason: ""))
    #expect(refusal { try register.perform(silent) } == .fieldRequired)
    let nobody = RecordFact(
      person: Number(year: 2026, serial: 9), kind: .language, value: "kaz",
      ground: Self.ground(nil))
    #expect(refusal { try register.perform(nobody) } == .personNotFound)
    #expect(refusal { try register.answer(ShowPerson(person: nobody.person)) } == .personNotFound)
  }

  @Test func `whichever statement fails, nothing was written`() throws {
    let register = try Self.register()
    try register.perform(Self.record(.occupation, "driver", "2026-01-01"))
    let count = try FaultTests.failEach(on: register) { office in
      _ = try office.perform(Self.record(.occupation, "cook", "2026-03-01"), as: "tester")
    }
    #expect(count > 10)
  }
}
