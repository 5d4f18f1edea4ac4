internal import COpenSSL

/// A SHA-256 digest in the making, by OpenSSL.
package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  package init() {
    // OpenSSL answers nil only when memory has run out.
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { preconditionFailure("OpenSSL gave no SHA-256 context") }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
  }

  /// The 32 bytes; the digest starts anew after it.
  package mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    digest.withUnsafeMutableBufferPointer {
      _ = EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    return digest
  }

  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }
}

extension [UInt8] {
  /// Lower-case hexadecimal, two digits a byte.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that ``hexadecimal`` writes; nil for a text that it never writes.
  package init?(hexadecimal text: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in text.utf8 {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      if let half = high { bytes.append(half << 4 | value) }
      high = high == nil ? value : nil
    }
    guard high == nil else { return nil }
    self = bytes
  }
}
