import Domain

/// A command line cut in two: the words that name a command, and the rest.
///
/// Options of every command may stand before and between the words: `kosh --json family show`.
struct TypedLine {
  /// The words of the longest command or group that the line names.
  let path: [String]
  /// What is left for the command to read.
  let rest: [String]
  /// What stands behind the words and the options between them.
  let unread: ArraySlice<String>
  private let tree: CommandTree

  init(_ words: some Sequence<String>, in tree: CommandTree) throws(Failure) {
    let words = Array(words)
    var path: [String] = []
    var rest: [String] = []
    var index = 0
    scan: while index < words.count {
      let word = words[index]
      if let option = Self.globalOption(word) {
        rest.append(word)
        index += 1
        if !option.isFlag, !word.contains("="), index < words.count {
          rest.append(words[index])
          index += 1
        }
      } else if tree.next(after: path).contains(word) {
        path.append(word)
        index += 1
      } else {
        break scan
      }
    }
    self.path = path
    self.rest = rest + words[index...]
    unread = words[index...]
    self.tree = tree
  }

  /// Whether help is asked for, which is granted however wrong the rest of the line is.
  var wantsHelp: Bool { Self.asks("--help", rest) || Self.asks("-h", rest) }

  /// Whether `option` stands among these words, before a `--` that ends the options.
  static func asks(_ option: String, _ words: [String]) -> Bool {
    words.prefix { $0 != "--" }.contains(option)
  }

  private static func globalOption(_ word: String) -> CommandParameter? {
    guard word.hasPrefix("-"), word != "-", word != "--" else { return nil }
    let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
    return GlobalOptions.parameters.first { parameter in
      if word.hasPrefix("--") { return parameter.name == name }
      return parameter.short.map(String.init) == String(name)
    }
  }

  /// The values that the line gives to the command's parameters and to those of every command.
  func values(for command: any Command.Type) throws(Failure) -> [String: [String]] {
    var parser = ParameterParser(command)
    return try parser.parse(rest)
  }

  /// Why the words name no command.
  var unknownCommand: Failure {
    let known = path.joined(separator: " ")
    let group = path.isEmpty ? "kosh" : "kosh \(known)"
    let word = unread.first ?? ""
    guard !word.hasPrefix("-") else {
      return Failure(
        .usage, "unknown option \(word)", hint: "`\(group) --help` lists what there is")
    }
    let nearest = NearestName.to(word, in: tree.next(after: path))
    let hint = nearest.map { "did you mean `\(group) \($0)`?" }
    return Failure(
      .usage, "“\(group) \(word)” is not a command",
      hint: hint ?? "`\(group) --help` lists what there is")
  }
}
