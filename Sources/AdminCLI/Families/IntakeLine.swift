import Domain

/// A problem of an intake file, as a line for people and as a row of the file of rejects.
enum IntakeLine {
  /// One line, such as `line 12, family F0000007, iin: the check digit is wrong (iin.invalid)`.
  ///
  /// The same of a form that has no lines: `member 2, iin: …`; or of a file about others than
  /// families, which `subject` names.
  static func text(_ problem: IntakeProblem, unit: String = "line", subject: String = "family")
    -> String
  {
    var place: [String] = []
    if problem.line > 0 { place.append("\(unit) \(problem.line)") }
    if !problem.familyRef.isEmpty { place.append("\(subject) \(problem.familyRef)") }
    if !problem.field.isEmpty { place.append(problem.field) }
    let start = place.isEmpty ? "" : place.joined(separator: ", ") + ": "
    return "\(start)\(problem.message) (\(problem.code.rawValue))"
  }

  /// Keeps the first problems for the screen and, if asked, all of them for a file.
  final class Collector {
    private let shown: Int
    private let keepingAll: Bool
    private(set) var first: [IntakeProblem] = []
    private var all: [IntakeProblem] = []
    private var count = 0

    init(shown: Int, keepingAll: Bool) {
      self.shown = shown
      self.keepingAll = keepingAll
    }

    func take(_ problem: IntakeProblem) {
      count += 1
      if first.count < shown { first.append(problem) }
      if keepingAll { all.append(problem) }
    }

    /// What to say of those not shown.
    var more: String? {
      count > first.count ? "… and \((count - first.count).grouped) more" : nil
    }

    /// The file of rejects, or of warnings; `subject` is the column that says whom a row is about.
    func csv(subject: String = "family_ref") -> String {
      var text = ""
      CSVWriter.append(row: ["line", subject, "field", "code", "message", "value"], to: &text)
      for problem in all {
        CSVWriter.append(
          row: [
            "\(problem.line)", problem.familyRef, problem.field, problem.code.rawValue,
            problem.message, problem.value,
          ], to: &text)
      }
      return text
    }
  }
}
