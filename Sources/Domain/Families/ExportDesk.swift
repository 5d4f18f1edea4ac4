/// The desk at which one family's rows of an export are read: gathers persons and problems.
struct ExportDesk {
  /// A person of the export, with the row as it was mended.
  private struct Member {
    var row: ExportRow
    var intake: IntakeRow
    var isApplicant: Bool?
  }

  private let reader: ExportReader
  private var members: [Member] = []
  private var row = ExportRow(line: 0)
  private var reading = ExportReader.Reading()

  init(reader: ExportReader) { self.reader = reader }

  func finish() -> ExportReader.Reading {
    var reading = reading
    reading.rows = members.map(\.intake)
    return reading
  }

  // MARK: Problems

  private func problem(
    _ column: ExportColumn?, _ code: Code, _ message: String, line: Int? = nil
  ) -> IntakeProblem {
    IntakeProblem(
      line: line ?? row.line, familyRef: row[.applicationID], column: column?.rawValue ?? "",
      code: code, message: message, value: column.map { row[$0] } ?? "")
  }

  private mutating func refuse(_ column: ExportColumn, _ code: Code, _ message: String) {
    reading.problems.append(problem(column, code, message))
  }

  private mutating func warn(_ column: ExportColumn?, _ code: Code, _ message: String) {
    reading.warnings.append(problem(column, code, message))
  }

  // MARK: One row

  mutating func take(_ written: ExportRow) {
    row = written
    clean()
    var intake = IntakeRow(line: row.line)
    for column in ExportColumn.allCases {
      if let field = column.field { intake[field] = row[column] }
    }
    intake[.relation] = relation()
    intake[.sex] = sex()
    intake[.birthDate] = birthDate()
    intake[.education] = education()?.rawValue ?? ""
    intake[.citizenship] = reader.country(row[.citizenship])
    intake[.destinationRegion] = ""
    repairIIN(birth: PartialDate(iso: intake[.birthDate]), sex: Sex(rawValue: intake[.sex]))
    intake[.iin] = row[.iin]
    let isApplicant = applicant()
    if !repeats(intake) {
      members.append(Member(row: row, intake: intake, isApplicant: isApplicant))
    }
  }

  /// Takes spaces off both ends; a dash alone is an empty field.
  private mutating func clean() {
    for column in row.filled {
      let text = row[column]
      let plain = text.trimmed
      row[column] = plain.allSatisfy { "-–—".contains($0) } ? "" : plain
      guard column.field != nil, plain != text, !row[column].isEmpty else { continue }
      let repaired = row[column]
      row[column] = text
      warn(column, .intakeRepaired, "“\(text)” is read as “\(repaired)”: spaces at its ends")
      row[column] = repaired
    }
  }

  private mutating func relation() -> String {
    let text = row[.relation]
    if text.isEmpty { return "" }
    if let relation = ExportWords.relation(text) { return relation.rawValue }
    if ExportWords.isOtherKin(text) {
      warn(.relation, .intakeRepaired, "“\(text)” is read as “other”: there is no nearer word")
      return Relation.other.rawValue
    }
    refuse(.relation, .fieldValue, "“\(text)” is none of \(ExportWords.relationWords)")
    return ""
  }

  private mutating func sex() -> String {
    let text = row[.sex]
    if let sex = ExportWords.sex(text) ?? Sex(rawValue: text) { return sex.rawValue }
    if text.isEmpty {
      refuse(.sex, .fieldRequired, "GENDER is required")
    } else {
      refuse(.sex, .fieldValue, "“\(text)” is none of \(ExportWords.sexWords)")
    }
    return ""
  }

  private mutating func education() -> Education? {
    let text = row[.education]
    if text.isEmpty { return nil }
    if let education = ExportWords.education(text) { return education }
    refuse(.education, .fieldValue, "“\(text)” is none of \(ExportWords.educationWords)")
    return nil
  }

  /// `dd.mm.yyyy`, `mm.yyyy`, or as the intake form writes it.
  private mutating func birthDate() -> String {
    let text = row[.birthDate]
    if text.isEmpty || PartialDate(iso: text) != nil { return text }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if (2...3).contains(parts.count), parts[parts.count - 1].utf8.count == 4,
      parts.dropLast().allSatisfy({ $0.utf8.count == 2 })
    {
      let iso = parts.reversed().joined(separator: "-")
      if PartialDate(iso: iso) != nil {
        reading.dottedDates += 1
        if reading.firstDotted == nil {
          reading.firstDotted = problem(.birthDate, .intakeRepaired, iso)
        }
        return iso
      }
    }
    refuse(.birthDate, .dateInvalid, "“\(text)” is not a date of the calendar (dd.mm.yyyy)")
    return ""
  }

  private mutating func applicant() -> Bool? {
    switch row[.applicant] {
    case "1": return true
    case "0": return false
    default:
      refuse(.applicant, .fieldValue, "“\(row[.applicant])” is neither 1 nor 0")
      return nil
    }
  }

  // MARK: IIN

