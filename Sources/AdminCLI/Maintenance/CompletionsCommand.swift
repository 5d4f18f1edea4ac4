import Domain
import Reports

/// `kosh completions`: the scripts with which shells complete what is typed.
struct CompletionsCommand: Command {
  static let words = "completions"
  static let summary = "Write the completion script of a shell."
  static let details = """
    For bash, source the script or save it as
    ~/.local/share/bash-completion/completions/kosh; for zsh, save it as _kosh in a folder of
    $fpath; for fish, save it as ~/.config/fish/completions/kosh.fish.
    """
  static let examples = ["kosh completions bash > kosh.bash", "kosh completions fish"]
  static let parameters: [CommandParameter] = [
    .argument("shell", "the shell", choices: Shell.allCases.map(\.rawValue))
  ]

  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  private let shell: Shell

  init(_ arguments: Arguments) throws(Failure) {
    shell = try arguments.choice("shell", Shell.self) ?? .bash
  }

  func run(in context: Context) throws(Failure) {
    let script =
      switch shell {
      case .bash: BashCompletion.script(for: context.tree)
      case .zsh: ZshCompletion.script(for: context.tree)
      case .fish: FishCompletion.script(for: context.tree)
      }
    context.console.answer(["shell": .string(shell.rawValue), "script": .string(script)], script)
  }
}
