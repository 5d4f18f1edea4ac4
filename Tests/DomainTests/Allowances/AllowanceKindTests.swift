import Domain
import Testing

@Suite struct AllowanceKindTests {
  struct Spelling: Sendable {
    let text: String
    let kind: AllowanceKind?
  }

  static let spellings: [Spelling] = [
    Spelling(text: "relocation", kind: .relocation),
    Spelling(text: "Relocation", kind: .relocation),
    Spelling(text: "tariff-1997", kind: .tariff1997),
    Spelling(text: "1997-law", kind: .tariff1997),
    Spelling(text: "tariff1997", kind: .tariff1997),
    Spelling(text: "loan", kind: nil),
    Spelling(text: "", kind: nil),
  ]

  @Test(arguments: spellings) func `a scheme is named on the command line`(
    _ spelling: Spelling
  ) {
    #expect(AllowanceKind(text: spelling.text) == spelling.kind)
  }

  @Test func `a household counted by members has one head`() {
    #expect(Household(members: 5) == Household(head: 1, spousesAndChildren: 4, others: 0))
    #expect(Household(members: 1) == Household(head: 1, spousesAndChildren: 0, others: 0))
    #expect(Household(members: 0).people == 0)
    #expect(Household(head: 0, spousesAndChildren: 2, others: 3).people == 5)
  }
}
