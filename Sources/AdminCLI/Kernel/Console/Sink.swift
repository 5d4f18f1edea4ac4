import Glibc

/// Where bytes go: a descriptor in the program, an array in tests.
package struct Sink {
  package var isTerminal: Bool
  /// Columns of the terminal; 80 where there is none.
  package var width: Int
  /// Writes every byte; the answer is 0 or the `errno` that stopped it.
  package var write: ([UInt8]) -> Int32

  package init(isTerminal: Bool, width: Int = 80, write: @escaping ([UInt8]) -> Int32) {
    self.isTerminal = isTerminal
    self.width = width
    self.write = write
  }

  /// Standard output, standard error, or another open file.
  package static func descriptor(_ descriptor: Int32) -> Sink {
    let isTerminal = isatty(descriptor) == 1
    let width = isTerminal ? columns(of: descriptor) : 80
    return Sink(isTerminal: isTerminal, width: width) { bytes in
      FileDescriptor.write(bytes, to: descriptor)
    }
  }

  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// The two loops that every use of a descriptor needs.
enum FileDescriptor {
  /// Writes every byte, however often the system takes only some; 0 or `errno`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer -> Int32 in
      var offset = 0
      while offset < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written >= 0 {
          offset += written
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Reads to the end into `bytes`; 0 or `errno`.
  static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Int32 {
    let size = 1 << 18
    var chunk = [UInt8](repeating: 0, count: size)
    while true {
      let count = Glibc.read(descriptor, &chunk, size)
      if count == 0 { return 0 }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if errno != EINTR {
        return errno
      }
    }
  }

  /// The system's sentence for an `errno`, with a small first letter.
  static func reason(_ code: Int32) -> String {
    guard let text = strerror(code) else { return "error \(code)" }
    let reason = String(cString: text)
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }
}
