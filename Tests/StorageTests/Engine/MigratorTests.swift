import Domain
import Hashing
import Migrations
import SQLiteEngine
import Storage
import TestSupport
import Testing

@Suite struct MigratorTests {
  /// A released step is never edited.
  ///
  /// A register that took it would refuse this program. What is to change comes as another step,
  /// with a line of its own here.
  static let frozen: [(name: String, sha256: String)] = [
    ("0001-acts", "6291d3483a4f34b1a567b48e8b5fadf6cf467b82adbe11d3a878edaa30f79860"),
    ("0002-families", "e58a01adf50bf6bb5d5de307a60a085715c0ea90fc91c00290c43172865dd4da"),
    ("0003-quotas", "112d3d2eeff3d94f3b02a303a24348b1199a9e4c69a1a503d11a8a2e0a7a5300"),
    ("0004-allowances", "e771845fe719eda8424807343390642320111a332ba44edec80a33c1712a1804"),
    ("0005-append-only", "426e83718ba23231f4c7850a7f42205f7c13a9b00c56d929422142028ece6502"),
    (
      "0006-families-over-time", "c2c6f74c726b5c0359b8daf12597130c5de574725c7100b7e6c3959bbd1f476f"
    ),
    ("0007-name-search", "87d49bb69e95a96ceb18272d4c35b6a56f59f1654a1255aa08ce4bb35f14ac9b"),
    ("0008-name-packs", "3a1ee2317864f47a9293fa3d629ee136d0232e7f5db7aaa12a5b9bae83fd52e8"),
    (
      "0009-membership-of-person",
      "d469dcfa282ae6b537cb5e3813bf1fde803699201c18f9782e45b400ee12fd7d"
    ),
    (
      "0010-inclusions-of-quota",
      "afe36cc170236bc483657cac7459659d6f124519d746800c35e4dbe416ecca5d"
    ),
    (
      "0011-waiting-list-and-commission",
      "90ed57b9323805d75004247ed670501e666a18ec2277c15feef2d2312b2f0c52"
    ),
    (
      "0012-placement-decisions",
      "d6e4d1cb3040881ce3e8977fbdc96151c49993363250cc5a7c0cb1471973a4ca"
    ),
    ("0013-dues", "30117948986657f667b15671ec28bfdddd148b20421946d6bc2daf68350991a1"),
    ("0014-budgets", "0c5525c73ddbbd972b17279a4b8f0ac442416a744299f80fb354810adeefa14e"),
    (
      "0015-adopted-rules-and-terms",
      "a3187a1ad49aae6524ced8948e211e3de687732d163c5742bbcd5b8cfa45fa72"
    ),
    ("0016-payments", "c9a575f6f8633654e75e20e6fff3e997a8394fc3a2117a903cf15c5ae716090d"),
    ("0017-bank-answers", "6b7ce9dbdd905faf349a8ae21674eb78bf1ed4aa8aa42f8c3b0a331b854906b8"),
    ("0018-recoveries", "6b7937090ce563d7a5568c2cdab082975f7289a2c262f68b6ae266fc9c6aff6f"),
    ("0019-employers", "92bb7567fa553867315b71b48e6a4727024e838e999ffdb0d914118c6858ecf1"),
    ("0020-labour-share", "eef33d69108e4133036bb025303358085a7b0fdd1c1954df4fc5b279f942958f"),
    ("0021-permits", "4455338029752a185e0da5233b8f6d665a7f8a66d837c06c2a65197f133121e8"),
    (
      "0022-status-and-residence",
      "6be771d8524c8cb5069b4dd21783f93a47b2343d68e45a8dacd408ffe3d9b8f8"
    ),
    ("0023-ends-of-permits", "97d648a84ab852ff040aee5916259981af97bbaffb383d250746ac7f824a58a3"),
    ("0024-issued-reports", "46c684fe6b7a0cf7396415a6d3d0e9dbed60e73616d20b49ce5ed6db6d533fb4"),
    ("0025-who-lives-abroad", "9846e159f58fc7fef864b589f379df28d5dc002edf6f5c42883fcf40f69cd1d8"),
  ]

  @Test func `released steps are as they were`() {
    let steps = Migrations.sqlite
    #expect(steps.map(\.name) == Self.frozen.map(\.name))
    for (step, frozen) in zip(steps, Self.frozen) {
      let digest = SHA256.digest(of: Array(step.sql.utf8)).hexadecimal
      #expect(digest == frozen.sha256, "\(step.name)")
    }
  }

  static let noon = Instant(milliseconds: 1_780_000_000_000)
  static let steps: [(name: String, sql: String)] = [
    ("0001-one", "CREATE TABLE one (a INTEGER) STRICT"),
    ("0002-two", "CREATE TABLE two (a INTEGER) STRICT; INSERT INTO two VALUES (7)"),
  ]

  static func take(_ steps: [(name: String, sql: String)], on path: String) throws(Failure)
    -> SQLiteEngine
  {
    let engine = try SQLiteEngine(path: path, mode: .create)
    try Migrator(steps).prepare(Connection(engine), at: noon)
    return engine
  }

  static func number(_ sql: String, _ engine: SQLiteEngine) throws -> Int64 {
    let statement = try engine.prepare(sql)
    return try statement.step() ? statement.integer(0) : 0
  }

  @Test func `a fresh file takes every step`() throws {
    let engine = try Self.take(Self.steps, on: ":memory:")
    #expect(try Self.number("PRAGMA user_version", engine) == 2)
    #expect(try Self.number("PRAGMA application_id", engine) == 1_265_595_240)
    #expect(try Self.number("SELECT count(*) FROM schema_step", engine) == 2)
    #expect(try Self.number("SELECT taken_at FROM schema_step", engine) == 1_780_000_000_000)
    #expect(try Self.number("SELECT a FROM two", engine) == 7)
  }

