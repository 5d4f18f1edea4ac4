package import Domain
internal import Hashing

/// The digest by which the rows of a submission are known again.
package enum IntakeDigest {
  /// SHA-256 over what the rows say, in the order of the intake format, wherever they stand.
  package static func digest(of rows: [IntakeRow]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 160)
    for row in rows {
      for field in IntakeField.allCases {
        bytes.append(contentsOf: row[field].utf8)
        bytes.append(0x1F)
      }
      // Rows without a zone keep the digests they have always had.
      if !row.zone.isEmpty {
        bytes.append(contentsOf: row.zone.utf8)
        bytes.append(0x1F)
      }
      bytes.append(0x1E)
    }
    return SHA256.digest(of: bytes)
  }
}