  /// A spreadsheet drops zeros at the start: they are put back where the number then proves
  /// itself and fits the birth date and the sex.
  private mutating func repairIIN(birth: PartialDate?, sex: Sex?) {
    let text = row[.iin]
    guard (1..<12).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return }
    let padded = LocalDate.padded(0, 12 - text.utf8.count) + text
    guard let iin = try? IIN(padded) else {
      refuse(
        .iin, .iinInvalid,
        "“\(text)” has \(text.utf8.count) digits, and with zeros before them its check digit "
          + "does not fit")
      return
    }
    guard let birth, let sex, birth.exact != nil, birth.exact == iin.birthDate, sex == iin.sex
    else {
      refuse(
        .iin, .iinInvalid,
        "“\(text)” has \(text.utf8.count) digits, and “\(padded)” does not fit the birth date "
          + "and the sex")
      return
    }
    warn(.iin, .intakeRepaired, "“\(text)” is read as “\(padded)”: zeros at its start were lost")
    row[.iin] = padded
  }

  // MARK: A person's row again

  /// Whether the row is that of a person who stands in the family already: then it is left out,
  /// but for a higher education.
  private mutating func repeats(_ intake: IntakeRow) -> Bool {
    let identity: [ExportColumn] = [.surname, .firstName, .patronymic, .birthDate]
    guard identity.contains(where: { !row[$0].isEmpty }) else { return false }
    let known = members.firstIndex { member in
      identity.allSatisfy { member.row[$0] == row[$0] }
    }
    guard let known else { return false }
    let earlier = members[known]
    let differing = ExportColumn.allCases.first { !$0.isRecord && earlier.row[$0] != row[$0] }
    if let differing {
      let code: Code =
        earlier.isApplicant == true && row[.applicant] == "1" ? .familyTwoHeads : .fieldValue
      refuse(
        differing, code,
        "the person of line \(earlier.row.line) stands here again, with “\(row[differing])” where "
          + "“\(earlier.row[differing])” stood")
      return true
    }
    merge(intake, into: known)
    return true
  }

  private mutating func merge(_ intake: IntakeRow, into known: Int) {
    let earlier = members[known]
    let isSame = ExportColumn.allCases.allSatisfy { earlier.row[$0] == row[$0] }
    if isSame {
      warn(
        .applicationID, .intakeRepaired,
        "the row is that of line \(earlier.row.line) again, and is left out")
      return
    }
    let levels = [earlier.intake[.education], intake[.education]]
    let highest = Education.allCases.first { levels.contains($0.rawValue) }
    let words = [earlier.row[.education], row[.education]]
      .map { $0.isEmpty ? "-" : $0 }
    let kept = highest.map { level in words[levels.firstIndex(of: level.rawValue) ?? 0] }
    warn(
      .education, .intakeRepaired,
      "the person of line \(earlier.row.line) stands here again for another record: "
        + "of “\(words[0])” and “\(words[1])”, “\(kept ?? "-")” is kept")
    members[known].intake[.education] = highest?.rawValue ?? ""
    members[known].row[.education] = kept ?? ""
  }

  // MARK: The family

  /// The applicant is the head; what contradicts it is refused, for either may be the mistake.
  mutating func settleHead() {
    guard !members.isEmpty, members.allSatisfy({ $0.isApplicant != nil }) else { return }
    let heads = members.indices.filter { members[$0].isApplicant == true }
    let called = members.indices.filter {
      members[$0].intake[.relation] == Relation.head.rawValue
    }
    guard let head = heads.first else {
      row = members[called.first ?? 0].row
      let word = called.isEmpty ? "" : ", though RELATION_DEGREE says “\(row[.relation])”"
      refuse(.applicant, .familyNoHead, "no row of the family has APPLICANT 1\(word)")
      return
    }
    for other in heads.dropFirst() {
      row = members[other].row
      refuse(
        .applicant, .familyTwoHeads,
        "APPLICANT is 1 here and on line \(members[head].row.line), of another person")
    }
    guard heads.count == 1 else { return }
    for index in members.indices {
      row = members[index].row
      let isCalled = members[index].intake[.relation] == Relation.head.rawValue
      if index == head, !isCalled, !row[.relation].isEmpty {
        refuse(
          .relation, .fieldValue,
          "RELATION_DEGREE is “\(row[.relation])” where APPLICANT is 1: they contradict each other")
      } else if index != head, isCalled {
        refuse(
          .relation, .familyTwoHeads,
          "RELATION_DEGREE is “\(row[.relation])” where APPLICANT is 0, and line "
            + "\(members[head].row.line) is the applicant")
      }
    }
    members[head].intake[.relation] = Relation.head.rawValue
    settleRegion(head)
  }

  private mutating func settleRegion(_ head: Int) {
    let written = members[head].row[.region]
    var code = written
    if !written.isEmpty, let region = reader.region(named: written) {
      code = region.code
      // The territory of a region that is gone may lie in several now.
      if !region.period.contains(reader.today) {
        row = members[head].row
        let heirs = region.successors.joined(separator: " and ")
        refuse(
          .region, .regionUnknown,
          "“\(written)” is no region on \(reader.today): its territory went to \(heirs)")
      }
    }
    members[head].intake[.destinationRegion] = code
    for member in members where !member.row[.region].isEmpty && member.row[.region] != written {
      row = member.row
      warn(
        .region, .fieldValue,
        "the region is read from the head's row only, which says “\(written)”")
    }
  }
}