  @Test func `a second run changes nothing`() throws {
    let engine = try Self.take(Self.steps, on: ":memory:")
    let changed = try Self.number("SELECT total_changes()", engine)
    try Migrator(Self.steps).prepare(Connection(engine), at: Self.noon)
    #expect(try Self.number("SELECT total_changes()", engine) == changed)
    #expect(try Self.number("SELECT count(*) FROM two", engine) == 1)
  }

  @Test func `an older file takes only what is new`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.db")
    _ = try Self.take(Array(Self.steps.prefix(1)), on: path)
    let engine = try Self.take(Self.steps, on: path)
    #expect(try Self.number("PRAGMA user_version", engine) == 2)
    #expect(try Self.number("SELECT count(*) FROM schema_step", engine) == 2)
  }

  @Test func `a failing step leaves the file as it was`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.db")
    _ = try Self.take(Array(Self.steps.prefix(1)), on: path)
    let broken = Self.steps + [(name: "0003-broken", sql: "CREATE TABLE three (a NONSENSE) STRICT")]
    #expect(refusal { try Self.take(broken, on: path) } == .fault)
    let engine = try SQLiteEngine(path: path)
    #expect(try Self.number("PRAGMA user_version", engine) == 1)
    #expect(try Self.number("SELECT count(*) FROM sqlite_schema WHERE name = 'two'", engine) == 0)
  }

  @Test func `a file of a later program is refused`() throws {
    let engine = try Self.take(Self.steps, on: ":memory:")
    let older = Migrator(Array(Self.steps.prefix(1)))
    #expect(
      refusal { try older.prepare(Connection(engine), at: Self.noon) } == .databaseNewer)
    #expect(try Self.number("PRAGMA user_version", engine) == 2)
  }

  static let edited: [(edit: String, steps: [(name: String, sql: String)])] = [
    ("text", [steps[0], ("0002-two", "CREATE TABLE two (b INTEGER) STRICT")]),
    ("name", [("0001-uno", steps[0].sql), steps[1]]),
    ("order", [steps[1], steps[0]]),
  ]

  @Test func `an edited step is refused`() throws {
    for (edit, steps) in Self.edited {
      let engine = try Self.take(Self.steps, on: ":memory:")
      let code = refusal { try Migrator(steps).prepare(Connection(engine), at: Self.noon) }
      #expect(code == .databaseDamaged, "\(edit)")
    }
  }

  @Test func `who bears a word moves from rows to packs, one for each stretch of numbers`() throws {
    let older = Array(Migrations.sqlite.prefix(7))
    let engine = try Self.take(older, on: ":memory:")
    // 20260000001 is stretch 1236572, place 4353 = 34 * 128 + 1; 20260016000 is place 3968 of the
    // next stretch, 31 * 128.
    try engine.script(
      """
      INSERT INTO name_token (id, text) VALUES (1, 'асан'), (2, 'нурлан');
      INSERT INTO name_posting (token_id, person_id)
      VALUES (1, 20260016000), (1, 20260000002), (2, 20260000001), (1, 20260000001);
      """)
    try Migrator(Migrations.sqlite).prepare(Connection(engine), at: Self.noon)
    let rows = try engine.prepare(
      "SELECT token_id, stretch, hex(people) FROM name_pack ORDER BY token_id, stretch")
    var found: [String] = []
    while try rows.step() { found.append("\(rows.integer(0)) \(rows.integer(1)) \(rows.text(2))") }
    #expect(found == ["1 1236572 01220222", "1 1236573 001F", "2 1236572 0122"])
    #expect(try Self.number("SELECT last FROM name_mark", engine) == 0)
  }

  /// A check of a column cannot be changed in place: the table is written anew, rows and all.
  @Test func `facts about persons outlast the step that adds kinds of them`() throws {
    let steps = Migrations.sqlite
    let place = try #require(steps.firstIndex { $0.name.hasSuffix("status-and-residence") })
    let engine = try Self.take(Array(steps.prefix(place)), on: ":memory:")
    try engine.script(
      """
      INSERT INTO person (id, act) VALUES (20260000001, 1);
      INSERT INTO person_fact (id, act, person_id, kind, value, valid_from, reason, closed_by)
      VALUES (3, 1, 20260000001, 'language', 'kaz', NULL, 'told', 5),
        (7, 2, 20260000001, 'occupation', 'driver', '2026-02-01', 'told', NULL);
      """)
    try Migrator(steps).prepare(Connection(engine), at: Self.noon)
    let rows = try engine.prepare(
      "SELECT id, kind || ' ' || value, coalesce(closed_by, 0) FROM person_fact ORDER BY id")
    var found: [String] = []
    while try rows.step() { found.append("\(rows.integer(0)) \(rows.text(1)) \(rows.integer(2))") }
    #expect(found == ["3 language kaz 5", "7 occupation driver 0"])
    try engine.script(
      """
      INSERT INTO person_fact (act, person_id, kind, value, reason)
      VALUES (3, 20260000001, 'status', 'kandas', 'told')
      """)
    for bent in [
      "UPDATE person_fact SET value = 'uzb'", "DELETE FROM person_fact",
      "INSERT INTO person_fact (act, person_id, kind, value, reason) "
        + "VALUES (3, 20260000001, 'caste', 'x', 'told')",
    ] {
      #expect(throws: (any Error).self, "\(bent)") { try engine.script(bent) }
    }
  }

  @Test func `a register of today opens, and again`() throws {
    let register = try TestRegister()
    let version = try register.integer("PRAGMA user_version")
    #expect(version == Int64(Self.frozen.count))
    #expect(refusal { try register.otherOffice() } == nil)
  }
}
