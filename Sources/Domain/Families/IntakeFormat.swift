/// The shapes in which families come in files.
package enum IntakeFormat: String, Hashable, Sendable, CaseIterable {
  /// The intake form: one row a person, named columns.
  case intake
  /// The export of the state's own register of kandas, as spreadsheets carry it.
  case officeExport = "office-export"
}
