/// A section of economic activity (ЭҚЖЖ, ОКЭД): a letter with its divisions.
///
/// From the national classifier NK RK 03-2019, whose sections and divisions are those of NACE.
package struct ActivitySection: Hashable, Sendable {
  /// `A` to `U`.
  package let code: String
  package let name: LocalizedText
  /// What the first two digits of an activity in it may be.
  package let divisions: ClosedRange<Int>
  package let citation: Citation

  package init(
    code: String, name: LocalizedText, divisions: ClosedRange<Int>, citation: Citation
  ) {
    self.code = code
    self.name = name
    self.divisions = divisions
    self.citation = citation
  }
}

/// The sections by their letters.
package struct ActivitySections: Sendable {
  /// In the order of the letters.
  package let all: [ActivitySection]

  /// Throws `rule.malformed` where letters or divisions are not in order.
  package init(_ sections: [ActivitySection]) throws(Failure) {
    for (section, next) in zip(sections, sections.dropFirst()) {
      let isNext = section.code < next.code
      guard isNext, section.divisions.upperBound < next.divisions.lowerBound else {
        throw Failure(
          .ruleMalformed, "sections \(section.code) and \(next.code) are not in order")
      }
    }
    all = sections
  }

  package func section(_ code: String) -> ActivitySection? { all.first { $0.code == code } }

  /// The section that a letter in either case means, or the code of an activity in it: `41`, `41201`
  /// or `41.20.1` is construction.
  ///
  /// Throws `field.value`.
  package func resolve(_ text: String) throws(Failure) -> ActivitySection {
    if let section = section(text.uppercased()) ?? section(of: text) { return section }
    throw Failure(
      .fieldValue, "“\(text.shown)” is no section of economic activity",
      hint: "give a letter from A to U, or the code of an activity such as 41201")
  }

  private func section(of activity: String) -> ActivitySection? {
    let digits = activity.filter { $0 != "." }
    guard (2...5).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }), let division = Int(digits.prefix(2))
    else { return nil }
    return all.first { $0.divisions.contains(division) }
  }
}
