import Domain

extension ReportPack {
  /// The index for programs: what was made, from where it was seen, and the digests.
  package var json: JSONValue {
    [
      "on": .date(vantage.today), "known_at": "\(vantage.knownAt)",
      "language": .string(language.rawValue),
      "reports": .array(entries.map(value)),
      "left_out": .array(
        absences.map { ["name": .string($0.name), "reason": .string($0.reason.rawValue)] }),
    ]
  }

  private func value(of entry: Entry) -> JSONValue {
    [
      "name": .string(entry.name), "title": .string(entry.title[language]),
      "words": .optional(entry.origin?.words), "from": .optional(entry.from?.description),
      "to": .optional(entry.to?.description), "on": .optional(entry.on?.description),
      "rows": .count(entry.origin?.rows ?? 0), "digest": .optional(entry.origin?.digest),
      "files": .array(entry.files.map(Self.value)),
    ]
  }

  private static func value(of file: File) -> JSONValue {
    [
      "format": .string(file.format.rawValue), "file": .string(file.name),
      "sha256": .string(file.digest),
    ]
  }

  /// What `sha256sum -c` reads.
  package static func checksums(of files: [File]) -> String {
    files.map { "\($0.digest)  \($0.name)\n" }.joined()
  }
}
