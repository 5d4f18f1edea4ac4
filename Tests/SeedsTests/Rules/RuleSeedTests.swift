import Domain
import Seeds
import Testing

@Suite struct RuleSeedTests {
  static let book = Result { try Seeds.rules() }

  static func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }

  struct Index: Sendable {
    let on: String
    var purpose = MCI.Purpose.general
    let tenge: Int64
    let standing: Standing
  }

  static let indices: [Index] = [
    Index(on: "1998-01-01", tenge: 660, standing: .unconfirmed),
    Index(on: "2006-06-01", tenge: 1030, standing: .unconfirmed),
    Index(on: "2008-12-31", tenge: 1168, standing: .unconfirmed),
    Index(on: "2009-06-30", tenge: 1273, standing: .reconstructed),
    Index(on: "2009-07-01", tenge: 1296, standing: .press),
    Index(on: "2010-01-01", tenge: 1413, standing: .press),
    Index(on: "2013-01-01", tenge: 1731, standing: .press),
    Index(on: "2016-01-01", tenge: 2121, standing: .press),
    Index(on: "2017-01-01", tenge: 2269, standing: .unconfirmed),
    Index(on: "2019-01-01", tenge: 2525, standing: .press),
    Index(on: "2020-03-31", tenge: 2651, standing: .unconfirmed),
    Index(on: "2020-04-01", tenge: 2778, standing: .official),
    Index(on: "2021-01-01", tenge: 2917, standing: .official),
    Index(on: "2022-03-31", purpose: .social, tenge: 3063, standing: .official),
    Index(on: "2022-04-01", purpose: .social, tenge: 3180, standing: .official),
    Index(on: "2022-04-01", tenge: 3063, standing: .official),
    Index(on: "2023-01-01", purpose: .social, tenge: 3450, standing: .official),
    Index(on: "2024-12-31", tenge: 3692, standing: .press),
    Index(on: "2025-01-01", tenge: 3932, standing: .press),
    Index(on: "2026-12-31", tenge: 4325, standing: .press),
  ]

  @Test(arguments: indices) func `a day has its index, with its standing`(_ index: Index) throws {
    let found = try Self.book.get().mci(on: Self.day(index.on), purpose: index.purpose)
    #expect(found.amount == Money(tenge: index.tenge))
    #expect(found.citation.standing == index.standing)
  }

  @Test func `the general index has no gap from 1998 through 2026`() throws {
    let general = try Self.book.get().indices.filter { $0.purpose == .general }
    #expect(general.first?.period.from.description == "1998-01-01")
    #expect(general.last?.period.to?.description == "2027-01-01")
    for (earlier, later) in zip(general, general.dropFirst()) {
      #expect(earlier.period.to == later.period.from)
    }
  }

  @Test(arguments: ["1997-12-31", "2027-01-01"])
  func `a day outside the table has no index`(_ text: String) throws {
    let book = try Self.book.get()
    let day = try Self.day(text)
    let failure = #expect(throws: Failure.self) { try book.mci(on: day) }
    #expect(failure?.code == .parameterUnknown)
  }

  @Test func `every parameter that code asks for has its file, and no other`() throws {
    let files = Seeds.names.filter { $0.hasPrefix("Rules/") }
    #expect(files.sorted() == ParameterKey.allCases.map { "Rules/\($0.rawValue).json" }.sorted())
    #expect(try Self.book.get().parameters.map(\.key) == ParameterKey.allCases)
  }

  @Test func `the parameters of a scheme cover the same days`() throws {
    let book = try Self.book.get()
    let tariff: [ParameterKey] = [
      .tariff1997Housing, .tariff1997Head, .tariff1997Member, .tariff1997Travel,
      .tariff1997Carriage, .tariff1997MCIPurpose, .tariff1997Division,
    ]
    let relocation: [ParameterKey] = [
      .relocationHead, .relocationSpouseOrChild, .relocationOtherMember, .relocationMCIPurpose,
      .relocationDivision,
    ]
    let edges: [(String, Bool, Bool)] = [
      ("2001-12-31", false, false), ("2002-01-01", true, false), ("2011-12-31", true, false),
      ("2012-01-01", false, false), ("2015-12-31", false, false), ("2016-01-01", false, true),
      ("2021-06-01", false, true), ("2026-12-31", false, true),
    ]
    for (text, inTariff, inRelocation) in edges {
      let day = try Self.day(text)
      for key in tariff { #expect(book.covers(key, on: day) == inTariff, "\(key) \(text)") }
      for key in relocation {
        #expect(book.covers(key, on: day) == inRelocation, "\(key) \(text)")
      }
    }
  }

  @Test func `nothing remembered is called law`() throws {
    let book = try Self.book.get()
    for parameter in book.parameters
    where parameter.key.rawValue.hasPrefix("tariff-1997/")
      && parameter.key.unit != .division && parameter.key.unit != .months
    {
      #expect(parameter.entries.allSatisfy { $0.citation.standing == .reconstructed })
    }
    #expect(book.parameters.allSatisfy { $0.entries.allSatisfy { $0.citation.standing != .law } })
    // How an unpaid part is divided was read nowhere.
    for parameter in book.parameters where parameter.key.unit == .division {
      #expect(parameter.entries.allSatisfy { $0.citation.standing == .unconfirmed })
    }
  }
}
