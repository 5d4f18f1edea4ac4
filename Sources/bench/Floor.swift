internal import CFloor
internal import Domain
internal import SQLiteEngine
internal import Storage

/// A bare C loop over the same statements.
final class Floor {
  private let floor: OpaquePointer
  private var numbers: [String: Int32] = [:]

  init() throws(Failure) {
    guard let floor = kosh_floor_new(SQLitePragmas.settings) else {
      throw Failure(.fault, "no memory is left")
    }
    self.floor = floor
  }

  deinit { kosh_floor_free(floor) }

  // MARK: Writing what acts wrote

  /// Adds the writing of everything that acts after `act` wrote, and words after `word`.
  func addTables(after act: Int64, word: Int64) throws(Failure) {
    for layout in Layout.all {
      let order = layout.isNumbered ? "act, id" : "id"
      try add(
        layout.insert, places: layout.columns.count, actColumn: 1,
        source: """
          SELECT \(layout.columns.joined(separator: ", ")) FROM \(layout.name)
          WHERE act > \(act) ORDER BY \(order)
          """)
    }
    // Words, and who bears them, are entered when the last act has been written.
    try add(
      "INSERT INTO name_token (id, text) VALUES ($1, $2)", places: 2, actColumn: 2,
      source: """
        SELECT id, text, (SELECT max(id) FROM act) FROM name_token WHERE id > \(word) ORDER BY id
        """)
    try add(
      "INSERT INTO name_pack (token_id, stretch, people) VALUES ($1, $2, $3)", places: 3,
      actColumn: 3,
      source: """
        SELECT token_id, stretch, people, (SELECT max(id) FROM act) FROM name_pack
        WHERE token_id > \(word) ORDER BY token_id, stretch
        """)
    // Keys for matching are made when the last act has been written.
    try add(
      "INSERT INTO match_key (key, person_id) VALUES ($1, $2)", places: 2, actColumn: 2,
      source: """
        SELECT key, person_id, (SELECT max(id) FROM act) FROM match_key
        JOIN person ON person.id = person_id WHERE act > \(act) ORDER BY key, person_id
        """)
    let columns = "id, at, today, user, action, subject, detail, key, request, content, hash"
    try add(
      """
      INSERT INTO act (\(columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """, places: 11, actColumn: 0,
      source: "SELECT \(columns) FROM act WHERE id > \(act) ORDER BY id")
  }

  /// Records the rows of acts; a unit is a commit of so many.
  func record(_ register: Register, actsPerUnit: Int) throws(Failure) -> String {
    let recording = try register.directory.get().file("recording")
    try check(kosh_floor_record(floor, register.path, Int64(actsPerUnit), recording))
    return recording
  }

  /// Throws `fault` where the databases differ in a value; gives the number of rows.
  @discardableResult
  func compare(_ one: String, _ other: String) throws(Failure) -> Int {
    let rows = kosh_floor_compare(floor, one, other)
    try check(rows < 0 ? -1 : 0)
    return Int(rows)
  }

  // MARK: Asking what was asked

  /// Records calls; a unit is one question.
  func record(_ questions: [[Listener.Call]], to path: String) throws(Failure) {
    var rest = questions[...]
    for call in questions.joined() where numbers[call.sql] == nil {
      numbers[call.sql] = try add(call.sql, places: call.values.count)
    }
    try TemporaryFile.write(path) { bytes in
      guard let question = rest.popFirst() else { return }
      for call in question {
        bytes.append(UInt8(truncatingIfNeeded: numbers[call.sql] ?? 0))
        for value in call.values { Self.append(value, to: &bytes) }
      }
      bytes.append(UInt8(KOSH_FLOOR_END))
    }
  }

  private static func append(_ value: SQLValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(UInt8(KOSH_FLOOR_NULL))
    case .integer(let integer):
      bytes.append(UInt8(KOSH_FLOOR_INTEGER))
      withUnsafeBytes(of: integer) { bytes.append(contentsOf: $0) }
    case .text(let text): append(Array(text.utf8), KOSH_FLOOR_TEXT, to: &bytes)
    case .blob(let blob): append(blob, KOSH_FLOOR_BLOB, to: &bytes)
    }
  }

  private static func append(_ value: [UInt8], _ kind: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(kind))
    withUnsafeBytes(of: Int32(value.count)) { bytes.append(contentsOf: $0) }
    bytes += value
  }

  // MARK: Replaying

  struct Replay {
    var seconds: Double
    var rows: Int
    var units: [Double]
  }

  /// Runs a recording on a database.
  func replay(_ recording: String, on database: String, begin: String, units: Int = 0)
    throws(Failure) -> Replay
  {
    var time = kosh_floor_time()
    var unitSeconds = [Double](repeating: 0, count: units)
    let result = unitSeconds.withUnsafeMutableBufferPointer {
      kosh_floor_replay(
        floor, database, recording, begin, units > 0 ? $0.baseAddress : nil, Int64(units), &time)
    }
    try check(result)
    return Replay(
      seconds: time.seconds, rows: Int(time.rows),
      units: Array(unitSeconds.prefix(Int(time.units))))
  }

  // MARK: The C side

  @discardableResult
  private func add(
    _ sql: String, places: Int, actColumn: Int = 0, source: String? = nil
  ) throws(Failure) -> Int32 {
    let number = kosh_floor_add(floor, sql, source, Int32(places), Int32(actColumn))
    try check(number)
    return number
  }

  private func check(_ result: Int32) throws(Failure) {
    guard result >= 0 else {
      throw Failure(.fault, "the floor: \(String(cString: kosh_floor_problem(floor)))")
    }
  }
}
