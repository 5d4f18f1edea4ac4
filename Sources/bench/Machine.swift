internal import Domain
internal import Glibc

/// The machine and its clock.
enum Machine {
  /// The processor and how many of it there are.
  static let name: String = {
    let model = lines(of: "/proc/cpuinfo").first { $0.hasPrefix("model name") }
    let words = model?.split(separator: ":").last?.split(separator: " ").joined(separator: " ")
    return "\(words ?? "unknown processor"), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores"
  }()

  /// Today in UTC.
  static let date = now.day.description

  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Seconds of a clock that never goes back.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Seconds that this thread has had of a processor: what others take does not count.
  static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// How long `body` takes.
  static func time<Result>(_ body: () throws(Failure) -> Result) throws(Failure)
    -> (seconds: Double, result: Result)
  {
    let start = seconds
    let result = try body()
    return (seconds - start, result)
  }

  /// How long each of many takes.
  static func times<Things: Sequence>(
    of things: Things, _ body: (Things.Element) throws(Failure) -> Void
  ) throws(Failure) -> [Double] {
    var times: [Double] = []
    for thing in things {
      let start = seconds
      try body(thing)
      times.append(seconds - start)
    }
    return times
  }

  /// The most memory this process has held.
  static var peakMebibytes: Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return Int(usage.ru_maxrss) / 1024
  }

  private static func lines(of path: String) -> [Substring] {
    let bytes = (try? TemporaryFile.read(path)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
