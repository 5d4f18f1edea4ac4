internal import FoundationEssentials
internal import Glibc

/// Another program that reads back what Kosh wrote, as `make test` installs it.
package enum Tool {
  package struct Failed: Error, CustomStringConvertible {
    package let description: String
  }

  /// What the program writes on its standard output.
  package static func output(_ program: String, _ arguments: [String]) throws -> String {
    let line = ([program] + arguments).map(quoted).joined(separator: " ")
    guard let pipe = popen(line, "re") else { throw Failed(description: "\(program): no pipe") }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&piece, 1, piece.count, pipe)
      if count == 0 { break }
      bytes += piece[..<count]
    }
    let status = pclose(pipe)
    guard status == 0 else {
      throw Failed(description: "\(line) ended with \(status); `make test` installs what it needs")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// A workbook as another reader of the format sees it, beside the CSV of the same report.
package enum Workbooks {
  /// The system's own, which has the packages that the system installed.
  private static let python =
    access("/usr/bin/python3", X_OK) == 0 ? "/usr/bin/python3" : "python3"

  /// One JSON value for each pair of files; see the script for its members.
  package static func read(_ pairs: [(xlsx: String, csv: String)]) throws -> [JSON] {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let script = here.appending(path: "reread.py").path()
    let files = pairs.flatMap { [$0.xlsx, $0.csv] }
    let lines = try Tool.output(python, [script] + files).split(separator: "\n")
    return try lines.map { try JSON(String($0)) }
  }
}
