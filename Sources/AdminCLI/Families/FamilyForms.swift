import Domain
internal import FoundationEssentials
import Services

/// A family as the command line or a JSON text gives it, brought to the rows of the intake form.
enum FamilyForms {
  /// `relation=spouse,given_name=Aigul,sex=F`: one member, by the columns of the intake form.
  static func member(_ text: String, option: String = "member") throws(Failure) -> IntakeRow {
    var row = IntakeRow(line: 0)
    for part in text.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0].trimmed == IntakeRow.zoneName {
        row.zone = halves[1].trimmed
        continue
      }
      guard halves.count == 2, let field = IntakeField(name: halves[0].trimmed) else {
        throw Failure(
          .usage, "--\(option): “\(part)” is not COLUMN=VALUE of the intake form",
          hint: "such as --\(option) relation=spouse,given_name=Aigul,sex=F,birth_date=1990-05-01")
      }
      row[field] = halves[1].trimmed
    }
    return row
  }

  /// `{"origin_country": …, "members": [{"relation": "head", …}, …]}`, with the columns of the
  /// intake form as keys; the family's own may stand outside the members.
  static func rows(json bytes: [UInt8]) throws(Failure) -> (rows: [IntakeRow], source: String?) {
    let object: [String: Field]
    do {
      object = try JSONDecoder().decode([String: Field].self, from: Data(bytes))
    } catch {
      throw Failure(
        .inputMalformed, "the form is not a JSON object of texts and a list of members",
        hint: "kosh family register --help shows one")
    }
    guard case .members(let members)? = object["members"], !members.isEmpty else {
      throw Failure(.inputMalformed, "members: the form has no list of members")
    }
    var rows: [IntakeRow] = []
    for (index, member) in members.enumerated() {
      var row = IntakeRow(line: index + 1)
      for (key, value) in member.sorted(by: { $0.key < $1.key }) {
        if key == IntakeRow.zoneName {
          row.zone = value ?? ""
          continue
        }
        guard let field = IntakeField(name: key) else {
          throw Failure(.inputMalformed, "member \(index + 1): there is no field “\(key)”")
        }
        row[field] = value ?? ""
      }
      rows.append(row)
    }
    let head = rows.firstIndex { $0[.relation] == Relation.head.rawValue } ?? 0
    var source: String?
    for (key, value) in object.sorted(by: { $0.key < $1.key }) where key != "members" {
      guard case .text(let text) = value else {
        throw Failure(.inputMalformed, "\(key): a text is expected")
      }
      if key == "source" {
        source = text
      } else if key == IntakeField.familyRef.name {
        for index in rows.indices { rows[index][.familyRef] = text ?? "" }
      } else if let field = IntakeField(name: key), IntakeField.ofFamily.contains(field) {
        rows[head][field] = text ?? ""
      } else {
        throw Failure(.inputMalformed, "there is no field “\(key)” of a family")
      }
    }
    return (rows, source)
  }

  private enum Field: Decodable {
    case text(String?)
    case members([[String: String?]])

    init(from decoder: any Decoder) throws {
      let box = try decoder.singleValueContainer()
      if box.decodeNil() {
        self = .text(nil)
      } else if let text = try? box.decode(String.self) {
        self = .text(text)
      } else {
        self = .members(try box.decode([[String: String?]].self))
      }
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
