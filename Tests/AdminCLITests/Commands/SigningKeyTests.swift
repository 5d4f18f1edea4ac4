import FoundationEssentials
import TestSupport
import Testing

/// `kosh payment new-key`, and what goes out signed with it.
@Suite("Signing keys") struct SigningKeyTests {
  @Test func `a key is kept from others, and never written over`() throws {
    let desk = try CommandDesk()
    let made = desk.run("payment new-key @office.pem --json")
    #expect(made.exit == 0)
    let key = try JSON(made.out)["public_key"].text
    #expect(key?.hasPrefix("-----BEGIN PUBLIC KEY-----") == true)
    let path = desk.path("office.pem")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let again = desk.run("payment new-key @office.pem")
    #expect(again.exit == 2)
    #expect(again.err.hasPrefix("error: file.unwritable: "))
  }

  @Test func `a signed register proves itself`() throws {
    let desk = try DeskFiles.desk()
    for line in [
      "family import @intake.csv", "budget order @budget.csv",
      "quota include F-2026-000001-R --protocol 12",
      "allowance grant F-2026-000001-R", "user add dana --role approver",
      "payment payer --name Office --bin 190740000011 --account KZ86125KZT5004100100",
      "payment account F-2026-000001-R KZ711251111111111111", "payment draft --region KZ-55",
      "payment approve R-2026-000001-J --as dana", "payment new-key @office.pem",
      "payment export R-2026-000001-J --to @ --signing-key @office.pem",
    ] {
      let answer = desk.run(line)
      #expect(answer.exit == 0, "\(line): \(answer.err)")
    }
    let proof = desk.run("payment verify R-2026-000001-J --xml @R-2026-000001-J.xml")
    #expect(
      proof.out.hasPrefix("R-2026-000001-J is as it was sent: signed, and the signature holds"))
    let signed = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: desk.path("R-2026-000001-J.sig"))),
      as: UTF8.self)
    #expect(signed.hasPrefix("R-2026-000001-J\nxml sha256 "))
    #expect(signed.split(separator: "\n").last?.hasPrefix("ed25519 ") == true)
  }
}
