internal import CSQLite
internal import Domain

extension Failure {
  /// What SQLite said on `connection`, in our words.
  static func sqlite(_ result: Int32, _ connection: OpaquePointer?, during work: String) -> Failure
  {
    let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? ""
    switch result & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return Failure(
        .busy, "another process is writing to the database",
        hint: "run the same command again; nothing is half saved")
    case SQLITE_NOTADB:
      return Failure(.databaseForeign, "the file is not a Kosh database")
    case SQLITE_CORRUPT:
      return Failure(
        .databaseDamaged, "the database file is damaged (\(message))",
        hint: "keep the file as it is and restore the last proven backup")
    case SQLITE_FULL:
      return Failure(
        .fault, "the disk is full", hint: "free some space and repeat; nothing is half saved")
    case SQLITE_IOERR:
      return Failure(
        .fault, "the disk could not be read or written (\(message), \(result))",
        hint: "see whether it is full or failing, and repeat; nothing is half saved")
    case SQLITE_CANTOPEN:
      return Failure(.databaseNotFound, "the database file cannot be opened (\(message))")
    case SQLITE_READONLY, SQLITE_PERM:
      return Failure(.fault, "the database cannot be written to (\(message)); nothing was changed")
    case SQLITE_CONSTRAINT:
      // Our triggers raise a code of the reference; anything else is a defect of ours.
      if let code = Code(rawValue: message) {
        return Failure(code, "the database refused: \(message)")
      }
      return Failure(.fault, "the database refused what was to be written: \(message)")
    default:
      return Failure(.fault, "the database failed while \(work): \(message) (\(result))")
    }
  }
}
