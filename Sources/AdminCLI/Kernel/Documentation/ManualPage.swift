import Domain
import Reports

/// The manual page kosh(1) in mdoc(7).
enum ManualPage {
  static func text(for tree: CommandTree, released: String) -> String {
    var lines = [
      ".Dd \(released)", ".Dt KOSH 1", ".Os", ".Sh NAME", ".Nm kosh",
      ".Nd the registry of returnee families, their places, allowances and permits",
      ".Sh SYNOPSIS", ".Nm", ".Ar NOUN VERB", ".Op Ar ARGUMENTS", ".Op Ar OPTIONS",
      ".Nm", ".Cm help", ".Op Ar NOUN Op Ar VERB", ".Sh DESCRIPTION",
    ]
    lines += sentences(
      """
      Results go to standard output, words and progress to standard error. An error is a line \
      with its code and a sentence, then a hint where there is one. The commands are:
      """)
    for command in tree.commands { lines += section(of: command) }
    lines += [".Ss Options of every command"] + list(GlobalOptions.parameters)
    lines += [".Sh ENVIRONMENT", ".Bl -tag -width Ds"]
    for option in GlobalOptions.parameters {
      guard let name = option.environment else { continue }
      lines += [".It Ev \(name)", "Used where", ".Fl -\(option.name)", "is not given."]
    }
    for variable in GlobalOptions.variables {
      lines += [".It Ev \(variable.name)"] + sentences(variable.meaning)
    }
    lines.append(".El")
    lines += [".Sh EXIT STATUS", ".Bl -tag -width Ds", ".It 0", "Done."]
    for kind in Code.Kind.allCases.sorted(by: { $0.exit < $1.exit }) {
      lines += [".It \(kind.exit)"] + sentences(kind.meaning)
    }
    lines.append(".El")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(of command: any Command.Type) -> [String] {
    var lines = [".Ss \(escaped(command.words))"]
    let usage = DisplayWidth.wrap(Help.usage(of: command), to: 78).map(escaped)
    lines += [".Bd -ragged -offset indent"] + usage + [".Ed", ".Pp"]
    lines += sentences(command.summary)
    for paragraph in Paragraphs.of(command.details) { lines += [".Pp"] + sentences(paragraph) }
    let parameters = command.arguments + command.options
    if !parameters.isEmpty { lines += list(parameters) }
    lines += [".Pp", "Example:", ".Bd -literal -offset indent"]
    lines += command.examples.map(escaped) + [".Ed"]
    return lines
  }

  private static func list(_ parameters: [CommandParameter]) -> [String] {
    var lines = [".Bl -tag -width Ds"]
    for parameter in parameters {
      var item = ".It"
      if let short = parameter.short { item += " Fl \(short) ," }
      if !parameter.isArgument { item += " Fl -\(parameter.name)" }
      if !parameter.isFlag { item += " Ar \(parameter.valueName)" }
      lines += [item] + sentences(sentence(parameter.explanation))
    }
    return lines + [".El"]
  }

  /// A phrase as a sentence, with a capital and a full stop.
  private static func sentence(_ phrase: String) -> String {
    phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
  }

  /// One sentence a line, as mdoc wants its source.
  private static func sentences(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [Substring] = []
    for word in text.split(separator: " ") {
      line.append(word)
      guard let last = word.last, ".!?".contains(last) else { continue }
      lines.append(line.joined(separator: " "))
      line = []
    }
    if !line.isEmpty { lines.append(line.joined(separator: " ")) }
    return lines.flatMap { DisplayWidth.wrap($0, to: 78) }.map(escaped)
  }

  /// Text that the formatter takes for nothing but text.
  private static func escaped(_ text: String) -> String {
    let plain = text.split(separator: "\\", omittingEmptySubsequences: false).joined(
      separator: "\\e")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&\(plain)" : plain
  }
}
