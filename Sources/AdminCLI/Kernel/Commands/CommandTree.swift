import Domain

/// Every command by its words, and what may follow which word.
package struct CommandTree: Sendable {
  /// In the order in which they were listed, which is the order of help and of the reference.
  package let commands: [any Command.Type]
  /// A sentence for each first word that is not a command itself.
  package let topics: [String: String]

  package init(_ commands: [any Command.Type], topics: [String: String] = [:]) {
    self.commands = commands
    self.topics = topics
  }

  func command(at path: [String]) -> (any Command.Type)? {
    commands.first { $0.path == path }
  }

  /// The commands under these words, without the command of these very words.
  func commands(under path: [String]) -> [any Command.Type] {
    commands.filter { $0.path.count > path.count && $0.path.starts(with: path) }
  }

  /// The words that may come next, each once.
  func next(after path: [String]) -> [String] {
    var words: [String] = []
    for command in commands(under: path) {
      let word = command.path[path.count]
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// The groups and commands in which a shell may stand: every beginning of every command.
  var paths: [[String]] {
    var paths: [[String]] = [[]]
    for command in commands {
      for length in 1...command.path.count {
        let path = Array(command.path.prefix(length))
        if !paths.contains(path) { paths.append(path) }
      }
    }
    return paths
  }

  /// One line about these words: the command's summary, the topic, or the verbs there are.
  func summary(of path: [String]) -> String {
    if let command = command(at: path) { return command.summary }
    if let topic = topics[path.joined(separator: " ")] { return topic }
    return next(after: path).joined(separator: ", ")
  }
}

extension CommandTree {
  /// What is wrong with the declarations, in sentences; a test keeps this empty.
  package var defects: [String] {
    var defects: [String] = []
    var seen: Set<String> = ["help"]
    for command in commands {
      let words = command.words
      if !seen.insert(words).inserted { defects.append("“\(words)” is declared twice") }
      if !command.summary.hasSuffix(".") { defects.append("“\(words)” has no summary sentence") }
      if command.examples.isEmpty { defects.append("“\(words)” has no example") }
      defects += Self.parameterDefects(of: command) + exampleDefects(of: command)
    }
    return defects
  }

  private static func parameterDefects(of command: any Command.Type) -> [String] {
    var defects: [String] = []
    var seen: Set<String> = []
    for parameter in command.parameters + GlobalOptions.parameters {
      var names = [parameter.shown]
      if let short = parameter.short { names.append("-\(short)") }
      for name in names where !seen.insert(name).inserted {
        defects.append("“\(command.words)” declares \(name) twice")
      }
      if parameter.help.isEmpty {
        defects.append("“\(command.words)” does not explain \(names[0])")
      }
      if let value = parameter.defaultValue, !parameter.choices.isEmpty,
        !parameter.choices.contains(value)
      {
        defects.append("“\(command.words)”: the default of \(names[0]) is none of its choices")
      }
    }
    let arguments = command.arguments
    for (index, argument) in arguments.enumerated() where index + 1 < arguments.count {
      if argument.isRepeated || (!argument.isRequired && arguments[index + 1].isRequired) {
        defects.append("“\(command.words)”: nothing may follow \(argument.shown)")
      }
    }
    return defects
  }

  /// An example that the parser or the command refuses would teach a mistake.
  private func exampleDefects(of command: any Command.Type) -> [String] {
    command.examples.compactMap { example -> String? in
      guard let words = ShellWords.split(example) else { return "an open quote: \(example)" }
      guard words.first == "kosh" else { return "an example does not start with kosh: \(example)" }
      do throws(Failure) {
        let line = try TypedLine(words.dropFirst(), in: self)
        guard line.path == command.path else { return "an example of another command: \(example)" }
        guard !line.wantsHelp else { return nil }
        let values = try line.values(for: command)
        let global = try GlobalOptions(values, environment: [:])
        _ = try command.init(Arguments(values, for: command, global))
        return nil
      } catch {
        return "\(example): \(error.detail)"
      }
    }
  }
}
