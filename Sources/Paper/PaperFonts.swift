package import Domain
internal import Glibc

/// The fonts of every page, by file, so that paper looks the same on each machine that has them.
///
/// What the machine itself would choose for a letter is not asked.
package struct PaperFonts: Hashable, Sendable {
  /// Families in the order in which a letter is looked for.
  package let families: [String]
  /// Every file of them that was found.
  package let files: [String]

  /// A family, with its files by name; the first is the one it cannot do without.
  private struct Family {
    let name: String
    let files: [String]
  }

  /// Either of them has every letter of Kazakh, Russian and English, and ₸.
  private static let main = [
    Family(name: "Noto Sans", files: ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"]),
    Family(name: "DejaVu Sans", files: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"]),
  ]

  /// Names in other scripts, of which those are set that the machine has.
  private static let others = [
    Family(
      name: "Noto Naskh Arabic",
      files: ["NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"]),
    Family(name: "Noto Sans Mongolian", files: ["NotoSansMongolian-Regular.ttf"]),
    Family(
      name: "Noto Sans CJK SC", files: ["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"]),
    Family(name: "Noto Sans Symbols2", files: ["NotoSansSymbols2-Regular.ttf"]),
  ]

  /// Where the systems that we know of keep them.
  private static let folders = [
    "/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/google-noto",
    "/usr/share/fonts/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/TTF", "/usr/local/share/fonts",
  ]

  /// The fonts of this machine; where `$KOSH_FONTS` names a folder, those of that folder alone.
  package static func find() throws(Failure) -> PaperFonts {
    let named = getenv("KOSH_FONTS").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    return try find(in: named.map { [$0] } ?? folders)
  }

  static func find(in folders: [String]) throws(Failure) -> PaperFonts {
    guard let chosen = main.first(where: { path($0.files[0], in: folders) != nil }) else {
      throw Failure(
        .reportFonts,
        "no PDF can be made: neither Noto Sans nor DejaVu Sans is in \(list(folders))",
        hint: "on Debian and Ubuntu: apt install fonts-noto-core; or name a folder in $KOSH_FONTS")
    }
    var families: [String] = []
    var files: [String] = []
    for family in [chosen] + others {
      let found = family.files.compactMap { path($0, in: folders) }
      guard !found.isEmpty else { continue }
      families.append(family.name)
      files += found
    }
    return PaperFonts(families: families, files: files)
  }

  private static func path(_ file: String, in folders: [String]) -> String? {
    folders.lazy.map { "\($0)/\(file)" }.first { access($0, R_OK) == 0 }
  }

  private static func list(_ folders: [String]) -> String {
    guard folders.count > 1 else { return folders.joined() }
    return "the folders of fonts (\(folders[0]) and \(folders.count - 1) others)"
  }
}
