/// Completion for fish: one line for each word that may come.
enum FishCompletion {
  static func script(for tree: CommandTree) -> String {
    var lines = [
      """
      # Completion of kosh for fish; written by `kosh completions fish`.
      function __kosh_at
        set -l at ''
        for word in (commandline -opc)[2..-1]
          switch "$at/$word"
            case \(Shell.steps(of: tree).joined(separator: " "))
              set at (string trim "$at $word")
          end
        end
        test "$at" = "$argv[1]"
      end

      complete -c kosh -f
      """
    ]
    for path in tree.paths {
      let at = condition(path)
      for word in tree.next(after: path) {
        let summary = Shell.quoted(tree.summary(of: path + [word]))
        lines.append("complete -c kosh -n \(at) -a \(word) -d \(summary)")
      }
      guard let command = tree.command(at: path) else { continue }
      lines += command.options.map { line(for: $0, at: "-n \(at) ") }
      lines += command.arguments.compactMap { argument(for: $0, at) }
    }
    lines += GlobalOptions.parameters.map { line(for: $0, at: "") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func condition(_ path: [String]) -> String {
    "'__kosh_at \"\(path.joined(separator: " "))\"'"
  }

  private static func argument(for parameter: CommandParameter, _ at: String) -> String? {
    if parameter.takesFile { return "complete -c kosh -n \(at) -F" }
    guard !parameter.choices.isEmpty else { return nil }
    let words = Shell.quoted(parameter.choices.joined(separator: " "))
    return "complete -c kosh -n \(at) -a \(words)"
  }

  private static func line(for option: CommandParameter, at condition: String) -> String {
    var line = "complete -c kosh \(condition)-l \(option.name)"
    if let short = option.short { line += " -s \(short)" }
    if option.takesFile {
      line += " -r -F"
    } else if !option.isFlag {
      line += " -x"
    }
    if !option.choices.isEmpty {
      line += " -a \(Shell.quoted(option.choices.joined(separator: " ")))"
    }
    return line + " -d \(Shell.quoted(option.help))"
  }
}
