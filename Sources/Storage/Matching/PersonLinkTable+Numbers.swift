package import Domain

extension PersonLinkTable {
  /// Every number that is read as `person`'s, as known after act `knowledge`: its own first, then
  /// those merged into it, and into these, in the order of the merges.
  package static func numbers(
    of person: Number<Person>, knowledge: Int64 = .max, in transaction: Transaction
  ) throws(Failure) -> [Number<Person>] {
    var numbers = [person]
    var next = 0
    while next < numbers.count {
      numbers += try transaction.all(
        """
        SELECT person_id FROM person_link WHERE into_id = \(numbers[next]) AND act <= \(knowledge)
          AND (closed_by IS NULL OR closed_by > \(knowledge)) ORDER BY id
        """
      ) { (row: inout Row) throws(Failure) -> Number<Person> in row.number() }
      next += 1
    }
    return numbers
  }
}
