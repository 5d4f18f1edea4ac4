package import Domain

/// What stands in a folder of reports that were made from one vantage, in one language.
package struct ReportPack: Sendable {
  /// The reports are as of this day: states on it, and periods up to the day before.
  package let vantage: Vantage
  package let language: Language
  package private(set) var entries: [Entry] = []
  /// What would be in the folder, and is not.
  package private(set) var absences: [Absence] = []

  package init(from vantage: Vantage, in language: Language) {
    self.vantage = vantage
    self.language = language
  }

  package mutating func add(_ entry: Entry) { entries.append(entry) }
  package mutating func add(_ absence: Absence) { absences.append(absence) }

  package var files: [File] { entries.flatMap(\.files) }
}

extension ReportPack {
  /// One report, and the files that hold it.
  package struct Entry: Sendable {
    /// What its files are named after.
    package let name: String
    package let title: LocalizedText
    package let from: LocalDate?
    package let to: LocalDate?
    package let on: LocalDate?
    package let origin: Report.Origin?
    package var files: [File] = []

    package init(_ name: String, _ report: Report) {
      self.name = name
      title = report.title
      from = report.day("from")
      to = report.day("to")
      on = report.day("on")
      origin = report.origin
    }
  }

  package struct File: Sendable {
    package let format: ReportFormat
    package let name: String
    /// SHA-256 in hexadecimal.
    package let digest: String

    package init(_ format: ReportFormat, _ name: String, digest: String) {
      self.format = format
      self.name = name
      self.digest = digest
    }
  }

  /// A report that was not made.
  package struct Absence: Sendable {
    package enum Reason: String, Sendable {
      /// Whoever made the pack may not see it.
      case forbidden
      /// No order gives what it would tell of.
      case unknown
    }

    package let name: String
    package let reason: Reason

    package init(_ name: String, _ reason: Reason) {
      self.name = name
      self.reason = reason
    }
  }
}

extension ReportPack.Absence.Reason {
  package var text: LocalizedText {
    switch self {
    case .forbidden: .message("pack.text.forbidden")
    case .unknown:
      .message("pack.text.unknown")
    }
  }
}

extension ReportFormat {
  /// What the name of a file of this form ends with.
  package var ending: String { self == .text ? "txt" : rawValue }
}
