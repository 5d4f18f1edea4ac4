/// The shape of a table of facts: what ``Transaction/row(in:)`` fills and the trail digests.
///
/// Column 0 is `id`, column 1 is `act`; `closed_by`, where the table has it, comes last and is not
/// among ``columns``.
package struct Layout: Sendable {
  /// The place among ``Layout/all``, which is also the table's tag in digests: never reused.
  package let index: Int
  package let name: String
  package let columns: [String]
  /// How many of them every row has; the rest came with a later step of the schema.
  ///
  /// Those stand last. Where they are empty at the end of a row they are not digested, so that the
  /// rows of earlier acts keep their digests.
  package let firstCount: Int
  /// True where rows are closed rather than only added.
  package let closes: Bool
  /// True where `id` is a register number: ordered by year, and so not always by act.
  package let isNumbered: Bool

  package init(
    _ index: Int, _ name: String, closes: Bool = false, isNumbered: Bool = false,
    _ columns: [String], later: [String] = []
  ) {
    self.index = index
    self.name = name
    self.columns = ["id", "act"] + columns + later
    firstCount = columns.count + 2
    self.closes = closes
    self.isNumbered = isNumbered
  }

  /// The statement that writes a row.
  package var insert: String {
    let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
    return "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }
}
