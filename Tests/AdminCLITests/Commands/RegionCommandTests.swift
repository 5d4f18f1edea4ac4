import TestSupport
import Testing

/// Regions and zones are reference data, for which nobody needs a register.
@Suite struct RegionCommandTests {
  static let lines = [
    "region list", "region show KZ-61", "region eligible --kind kandas", "region history KZ-71",
    "region series --from 2017-01-01 --to 2026-01-01", "zone list", "zone show zone-1",
  ]

  @Test(arguments: lines) func `no database is needed`(_ line: String) throws {
    let answer = try CommandDesk(isSetUp: false).run(line)
    #expect(answer.exit == 0)
    #expect(answer.err == "")
  }
}
