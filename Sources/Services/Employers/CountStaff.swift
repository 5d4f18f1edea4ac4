package import Domain
package import Storage

/// Enters how many people an employer had on a day, by category of posts and citizenship.
///
/// A count is of everybody. Another count of the same day takes the place of the first, and needs a
/// reason.
package struct CountStaff: EmployerUseCase {
  package static let name = "employer.staff"

  package var employer: EmployerReference
  package var asOf: LocalDate
  package var lines: [StaffLine]
  package var reason: String?
  package var document: String?

  package init(
    employer: EmployerReference, asOf: LocalDate, lines: [StaffLine], reason: String? = nil,
    document: String? = nil
  ) {
    self.employer = employer
    self.asOf = asOf
    self.lines = lines
    self.reason = reason
    self.document = document
  }

  package var detail: String {
    let people = lines.reduce(0) { $0 + $1.people }
    return "\(employer) on \(asOf): \(people) people\(reason.map { ", \($0)" } ?? "")"
  }

  /// More people than any employer has: a slip of the keyboard is found.
  static let most = 1_000_000

  /// Throws `date.order` for a day to come, `field.value` for a category that is none or a line
  /// that stands twice, and `fact.held` where the count is held already.
  package func perform(in transaction: Transaction, given facts: Facts) throws(Failure) -> Int64 {
    let day = try facts.day(asOf)
    try FreeText.check(reason, "the reason")
    try FreeText.check(document, "the document")
    let count = StaffCount(asOf: day, lines: try checked(), document: document)
    let record = try EmployerTable.known(employer, in: transaction)
    let held = try EmployerTable.staff(of: record.number, on: day, in: transaction)
    if let held, held.asOf == day {
      guard Set(held.lines) != Set(count.lines) || held.document != document else {
        throw Failure(.factHeld, "\(record.number) is counted so on \(day) already")
      }
      try Ground.check(reason: reason ?? "", for: "another count of \(day)")
    }
    try EmployerTable.insert(count, of: record.number, reason: reason, in: transaction)
    return record.number.raw
  }

  private func checked() throws(Failure) -> [StaffLine] {
    guard !lines.isEmpty else {
      throw Failure(.fieldRequired, "a count has at least one line")
    }
    let countries = try Reference.countries()
    var seen: Set<[String]> = []
    var checked: [StaffLine] = []
    for line in lines {
      let citizenship = try countries.resolve(line.citizenship).code
      guard StaffCount.categories.contains(line.category) else {
        throw Failure(
          .fieldValue, "\(line.category) is no category of posts: 1 to 4, or 0 for other posts")
      }
      guard (0...Self.most).contains(line.people) else {
        throw Failure(.fieldValue, "\(line.people) is no number of people")
      }
      guard seen.insert(["\(line.category)", citizenship]).inserted else {
        throw Failure(
          .fieldValue, "the count names \(citizenship) in category \(line.category) twice")
      }
      checked.append(
        StaffLine(category: line.category, citizenship: citizenship, people: line.people))
    }
    return checked
  }
}
