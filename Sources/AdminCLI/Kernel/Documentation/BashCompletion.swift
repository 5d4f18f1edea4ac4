/// Completion for bash: tables of words in shell functions, and one function that looks them up.
enum BashCompletion {
  static func script(for tree: CommandTree) -> String {
    """
    # Completion of kosh for bash; written by `kosh completions bash`.
    _kosh_words() {
      case "$1" in
    \(words(tree))
      esac
    }

    _kosh_options() {
      case "$1" in
    \(options(tree))
      esac
      echo '\(Shell.names(of: GlobalOptions.parameters))'
    }

    # What may stand after an option, or as an argument: words, or FILE.
    _kosh_values() {
      case "$1 $2" in
    \(values(tree))
      esac
    }

    _kosh() {
      local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"
      local at='' word i values=''
      COMPREPLY=()
      [[ $cur == '=' ]] && cur=''
      [[ $prev == '=' ]] && prev="${COMP_WORDS[COMP_CWORD-2]}"
      for ((i = 1; i < COMP_CWORD; i++)); do
        word="${COMP_WORDS[i]}"
        [[ " $(_kosh_words "$at") " == *" $word "* ]] && at="${at:+$at }$word"
      done
      [[ $prev == -* ]] && values="$(_kosh_values "$at" "$prev")"
      if [[ -z $values && $cur == -* ]]; then
        values="$(_kosh_options "$at")"
      elif [[ -z $values ]]; then
        values="$(_kosh_words "$at") $(_kosh_values "$at" ARGUMENT)"
      fi
      for word in $values; do
        if [[ $word == FILE ]]; then
          compopt -o filenames 2>/dev/null
          COMPREPLY+=($(compgen -f -- "$cur"))
        elif [[ $word == "$cur"* ]]; then
          COMPREPLY+=("$word")
        fi
      done
    }

    complete -F _kosh kosh

    """
  }

  private static func words(_ tree: CommandTree) -> String {
    tree.paths.compactMap { path -> String? in
      let next = tree.next(after: path) + (path.isEmpty ? ["help"] : [])
      guard !next.isEmpty else { return nil }
      return entry(path.joined(separator: " "), next.joined(separator: " "))
    }.joined(separator: "\n")
  }

  private static func options(_ tree: CommandTree) -> String {
    tree.commands.filter { !$0.options.isEmpty }
      .map { entry($0.words, Shell.names(of: $0.options)) }.joined(separator: "\n")
  }

  private static func values(_ tree: CommandTree) -> String {
    var lines: [String] = []
    for command in tree.commands {
      for option in command.options {
        guard let values = Shell.values(of: option) else { continue }
        for name in Shell.spellings(of: option) {
          lines.append(entry("\(command.words) \(name)", values))
        }
      }
      let arguments = command.arguments.compactMap(Shell.values).joined(separator: " ")
      if !arguments.isEmpty { lines.append(entry("\(command.words) ARGUMENT", arguments)) }
    }
    for option in GlobalOptions.parameters {
      guard let values = Shell.values(of: option) else { continue }
      lines.append("    *\" --\(option.name)\") echo \(Shell.quoted(values)) ;;")
    }
    return lines.joined(separator: "\n")
  }

  private static func entry(_ key: String, _ words: String) -> String {
    "    \(Shell.quoted(key))) echo \(Shell.quoted(words)) ;;"
  }
}
