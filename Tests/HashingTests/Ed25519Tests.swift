import Hashing
import Testing

/// Signatures by which a file can be proven to be the one that was approved.
@Suite("Ed25519")
struct Ed25519Tests {
  struct Vector: Sendable {
    var privateKey: String
    var publicKey: String
    var message: [UInt8]
    var signature: String

    var privatePEM: String {
      "-----BEGIN PRIVATE KEY-----\n\(privateKey)\n-----END PRIVATE KEY-----\n"
    }
    var publicPEM: String { "-----BEGIN PUBLIC KEY-----\n\(publicKey)\n-----END PUBLIC KEY-----\n" }
  }

  /// RFC 8032, section 7.1, tests 1 to 3; the keys in their PEM coats.
  static let vectors: [Vector] = [
    Vector(
      privateKey: "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g",
      publicKey: "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      message: [],
      signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    Vector(
      privateKey: "MC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7",
      publicKey: "MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=",
      message: [0x72],
      signature: "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    Vector(
      privateKey: "MC4CAQAwBQYDK2VwBCIEIMWqjfQ/n4N77bdELzHct7Fm04U1B28JS4XOOi4LRFj3",
      publicKey: "MCowBQYDK2VwAyEA/FHNjmIYoaONpH7QAjDwWAgW7RO6MwOsXeuRFUiQgCU=",
      message: [0xAF, 0x82],
      signature: "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
  ]

  @Test("The vectors of the standard", arguments: vectors)
  func standard(vector: Vector) throws {
    let signature = try #require(
      Ed25519.sign(vector.message, privatePEM: vector.privatePEM))
    #expect(signature.hexadecimal == vector.signature)
    #expect(Ed25519.publicPEM(of: vector.privatePEM) == vector.publicPEM)
    #expect(
      Ed25519.verify(vector.message, signature: signature, publicPEM: vector.publicPEM))
  }

  @Test("A new pair signs, and nothing but the signed bytes passes")
  func roundTrip() throws {
    let pair = try #require(Ed25519.makeKeyPair())
    let other = try #require(Ed25519.makeKeyPair())
    #expect(pair != other)
    #expect(pair.privatePEM.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
    #expect(Ed25519.publicPEM(of: pair.privatePEM) == pair.publicPEM)
    let bytes = Array("position,end_to_end_id\r\n".utf8)
    var signature = try #require(Ed25519.sign(bytes, privatePEM: pair.privatePEM))
    func passes(_ bytes: [UInt8], _ publicPEM: String) -> Bool {
      Ed25519.verify(bytes, signature: signature, publicPEM: publicPEM)
    }
    #expect(passes(bytes, pair.publicPEM))
    #expect(!passes(bytes + [10], pair.publicPEM))
    #expect(!passes(bytes, other.publicPEM))
    signature[63] ^= 1
    #expect(!passes(bytes, pair.publicPEM))
    signature.removeLast()
    #expect(!passes(bytes, pair.publicPEM))
  }

  /// Texts that are no key: cut, of another kind, locked, or not PEM at all.
  static let broken: [String] = [
    "",
    "not a key",
    String(vectors[0].privatePEM.dropLast(40)),
    vectors[0].privatePEM.replacing("MC4C", with: "MC4D"),
    // X25519: the same shape, another algorithm.
    vectors[0].privatePEM.replacing("K2Vw", with: "K2Vu"),
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
      + "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAg=\n-----END ENCRYPTED PRIVATE KEY-----\n",
    String(repeating: "A", count: 70_000),
  ]

  @Test("A text that is no key signs nothing and proves nothing", arguments: broken)
  func malformed(pem: String) {
    #expect(Ed25519.sign([1, 2, 3], privatePEM: pem) == nil)
    #expect(Ed25519.publicPEM(of: pem) == nil)
    let zeros = [UInt8](repeating: 0, count: Ed25519.signatureLength)
    #expect(!Ed25519.verify([1, 2, 3], signature: zeros, publicPEM: pem))
  }

  @Test("A public key does not sign, and a private one does not verify")
  func wrongHalf() throws {
    let vector = Self.vectors[1]
    #expect(Ed25519.sign(vector.message, privatePEM: vector.publicPEM) == nil)
    let signature = try #require(Ed25519.sign(vector.message, privatePEM: vector.privatePEM))
    #expect(
      !Ed25519.verify(vector.message, signature: signature, publicPEM: vector.privatePEM))
  }
}
