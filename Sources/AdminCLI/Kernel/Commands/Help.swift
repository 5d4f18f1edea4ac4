import Reports

/// Help at every level, from the same declarations that the parser reads.
enum Help {
  private static let width = 88

  static func usage(of command: any Command.Type) -> String {
    let options = command.options
    let parts =
      ["kosh \(command.words)"] + command.arguments.map(\.usage)
      + options.filter(\.isRequired).map(\.usage) + options.filter { !$0.isRequired }.map(\.usage)
    return parts.joined(separator: " ")
  }

  /// Help on the command or group that these words name.
  static func text(for path: [String], in tree: CommandTree) -> String {
    guard let command = tree.command(at: path) else { return group(path, in: tree) }
    var blocks = ["kosh \(command.words): \(command.summary)"]
    blocks.append(hanging("Usage: ", usage(of: command)))
    if !command.details.isEmpty { blocks.append(wrapped(command.details)) }
    blocks.append(table("Arguments", command.arguments.map { ($0.typed, $0.explanation) }))
    blocks.append(table("Options", command.options.map { (typed($0), $0.explanation) }))
    let below = tree.next(after: path)
    blocks.append(table("Commands", below.map { ($0, tree.summary(of: path + [$0])) }))
    let global = GlobalOptions.parameters.map { (typed($0), $0.explanation) }
    blocks.append(table("Options of every command", global))
    blocks.append(examples(command.examples))
    return join(blocks)
  }

  private static func group(_ path: [String], in tree: CommandTree) -> String {
    let words = (["kosh"] + path).joined(separator: " ")
    let next = tree.next(after: path)
    let summary = path.isEmpty ? title : tree.summary(of: path)
    let first = tree.commands(under: path).first
    var blocks = ["\(words): \(summary)", "Usage: \(words) COMMAND [ARGUMENTS] [OPTIONS]"]
    blocks.append(table("Commands", next.map { ($0, tree.summary(of: path + [$0])) }))
    blocks.append(examples(Array(first?.examples.prefix(1) ?? [])))
    blocks.append("`\(words) COMMAND --help` tells more of a command.")
    return join(blocks)
  }

  /// What Kosh is, in one sentence.
  static let title = "the registry of returnee families, their places, allowances and permits."

  private static func typed(_ parameter: CommandParameter) -> String {
    parameter.short.map { "-\($0), \(parameter.typed)" } ?? parameter.typed
  }

  private static func examples(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    let heading = lines.count == 1 ? "Example:" : "Examples:"
    return ([heading] + lines.map { "  \($0)" }).joined(separator: "\n")
  }

  private static func table(_ heading: String, _ rows: [(name: String, text: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let column = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    var lines = ["\(heading):"]
    for row in rows {
      let name = "  \(DisplayWidth.pad(row.name, to: column))  "
      lines.append(hanging(name, row.text))
    }
    return lines.joined(separator: "\n")
  }

  /// The text after `start`, its further lines under its first word.
  private static func hanging(_ start: String, _ text: String) -> String {
    let indent = DisplayWidth.of(start)
    let lines = DisplayWidth.wrap(text, to: width - indent)
    let margin = "\n" + String(repeating: " ", count: indent)
    return start + lines.joined(separator: margin)
  }

  private static func wrapped(_ details: String) -> String {
    let paragraphs = Paragraphs.of(details)
    return paragraphs.map { DisplayWidth.wrap($0, to: width).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private static func join(_ blocks: [String]) -> String {
    blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

/// Texts of several paragraphs, parted by empty lines in the source.
enum Paragraphs {
  static func of(_ text: String) -> [String] {
    var paragraphs = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        paragraphs.append("")
      } else {
        let last = paragraphs.count - 1
        paragraphs[last] += paragraphs[last].isEmpty ? String(line) : " \(line)"
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }
}
