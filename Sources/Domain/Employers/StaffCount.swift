/// How many people of a citizenship an employer has in a category of posts.
package struct StaffLine: Hashable, Sendable {
  /// 1 heads and their deputies, 2 heads of units, 3 specialists, 4 skilled workers, 0 other posts.
  package let category: Int
  /// ISO 3166-1 alpha-3.
  package let citizenship: String
  package let people: Int

  package init(category: Int, citizenship: String, people: Int) {
    self.category = category
    self.citizenship = citizenship
    self.people = people
  }
}

/// An employer's people on a day, by category and citizenship; outstaffed workers are among them.
package struct StaffCount: Hashable, Sendable {
  /// What a category may be; 0 is every other post.
  package static let categories = 0...4
  /// Whose people are citizens.
  package static let home = "KAZ"

  package let asOf: LocalDate
  /// By category and citizenship, each pair once.
  package let lines: [StaffLine]
  /// The paper the count rests on.
  package let document: String?

  package init(asOf: LocalDate, lines: [StaffLine], document: String? = nil) {
    self.asOf = asOf
    self.lines = lines
    self.document = document
  }

  /// Citizens of Kazakhstan in these categories.
  package func citizens(in categories: Set<Int>) -> Int {
    count { categories.contains($0.category) && $0.citizenship == Self.home }
  }

  /// Everybody else in them, of whatever country.
  package func foreigners(in categories: Set<Int>) -> Int {
    count { categories.contains($0.category) && $0.citizenship != Self.home }
  }

  /// Everybody, other posts too: what a limit such as “20 staff” counts.
  package var total: Int { count { _ in true } }

  private func count(_ isCounted: (StaffLine) -> Bool) -> Int {
    lines.reduce(0) { isCounted($1) ? $0 + $1.people : $0 }
  }
}
