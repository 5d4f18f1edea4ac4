internal import Domain
internal import Glibc

/// Other programs, run beside Kosh.
enum Program {
  /// What a program took.
  struct Spent {
    /// From its start to its end.
    var seconds: Double
    /// Of the processor, in all its threads, with what the system did for it.
    var processorSeconds: Double
    /// The most memory that it held; never less than what this process holds, which starts it.
    var peakMebibytes: Int
  }

  /// Runs a program to its end; gives the seconds that it took from its start.
  @discardableResult
  static func run(_ words: [String], input: String? = nil, output: String? = nil)
    throws(Failure) -> Double
  {
    try spend(words, input: input, output: output).seconds
  }

  /// Runs a program to its end.
  ///
  /// It reads the file `input` and writes to the file `output`, or reads and writes nothing.
  static func spend(_ words: [String], input: String? = nil, output: String? = nil)
    throws(Failure) -> Spent
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output ?? "/dev/null", flags, 0o600)
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    var arguments = words.map { strdup($0) } + [nil]
    var variables = [strdup("PATH=\(path)"), nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let start = Machine.seconds
    guard posix_spawnp(&process, words[0], &actions, nil, &arguments, &variables) == 0 else {
      throw Failure(.fault, "\(words[0]) cannot be started: it is not installed here")
    }
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(.fault, "\(words[0]) was lost") }
    }
    let seconds = Machine.seconds - start
    guard status == 0 else {
      throw Failure(.fault, "“\(words.joined(separator: " "))” ended with \(status)")
    }
    return Spent(
      seconds: seconds, processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
      peakMebibytes: Int(usage.ru_maxrss) / 1024)
  }

  /// The file of this program.
  static var own: String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    return String(decoding: path.prefix(max(0, count)).map(UInt8.init), as: UTF8.self)
  }

  /// The kosh that was built beside this program; nil where there is none.
  static var kosh: String? {
    let kosh =
      own.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/kosh"
    return access(kosh, X_OK) == 0 ? kosh : nil
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
