import Domain
package import Services

/// Takes a command line to its command, and whatever happens there to an exit code.
package struct Router {
  private let tree: CommandTree
  private let version: String
  private let clock: Clock
  private let openOffice: OfficeOpener

  package init(
    _ tree: CommandTree, version: String, clock: Clock = .system,
    openOffice: @escaping OfficeOpener
  ) {
    self.tree = tree
    self.version = version
    self.clock = clock
    self.openOffice = openOffice
  }

  /// Runs the words after `kosh`; the answer is the exit code.
  package func run(
    _ words: [String], environment: [String: String], console: Console
  ) -> Int32 {
    if words == ["--version"] {
      console.write("kosh \(version)\n")
      return console.finish(0)
    }
    // Even a line that cannot be parsed is answered in JSON when it asks for that.
    console.isJSON = TypedLine.asks("--json", words)
    do throws(Failure) {
      try route(words, environment, console)
      return console.finish(0)
    } catch {
      console.report(error)
      return console.finish(error.code.kind.exit)
    }
  }

  private func route(
    _ words: [String], _ environment: [String: String], _ console: Console
  ) throws(Failure) {
    let asksHelp = words.first == "help"
    let line = try TypedLine(asksHelp ? words[1...] : words[...], in: tree)
    guard let command = tree.command(at: line.path) else {
      guard line.wantsHelp || line.unread.isEmpty else { throw line.unknownCommand }
      return console.write(Help.text(for: line.path, in: tree))
    }
    if asksHelp || line.wantsHelp {
      return console.write(Help.text(for: line.path, in: tree))
    }
    let values = try values(of: line, for: command)
    let global = try GlobalOptions(values, environment: environment)
    console.progressStyle = global.progress
    let arguments = Arguments(values, for: command, global)
    let day = Clock(today: global.today ?? clock.today, now: clock.now)
    let context = Context(
      global: global, console: console, clock: day, tree: tree, openOffice: openOffice)
    try command.init(arguments).run(in: context)
  }

  /// In a command that is a group too, a mistyped verb may look like an argument too many.
  private func values(
    of line: TypedLine, for command: any Command.Type
  ) throws(Failure) -> [String: [String]] {
    do {
      return try line.values(for: command)
    } catch {
      let takesNothing = command.arguments.isEmpty && !tree.next(after: line.path).isEmpty
      if takesNothing, let word = line.unread.first, !word.hasPrefix("-") {
        throw line.unknownCommand
      }
      throw error
    }
  }
}
