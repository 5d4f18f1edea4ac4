internal import COpenSSL

/// Signatures of RFC 8032 (pure Ed25519, no context), by OpenSSL.
///
/// Keys are PEM text: PKCS#8 for the private key, without a passphrase, and
/// SubjectPublicKeyInfo for the public one. The signature is over the bytes as they are.
package enum Ed25519 {
  /// The bytes of a signature.
  package static let signatureLength = 64

  /// A private key, and the public key that verifies what it signs.
  package struct KeyPair: Hashable, Sendable {
    package let privatePEM: String
    package let publicPEM: String
  }

  /// A new pair from OpenSSL's own randomness; nil where the machine gives none.
  package static func makeKeyPair() -> KeyPair? {
    defer { ERR_clear_error() }
    guard let context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_keygen(context, &key) == 1, let key else {
      return nil
    }
    let pair = Key(key)
    guard let privatePEM = pair.privatePEM, let publicPEM = pair.publicPEM else { return nil }
    return KeyPair(privatePEM: privatePEM, publicPEM: publicPEM)
  }

  /// The public key that belongs to a private one; nil where the text is no Ed25519 key.
  package static func publicPEM(of privatePEM: String) -> String? {
    defer { ERR_clear_error() }
    guard let key = Key(privatePEM: privatePEM) else { return nil }
    return key.publicPEM
  }

  /// The 64 bytes, the same for the same key and bytes; nil where the text is no private key of
  /// Ed25519.
  package static func sign(_ bytes: [UInt8], privatePEM: String) -> [UInt8]? {
    defer { ERR_clear_error() }
    guard let key = Key(privatePEM: privatePEM), let context = EVP_MD_CTX_new() else { return nil }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestSignInit(context, nil, nil, nil, key.pointer) == 1 else { return nil }
    var signature = [UInt8](repeating: 0, count: signatureLength)
    var length = signature.count
    // Ed25519 reads its message twice, so only the call that takes it whole exists.
    guard EVP_DigestSign(context, &signature, &length, bytes, bytes.count) == 1,
      length == signatureLength
    else { return nil }
    return signature
  }

  /// True where the private half of this key signed exactly these bytes.
  ///
  /// False for everything else: other bytes, a signature of another length, a text that is no
  /// public key of Ed25519.
  package static func verify(_ bytes: [UInt8], signature: [UInt8], publicPEM: String) -> Bool {
    defer { ERR_clear_error() }
    guard signature.count == signatureLength, let key = Key(publicPEM: publicPEM),
      let context = EVP_MD_CTX_new()
    else { return false }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestVerifyInit(context, nil, nil, nil, key.pointer) == 1 else { return false }
    return EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
  }
}

/// A key of OpenSSL that is freed with its last use.
private struct Key: ~Copyable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  /// Nil where the text holds no private key of Ed25519; a passphrase is never asked for.
  init?(privatePEM: String) {
    let key = Self.read(privatePEM) { PEM_read_bio_PrivateKey($0, nil, { _, _, _, _ in -1 }, nil) }
    guard let key else { return nil }
    pointer = key
  }

  init?(publicPEM: String) {
    let key = Self.read(publicPEM) { PEM_read_bio_PUBKEY($0, nil, { _, _, _, _ in -1 }, nil) }
    guard let key else { return nil }
    pointer = key
  }

  deinit { EVP_PKEY_free(pointer) }

  var privatePEM: String? {
    Self.write { PEM_write_bio_PKCS8PrivateKey($0, pointer, nil, nil, 0, nil, nil) }
  }

  var publicPEM: String? { Self.write { PEM_write_bio_PUBKEY($0, pointer) } }

  private static func read(_ pem: String, _ parse: (OpaquePointer) -> OpaquePointer?)
    -> OpaquePointer?
  {
    let bytes = Array(pem.utf8)
    // The length is an `int` to OpenSSL, and no key of this kind is long.
    guard !bytes.isEmpty, bytes.count <= 64 * 1024 else { return nil }
    return bytes.withUnsafeBytes { buffer -> OpaquePointer? in
      guard let memory = BIO_new_mem_buf(buffer.baseAddress, Int32(buffer.count)) else {
        return nil
      }
      defer { BIO_free(memory) }
      guard let key = parse(memory) else { return nil }
      guard EVP_PKEY_get_id(key) == EVP_PKEY_ED25519 else {
        EVP_PKEY_free(key)
        return nil
      }
      return key
    }
  }

  private static func write(_ print: (OpaquePointer) -> Int32) -> String? {
    guard let memory = BIO_new(BIO_s_mem()) else { return nil }
    defer { BIO_free(memory) }
    guard print(memory) == 1 else { return nil }
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 256)
    while true {
      let count = BIO_read(memory, &chunk, Int32(chunk.count))
      guard count > 0 else { break }
      text += chunk[..<Int(count)]
    }
    return String(validating: text, as: UTF8.self)
  }
}
