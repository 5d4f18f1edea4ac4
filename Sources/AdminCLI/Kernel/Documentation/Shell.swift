/// What the three completion scripts have in common.
enum Shell {
  /// The text in single quotes.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// `--region --format -o`, for a list of words.
  static func names(of options: [CommandParameter]) -> String {
    options.flatMap(spellings).joined(separator: " ")
  }

  static func spellings(of option: CommandParameter) -> [String] {
    ["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? [])
  }

  /// The words that a value may be, or FILE; nil where a shell cannot know.
  static func values(of parameter: CommandParameter) -> String? {
    if !parameter.choices.isEmpty { return parameter.choices.joined(separator: " ") }
    return parameter.takesFile ? "FILE" : nil
  }

  /// Patterns such as `'family/import'`: the place where a shell stands, and the word that leads on.
  static func steps(of tree: CommandTree) -> [String] {
    tree.paths.filter { !$0.isEmpty }
      .map { quoted("\($0.dropLast().joined(separator: " "))/\($0.last ?? "")") }
  }
}
