import Domain

/// The reference of the command line in Markdown.
enum ReferencePage {
  static func text(for tree: CommandTree) -> String {
    var text = """
      # Command line

      This page is written by `kosh docs cli` from the declarations of the commands.

      Results go to standard output, words and progress to standard error. An error is
      `error: <code>: <sentence>`, then `hint:` and `citation:` where there are any; with `--json` the
      answer is `{"error":{"code":…,"message":…,"hint":…,"citation":…}}`. The codes are explained in
      [problems.md](problems.md).

      ## Exit codes

      | code | meaning |
      | --- | --- |
      | 0 | Done. |

      """
    for kind in Code.Kind.allCases.sorted(by: { $0.exit < $1.exit }) {
      text += "| \(kind.exit) | \(kind.meaning) |\n"
    }
    text += "\n## Options of every command\n\n\(list(GlobalOptions.parameters))"
    text += "\n## Environment\n\n"
    for option in GlobalOptions.parameters {
      guard let name = option.environment else { continue }
      text += "- `\(name)`: used where `--\(option.name)` is not given.\n"
    }
    for variable in GlobalOptions.variables {
      text += "- `\(variable.name)`: \(variable.meaning)\n"
    }
    var topic = ""
    for command in tree.commands {
      let first = command.path[0]
      if first != topic {
        topic = first
        text += "\n## \(first)\n"
        if let about = tree.topics[first] { text += "\n\(about)\n" }
      }
      text += section(of: command)
    }
    return text
  }

  private static func section(of command: any Command.Type) -> String {
    var text = "\n### kosh \(command.words)\n\n\(command.summary)\n\n"
    text += "```\n\(Help.usage(of: command))\n```\n\n"
    for paragraph in Paragraphs.of(command.details) { text += "\(paragraph)\n\n" }
    let parameters = command.arguments + command.options
    if !parameters.isEmpty { text += list(parameters) + "\n" }
    let noun = command.examples.count == 1 ? "Example" : "Examples"
    return text + "\(noun):\n\n```\n\(command.examples.joined(separator: "\n"))\n```\n"
  }

  private static func list(_ parameters: [CommandParameter]) -> String {
    parameters.map { parameter in
      let short = parameter.short.map { "`-\($0)`, " } ?? ""
      return "- \(short)`\(parameter.typed)`: \(parameter.explanation)\n"
    }.joined()
  }
}
