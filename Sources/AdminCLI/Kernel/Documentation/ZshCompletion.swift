/// Completion for zsh, with a description beside every word.
enum ZshCompletion {
  static func script(for tree: CommandTree) -> String {
    """
    #compdef kosh
    # Completion of kosh for zsh; written by `kosh completions zsh`.
    _kosh() {
      local at='' word previous=$words[CURRENT-1]
      local -a next options values
      local -i i files=0
      for ((i = 2; i < CURRENT; i++)); do
        word=$words[i]
        case "$at/$word" in
          \(Shell.steps(of: tree).joined(separator: "|"))) at="${at:+$at }$word" ;;
        esac
      done
      options=(
    \(described(GlobalOptions.parameters, indent: 4))
      )
      case "$at" in
    \(places(tree))
      esac
      case "$at $previous" in
    \(values(tree))
      esac
      if [[ $words[CURRENT] == -* ]]; then
        _describe -o option options
      else
        (( $#next )) && _describe command next
        (( $#values )) && compadd -a values
        (( files )) && _files
      fi
    }

    if [[ $funcstack[1] == _kosh ]]; then
      _kosh "$@"
    else
      compdef _kosh kosh
    fi

    """
  }

  private static func places(_ tree: CommandTree) -> String {
    tree.paths.map { path in
      let words = path.joined(separator: " ")
      var lines = ["    \(Shell.quoted(words)))"]
      let next = tree.next(after: path)
      if !next.isEmpty {
        let rows = next.map { "        " + entry($0, tree.summary(of: path + [$0])) }
        lines += ["      next=("] + rows + ["      )"]
      }
      if let command = tree.command(at: path) { lines += inside(command) }
      return lines.joined(separator: "\n") + "\n      ;;"
    }.joined(separator: "\n")
  }

  private static func inside(_ command: any Command.Type) -> [String] {
    var lines: [String] = []
    if !command.options.isEmpty {
      lines += ["      options+=(", described(command.options, indent: 8), "      )"]
    }
    let values = command.arguments.flatMap(\.choices)
    if !values.isEmpty { lines.append("      values=(\(values.joined(separator: " ")))") }
    if command.arguments.contains(where: \.takesFile) { lines.append("      files=1") }
    return lines
  }

  private static func values(_ tree: CommandTree) -> String {
    var lines: [String] = []
    for command in tree.commands {
      for option in command.options {
        for name in Shell.spellings(of: option) {
          guard let action = action(of: option) else { continue }
          lines.append("    \(Shell.quoted("\(command.words) \(name)"))) \(action); return ;;")
        }
      }
    }
    for option in GlobalOptions.parameters {
      guard let action = action(of: option) else { continue }
      lines.append("    *' --\(option.name)') \(action); return ;;")
    }
    return lines.joined(separator: "\n")
  }

  private static func action(of option: CommandParameter) -> String? {
    if !option.choices.isEmpty { return "compadd \(option.choices.joined(separator: " "))" }
    return option.takesFile ? "_files" : nil
  }

  private static func described(_ options: [CommandParameter], indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return options.flatMap { option in
      Shell.spellings(of: option).map { margin + entry($0, option.help) }
    }.joined(separator: "\n")
  }

  private static func entry(_ word: String, _ description: String) -> String {
    Shell.quoted("\(word):\(description)")
  }
}
